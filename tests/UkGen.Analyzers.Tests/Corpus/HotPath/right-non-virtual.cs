using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Counter counter)
    {
        return counter.Next();
    }

    internal class Counter
    {
        private int _n;
        internal int Next() => ++_n;
    }
}
