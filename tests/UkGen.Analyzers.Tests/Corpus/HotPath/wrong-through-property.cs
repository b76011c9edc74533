using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        int n = Value;
    }

    private static int Value
    {
        get { Console.WriteLine("read"); return 1; } // expect: UK2104
    }
}
