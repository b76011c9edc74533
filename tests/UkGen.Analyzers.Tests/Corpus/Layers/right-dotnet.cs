using System;
using Uk;

[assembly: Layer(Layer.Contracts)]

static class Case
{
    internal static long Run() => Environment.TickCount64;
}
