using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(in Big big)
    {
        long sum = big.Sum(1); // expect: UK2105
    }

    internal unsafe struct Big
    {
        public long A;
        public fixed long Rest[15];
        public long Sum(int from) => A + from;
    }
}
