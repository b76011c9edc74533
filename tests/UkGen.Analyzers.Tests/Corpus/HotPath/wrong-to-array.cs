using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(System.ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray(); // expect: UK2101
    }
}
