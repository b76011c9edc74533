using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        int n = new Table()[1];
    }

    private readonly struct Table
    {
        public int this[int i] => i > 0 ? 1 : throw new IndexOutOfRangeException(); // expect: UK2102
    }
}
