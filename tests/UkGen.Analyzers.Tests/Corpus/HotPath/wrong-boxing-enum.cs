using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Take(DayOfWeek.Monday); // expect: UK2101
    }

    private static void Take(Enum value)
    {
    }
}
