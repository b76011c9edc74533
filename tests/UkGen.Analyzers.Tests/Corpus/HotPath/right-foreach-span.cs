using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(ReadOnlySpan<int> numbers)
    {
        int sum = 0;
        foreach (ref readonly int number in numbers) sum += number;
        return sum;
    }
}
