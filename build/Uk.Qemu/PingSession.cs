// A guest that the host pings from before it exists: so the first reply comes as early as it can.

using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Uk.Qemu;

/// <summary>A booted guest that has answered a ping of the host. Owns the machine, not the network.</summary>
public sealed class PingSession : IDisposable
{
    private PingSession(QemuProcess guest, TimeSpan firstReply)
    {
        Guest = guest;
        FirstReply = firstReply;
    }

    public QemuProcess Guest { get; }

    /// <summary>From the start of QEMU to the arrival of the first reply at the host's ping.</summary>
    public TimeSpan FirstReply { get; }

    /// <summary>Boots a guest on a network and waits for its first reply.</summary>
    /// <param name="options">Its network is replaced.</param>
    /// <exception cref="TimeoutException">None came; the message has the guest's console.</exception>
    public static PingSession Start(QemuOptions options, TapNetwork network, string address, TimeSpan timeout)
    {
        var ping = new ChildCommand(HostTool.Ping.Require(), ["-n", "-i", "0.01", "-s", "56", address]);
        using var pinging = ChildProcess.Start(ping, ChildInput.None, network.Namespace.Enter);
        Task<long> reply = Task.Factory.StartNew(() => WaitForReply(pinging.StandardOutput), TaskCreationOptions.LongRunning);
        QemuProcess guest = QemuProcess.Start(options with { Network = network.Backend });
        if (reply.Wait(timeout) && reply.Result != 0) return new PingSession(guest, Stopwatch.GetElapsedTime(guest.StartTimestamp, reply.Result));
        string text = guest.Describe();
        guest.Dispose();
        throw new TimeoutException($"no ping reply from {address} within {timeout.TotalSeconds:0.#} s\n{text}");
    }

    public void Dispose() => Guest.Dispose();

    // Zero where ping ends without one.
    private static long WaitForReply(StreamReader output)
    {
        try
        {
            while (output.ReadLine() is { } line)
                if (line.Contains(" bytes from ", StringComparison.Ordinal)) return Stopwatch.GetTimestamp();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The waiting was given up.
        }
        return 0;
    }
}
