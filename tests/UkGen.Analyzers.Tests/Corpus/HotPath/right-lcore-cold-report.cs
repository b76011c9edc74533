using System;
using Uk;

static unsafe class Case
{
    [Lcore(0), HotPath]
    internal static void Run()
    {
        while (s_left > 0)
        {
            s_left--;
            if (s_left % 1000 == 0) Report();
        }
    }

    private static int s_left = 5;

    [ColdPath("once in a thousand")]
    private static void Report() => Console.WriteLine("x");
}
