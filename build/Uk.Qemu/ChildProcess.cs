// Child processes that never outlive this one: killed on dispose, at exit, on a signal, and by the kernel when this process
// is killed itself.

using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Uk.Qemu;

/// <summary>What a child reads.</summary>
public enum ChildInput
{
    /// <summary>Nothing: its input is at its end.</summary>
    None,
    /// <summary>What this process writes to <see cref="ChildProcess.StandardInput"/>.</summary>
    Pipe,
    /// <summary>The input of this process, a terminal for example.</summary>
    Inherit,
}

/// <summary>A running child, with its outputs as pipes. Owned by whoever started it.</summary>
public sealed partial class ChildProcess : IDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);
    private static readonly string? s_setPriv = HostTool.SetPriv.Find();
    private static readonly BlockingCollection<Action> s_starts = StartingThread();

    private readonly Process _process;
    private int _disposed;

    private ChildProcess(Process process)
    {
        _process = process;
        ExitCleanup.Register(this);
    }

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;
    /// <summary>128 + the signal where a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;
    public StreamReader StandardOutput => _process.StandardOutput;
    public StreamReader StandardError => _process.StandardError;
    public StreamWriter StandardInput => _process.StandardInput;

    /// <summary>Starts the program.</summary>
    public static ChildProcess Start(ChildCommand command, ChildInput input)
    {
        if (s_setPriv is not null) command = command.RunBy(s_setPriv, "--pdeathsig", "TERM", "--");
        return StartAsGiven(command, input);
    }

    /// <summary>
    /// Starts the program in the namespace of another process. The kernel forgets the signal of a dying parent when a
    /// process changes its user namespace, so it is set after that.
    /// </summary>
    public static ChildProcess Start(ChildCommand command, ChildInput input, Func<ChildCommand, ChildCommand> enter)
    {
        if (s_setPriv is not null) command = command.RunBy(s_setPriv, "--pdeathsig", "TERM", "--");
        return StartAsGiven(enter(command), input);
    }

    private static ChildProcess StartAsGiven(ChildCommand command, ChildInput input)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = input != ChildInput.Inherit,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = new TaskCompletionSource<ChildProcess>();
        s_starts.Add(() =>
        {
            try
            {
                started.SetResult(new ChildProcess(Process.Start(start)!));
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        ChildProcess child = started.Task.GetAwaiter().GetResult();
        if (input == ChildInput.None) child.StandardInput.Close();
        return child;
    }

    /// <summary>False where it still runs after <paramref name="timeout"/>.</summary>
    public bool WaitForExit(TimeSpan timeout) => _process.WaitForExit(timeout);

    /// <summary>Ends the child: asked first, so that it can restore the terminal, then killed. Idempotent.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        ExitCleanup.Release(this);
        if (!_process.HasExited)
        {
            // Its own children first: a compiler that a build has started would go on alone.
            foreach (int descendant in ProcessTree.DescendantsOf(_process.Id)) _ = SendSignal(descendant, SigTerm);
            _ = SendSignal(_process.Id, SigTerm);
            if (!_process.WaitForExit(s_grace)) _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    // "Parent" means the thread that forked, so one thread starts all children and lives as long as the process.
    private static BlockingCollection<Action> StartingThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (Action start in starts.GetConsumingEnumerable()) start();
        })
        { IsBackground = true, Name = "child processes" }.Start();
        return starts;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
