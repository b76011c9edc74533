using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Counter counter = new(5);
    }

    private struct Counter
    {
        internal Counter(int n) => Log = n.ToString(); // expect: UK2101
        internal string Log;
    }
}
