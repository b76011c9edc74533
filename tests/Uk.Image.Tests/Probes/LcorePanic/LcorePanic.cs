// Lcore 1 dies of a fault while the others write without end.

using System;
using System.Threading;
using Uk;

internal static class LcorePanic
{
    private static int s_lines;

    [Lcore(0)]
    internal static void Zero() => Chatter();

    [Lcore(1)]
    internal static void One()
    {
        while (Volatile.Read(ref s_lines) < 20) Thread.SpinWait(1);
        Break(s_lines < 0 ? [1] : null!);
    }

    [Lcore(2)]
    internal static void Two() => Chatter();

    private static void Chatter()
    {
        while (true)
        {
            Console.WriteLine("line of lcore " + Lcore.Id);
            Interlocked.Increment(ref s_lines);
        }
    }

    private static void Break(int[] nothing) => nothing[0] = 1;
}
