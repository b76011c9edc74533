using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(string? name)
    {
        ArgumentNullException.ThrowIfNull(name); // expect: UK2102
    }
}
