using System;
using Uk;

[assembly: Layer(Layer.Device)]

static class Case
{
    internal static int Run(ref Burst burst) => burst.Count;
}
