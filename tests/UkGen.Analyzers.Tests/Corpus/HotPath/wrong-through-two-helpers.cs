using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        First(1);
    }

    private static int First(int n) => Second(n) + 1;
    private static int Second(int n) => n > 0 ? n : throw new InvalidOperationException(); // expect: UK2102
}
