using System;
using System.Diagnostics;
using System.Linq;
using Uk.EthDev;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

/// <summary>A running application with a peer on the cable of each of its ports.</summary>
internal sealed class AppGuest : IDisposable
{
    private static readonly TimeSpan s_bootTimeout = Patience.Long;
    private static readonly TimeSpan s_replyTimeout = Patience.Long;

    private readonly string _image;

    /// <param name="ready">What it prints when its ports are up.</param>
    public AppGuest(string image, string machine, string ready, int ports = 1, string? commandLine = null)
    {
        Requires.Tool(HostTool.Qemu);
        _image = image;
        Peers = [.. Enumerable.Range(0, ports).Select(_ => new FramePeer())];
        var options = new QemuOptions(image, GuestMachine.Named(machine))
        {
            Network = Peers[0].Backend,
            MoreNetworks = [.. Peers.Skip(1).Select(peer => peer.Backend)],
            CommandLine = commandLine,
        };
        Qemu = QemuProcess.Start(options);
        Qemu.WaitForText(ready, s_bootTimeout);
    }

    public QemuProcess Qemu { get; }

    /// <summary>In the order of QEMU's devices, which is that of their MAC addresses.</summary>
    public FramePeer[] Peers { get; }

    public FramePeer Peer => Peers[0];

    /// <summary>The next frame that the guest sends at a port.</summary>
    public byte[] Receive(FramePeer peer) =>
        peer.Receive(s_replyTimeout) ?? throw new TimeoutException($"the guest sends nothing\n{Qemu.Describe()}");

    /// <summary>Sends a frame and returns the next that the guest sends at the same port.</summary>
    public byte[] Ask(FramePeer peer, byte[] frame)
    {
        peer.Send(frame);
        return Receive(peer);
    }

    /// <summary>Equal but for what pads the frame to the shortest that there is.</summary>
    public static void AssertFrame(byte[] expected, byte[] frame)
    {
        Assert.InRange(frame.Length, expected.Length, Math.Max(expected.Length, 60));
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(frame[..expected.Length]));
    }

    /// <summary>The statistics of a port once they are as expected, or as they are after a while.</summary>
    public PortStatistics Counters(string port, Func<PortStatistics, bool> expected)
    {
        GuestCounters counters = GuestCounters.Find(GuestSymbols.Load(_image + ".dbg"), port);
        long start = Stopwatch.GetTimestamp();
        PortStatistics statistics;
        do statistics = counters.Read(Qemu.Monitor);
        while (!expected(statistics) && Stopwatch.GetElapsedTime(start) < s_replyTimeout);
        return statistics;
    }

    public void Dispose()
    {
        Qemu.Dispose();
        foreach (FramePeer peer in Peers) peer.Dispose();
    }
}
