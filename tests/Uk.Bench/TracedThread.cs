// One thread of another process, executed instruction by instruction: ptrace(2).

using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Uk.Qemu;

namespace Uk.Bench;

/// <summary>A thread that stands still but for <see cref="Step"/>. Goes on when disposed. Used by the thread that attached it.</summary>
/// <remarks>
/// It must not be the first thread of a child of this process: .NET waits for its children, and would take the messages
/// that wait(2) has about this one.
/// </remarks>
internal sealed partial class TracedThread : IDisposable
{
    // <sys/ptrace.h> and <bits/waitflags.h>.
    private const long SingleStep = 9, Detach = 17, Seize = 0x4206, Interrupt = 0x4207;
    /// <summary>It ends with the tracer, should that be killed: nobody else would let it go on.</summary>
    private const nint KillAtExit = 1 << 20;
    private const int WaitForThreads = 0x4000_0000, Stopped = 0x7F, Trap = 5;

    private readonly int _threadId;
    private int _signal;

    private TracedThread(int threadId) => _threadId = threadId;

    /// <param name="threadId">Of a descendant of this process, or of any where this user may trace any.</param>
    /// <exception cref="Win32Exception">It may not be traced, or there is none.</exception>
    public static TracedThread Attach(int threadId)
    {
        var thread = new TracedThread(threadId);
        thread.Request(Seize, KillAtExit);
        thread.Request(Interrupt);
        thread.WaitForStop();
        return thread;
    }

    /// <summary>Executes so many instructions. Those of the kernel on its behalf are none.</summary>
    public void Step(int instructions)
    {
        for (int i = 0; i < instructions; i++)
        {
            Request(SingleStep, _signal);
            WaitForStop();
        }
    }

    public void Dispose() => _ = Trace(Detach, _threadId, 0, 0);

    private void Request(long request, nint data = 0)
    {
        if (Trace(request, _threadId, 0, data) < 0) throw new Win32Exception();
    }

    private void WaitForStop()
    {
        if (WaitFor(_threadId, out int status, WaitForThreads) < 0) throw new Win32Exception();
        if ((status & 0xFF) != Stopped) throw new ToolFailedException($"thread {_threadId} ended while it was stepped through");
        // What others send it, it gets with its next step.
        int signal = status >> 8 & 0xFF;
        _signal = signal == Trap ? 0 : signal;
    }

    [LibraryImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    private static partial long Trace(long request, int threadId, nint address, nint data);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitFor(int threadId, out int status, int options);
}
