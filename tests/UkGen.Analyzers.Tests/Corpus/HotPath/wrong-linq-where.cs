using System;
using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int[] numbers)
    {
        int sum = numbers.Where(n => n > 1).Sum(); // expect: UK2107
    }
}
