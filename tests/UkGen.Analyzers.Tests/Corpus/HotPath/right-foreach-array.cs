using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(int[] numbers)
    {
        int sum = 0;
        foreach (int number in numbers) sum += number;
        return sum;
    }
}
