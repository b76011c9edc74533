using System;
using Uk;
using Uk.EthDev;

[assembly: Layer(Layer.Protocol)]

static class Case
{
    internal static bool Run(MacAddress mac) => mac.IsMulticast;
}
