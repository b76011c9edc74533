using System;
using Uk;
using Uk.EthDev;

[assembly: Layer(Layer.Bus)]

static class Case
{
    internal static bool Run(MacAddress mac) => mac.IsMulticast; // expect: UK2301
}
