using System;
using Uk;
using Uk.Net;

[assembly: Layer(Layer.Protocol)]

static class Case
{
    internal static bool Run(Ipv4Address address) => address.IsHost;
}
