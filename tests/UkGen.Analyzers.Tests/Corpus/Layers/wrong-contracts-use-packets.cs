using System;
using Uk;

[assembly: Layer(Layer.Contracts)]

static class Case
{
    internal static int Run(ref Burst burst) => burst.Count; // expect: UK2301
}
