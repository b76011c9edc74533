// One running machine: its console, its status, its monitor.

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Uk.Qemu;

/// <summary>A machine that was started. Disposing it ends it; nothing of it is left then.</summary>
public sealed class QemuProcess : IDisposable
{
    private readonly ChildProcess _child;
    private readonly TemporaryFolder _folder;
    private readonly QemuOptions _options;
    private readonly Task _console;
    private readonly Task<string> _error;
    private QmpClient? _monitor;

    private QemuProcess(QemuOptions options, TemporaryFolder folder, ChildInput input, Stream? copy)
    {
        _options = options;
        _folder = folder;
        StartTimestamp = Stopwatch.GetTimestamp();
        ChildCommand command = options.ToCommand();
        _child = options.Network?.Namespace is { } inside
            ? ChildProcess.Start(command, input, inside.Enter)
            : ChildProcess.Start(command, input);
        _console = Task.Factory.StartNew(() => ReadConsole(copy), TaskCreationOptions.LongRunning);
        _error = _child.StandardError.ReadToEndAsync();
    }

    /// <summary>When QEMU was started, in <see cref="Stopwatch"/> ticks.</summary>
    public long StartTimestamp { get; }

    public ConsoleLog Console { get; } = new();

    /// <summary>What QEMU itself printed. Waits for its end.</summary>
    public string ErrorText => _error.GetAwaiter().GetResult();

    /// <summary>What the guest reads at its console; for <see cref="ChildInput.Pipe"/>.</summary>
    public StreamWriter Input => _child.StandardInput;

    /// <summary>Connected at the first use.</summary>
    /// <exception cref="TimeoutException">QEMU does not answer.</exception>
    public QmpClient Monitor => _monitor ??= QmpClient.Connect(_options.QmpSocketPath!, TimeSpan.FromSeconds(10));

    /// <summary>Starts a machine with a monitor.</summary>
    /// <param name="copy">Gets what the guest writes, as it comes; not closed.</param>
    /// <exception cref="MissingToolException">QEMU is not installed.</exception>
    public static QemuProcess Start(QemuOptions options, ChildInput input = ChildInput.None, Stream? copy = null)
    {
        var folder = TemporaryFolder.Create();
        try
        {
            return new QemuProcess(options with { QmpSocketPath = folder.File("qmp") }, folder, input, copy);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the console has the text, and returns the time from the start of QEMU until then.</summary>
    /// <exception cref="TimeoutException">It has not; the message has what there was.</exception>
    public TimeSpan WaitForText(string text, TimeSpan timeout)
    {
        if (Console.WaitFor(text, timeout)) return Stopwatch.GetElapsedTime(StartTimestamp);
        string end = _child.HasExited ? $"ended with {Exit()}" : $"ran for {timeout.TotalSeconds:0.#} s";
        throw new TimeoutException($"the guest {end} without printing '{text}'\n{Describe()}");
    }

    /// <summary>Waits for the end of the machine.</summary>
    /// <exception cref="TimeoutException">It still runs; the message has the console.</exception>
    public GuestExit WaitForExit(TimeSpan timeout)
    {
        if (!_child.WaitForExit(timeout)) throw new TimeoutException($"the guest still runs after {timeout.TotalSeconds:0.#} s\n{Describe()}");
        _console.Wait();
        return Exit();
    }

    /// <summary>Waits without a deadline.</summary>
    public GuestExit WaitForExit() => WaitForExit(System.Threading.Timeout.InfiniteTimeSpan);

    public bool HasExited => _child.HasExited;

    /// <summary>What QEMU has used of the host's processors so far. It must still run.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            using Process process = Process.GetProcessById(_child.Id);
            return process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        _monitor?.Dispose();
        _child.Dispose();
        _folder.Dispose();
    }

    private GuestExit Exit() => ErrorText.Contains(": terminating on signal", StringComparison.Ordinal)
        ? new GuestExit(GuestEnd.Killed, 0)
        : GuestExit.FromQemu(_child.ExitCode, SaidError());

    private bool SaidError() =>
        ErrorText.Split('\n').Any(line => line.StartsWith("qemu", StringComparison.Ordinal) && !line.Contains(": warning:"));

    /// <summary>For error messages: the command line, the console so far, and what QEMU said if it has ended.</summary>
    public string Describe() =>
        $"command: {_options.ToCommand()}\nconsole: {Console.Text}\n{(_child.HasExited ? "QEMU: " + ErrorText : "")}";

    private void ReadConsole(Stream? copy)
    {
        Stream source = _child.StandardOutput.BaseStream;
        var buffer = new byte[4096];
        try
        {
            for (int length; (length = source.Read(buffer)) != 0;)
            {
                Console.Append(buffer.AsSpan(0, length));
                copy?.Write(buffer.AsSpan(0, length));
                copy?.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The machine was disposed while it ran.
        }
        Console.Close();
    }
}
