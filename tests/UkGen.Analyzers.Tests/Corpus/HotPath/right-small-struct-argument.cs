using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static long Run(Four four)
    {
        return Sum(four);
    }

    internal struct Four
    {
        public long A, B, C, D;
    }

    private static long Sum(Four four) => four.A + four.D;
}
