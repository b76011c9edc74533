using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static long Run(long number)
    {
        return (number * 31 + BitConverter.DoubleToInt64Bits(2.0)) ^ (long)Math.Max(1, 2);
    }
}
