// The stack of lcore 1 ends.

using System;
using System.Threading;
using Uk;

internal static class LcoreStackOverflow
{
    private static int s_depth;

    [Lcore(0)]
    internal static void Zero()
    {
        while (true) Thread.SpinWait(1);
    }

    [Lcore(1)]
    internal static void One() => Console.WriteLine(Deeper(0));

    private static int Deeper(int depth)
    {
        s_depth = depth;
        return depth < 0 ? 0 : Deeper(depth + 1) + s_depth;
    }
}
