// Takes memory, says how much of its heap it uses, and waits to be looked at.

using System;
using System.Threading;
using Uk;

internal static class HeapUse
{
    private static byte[][] s_kept = new byte[3][];

#if SEVERAL
    [Lcore(1)]
    internal static void Other()
    {
        Thread.Sleep(Timeout.Infinite);
    }

    [Lcore(0)]
#endif
    internal static void Main()
    {
        for (int i = 0; i < 300; i++) s_kept[i % 3] = new byte[1000 + i];
        Console.WriteLine($"uses {GC.GetTotalMemory(false)} bytes");
        Thread.Sleep(Timeout.Infinite);
    }
}
