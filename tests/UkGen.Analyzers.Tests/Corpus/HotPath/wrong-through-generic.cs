using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Pick<int>(1);
    }

    private static void Pick<T>(T value)
    {
        T[] all = new T[1]; // expect: UK2101
    }
}
