using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        ReadOnlySpan<byte> text = "abc"u8;
        ReadOnlySpan<int> numbers = [1, 2, 3];
        return text.Length + numbers[0];
    }
}
