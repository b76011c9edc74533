using System;
using Uk;
using Uk.Net;

[assembly: Layer(Layer.Core)]

static class Case
{
    internal static bool Run(Ipv4Address address) => address.IsHost; // expect: UK2301
}
