using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        if (number < 0) Report(number);
    }

    [ColdPath("never, on a machine that works")]
    private static void Report(int number) => Console.WriteLine($"{number}");
}
