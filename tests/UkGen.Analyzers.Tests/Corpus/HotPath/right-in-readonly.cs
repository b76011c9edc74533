using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static long Run(in Big big)
    {
        return big.Sum(1);
    }

    internal unsafe struct Big
    {
        public long A;
        public fixed long Rest[15];
        public readonly long Sum(int from) => A + from;
    }
}
