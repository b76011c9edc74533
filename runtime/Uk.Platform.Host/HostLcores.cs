// Lcores as threads of the process. The operating system places them: a program that runs under .NET is there to be
// debugged and tested, not to be measured.

using System;
using System.Threading;

namespace Uk.Platform;

internal static class HostLcores
{
    [ThreadStatic] private static int t_current;

    public static int Current => t_current;

    /// <summary>
    /// The loop of lcore 0 on the caller's thread. What a loop throws and does not catch ends the process at once, as it
    /// does in any thread of .NET.
    /// </summary>
    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops>
    {
        Thread[] threads = new Thread[count - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int lcore = i + 1;
            threads[i] = new Thread(() =>
            {
                t_current = lcore;
                TLoops.Run(lcore);
            })
            {
                Name = $"lcore {lcore}",
                // Where lcore 0 throws, nobody waits for the others.
                IsBackground = true,
            };
            threads[i].Start();
        }
        TLoops.Run(0);
        foreach (Thread thread in threads) thread.Join();
    }
}
