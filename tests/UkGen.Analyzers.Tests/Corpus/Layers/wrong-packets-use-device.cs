using System;
using Uk;
using Uk.EthDev;

[assembly: Layer(Layer.Packets)]

static class Case
{
    internal static ulong Run() => new MacAddress(5).Value; // expect: UK2301 UK2301
}
