// Takes memory, says how much of its heap it uses, and waits to be looked at.

using System;
using System.Threading;
using Uk;

internal static class HeapUse
{
    private const int MillisecondsToLook = 60_000;
    private static readonly byte[][] s_kept = new byte[3][];

#if SEVERAL
    [Lcore(1)]
    internal static void Other() => Thread.Sleep(MillisecondsToLook);

    [Lcore(0)]
    internal static void Loop() => Take();
#else
    private static void Main() => Take();
#endif

    private static void Take()
    {
        for (int i = 0; i < 300; i++) s_kept[i % 3] = new byte[1000 + i];
        Console.WriteLine($"uses {GC.GetTotalMemory(false)} bytes");
        Thread.Sleep(MillisecondsToLook);
    }
}
