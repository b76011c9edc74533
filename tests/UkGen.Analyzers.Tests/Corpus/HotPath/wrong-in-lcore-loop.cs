using System;
using Uk;

static unsafe class Case
{
    [Lcore(0), HotPath]
    internal static void Run()
    {
        Console.WriteLine("start");
        while (s_number > 0) Console.WriteLine("packet"); // expect: UK2104
    }

    private static int s_number = 3;
}
