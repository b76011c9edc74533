using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Big[] all)
    {
        Big one = all[0]; // expect: UK2105
        one.A = 1;
    }

    internal unsafe struct Big
    {
        public long A;
        public fixed long Rest[15];
    }
}
