using System;
using Uk;
using Uk.Net;

[assembly: Layer(Layer.Device)]

static class Case
{
    internal static Type Run() => typeof(Ipv4Address); // expect: UK2301
}
