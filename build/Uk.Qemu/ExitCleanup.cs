// What must not outlive this process: child processes, temporary folders. Disposing them is the owner's work; this is for
// the ends that owners do not see: signals, and an exit from elsewhere.

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Uk.Qemu;

/// <summary>Disposes what is still registered when the process ends, newest first. Any thread.</summary>
public static class ExitCleanup
{
    private static readonly Lock s_lock = new();
    private static readonly List<IDisposable> s_registered = [];
    private static readonly List<PosixSignalRegistration> s_signals = [];
    private static volatile bool s_isInterrupted;

    static ExitCleanup()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAll();
        foreach (PosixSignal signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
            s_signals.Add(PosixSignalRegistration.Create(signal, _ =>
            {
                s_isInterrupted = true;
                DisposeAll();
            }));
    }

    /// <summary>
    /// Runs a program's Main. When a signal ends the process, what Main works with is disposed under its hands: its
    /// complaints about that are not shown, and it waits for the end.
    /// </summary>
    public static int RunMain(Func<int> main)
    {
        try
        {
            int status = main();
            if (!s_isInterrupted) return status;
        }
        catch (Exception) when (s_isInterrupted)
        {
            // As the comment above says.
        }
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    /// <summary>Disposes <paramref name="resource"/> at exit, unless it is released before.</summary>
    public static void Register(IDisposable resource)
    {
        lock (s_lock) s_registered.Add(resource);
    }

    /// <summary>The owner has disposed the resource. Without effect where it is not registered.</summary>
    public static void Release(IDisposable resource)
    {
        lock (s_lock) s_registered.Remove(resource);
    }

    private static void DisposeAll()
    {
        while (true)
        {
            IDisposable newest;
            lock (s_lock)
            {
                if (s_registered.Count == 0) return;
                newest = s_registered[^1];
                s_registered.RemoveAt(s_registered.Count - 1);
            }
            newest.Dispose();
        }
    }
}
