using System;
using System.Diagnostics;
using Uk.EthDev;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

/// <summary>A running ping responder with a peer on its cable.</summary>
internal sealed class PingGuest : IDisposable
{
    private static readonly TimeSpan s_bootTimeout = Patience.Long;
    private static readonly TimeSpan s_replyTimeout = Patience.Long;

    private readonly QemuProcess _qemu;
    private readonly GuestCounters _counters;
    private ulong _received;

    public PingGuest(string machine)
    {
        Requires.Tool(HostTool.Qemu);
        Peer = new FramePeer();
        string image = Images.PingResponder;
        var options = new QemuOptions(image, GuestMachine.Named(machine)) { Memory = new MemorySize(4096), Network = Peer.Backend };
        _qemu = QemuProcess.Start(options);
        _counters = GuestCounters.Find(GuestSymbols.Load(image + ".dbg"), "Wan");
        _qemu.WaitForText("ping responder: ", s_bootTimeout);
    }

    public FramePeer Peer { get; }

    /// <summary>Sends a frame and returns the next that the guest sends.</summary>
    public byte[] Ask(byte[] frame)
    {
        Peer.Send(frame);
        return Receive(s_replyTimeout) ?? throw new TimeoutException($"the guest does not answer\n{_qemu.Describe()}");
    }

    /// <summary>The next frame that the guest sends, or null where none comes in time.</summary>
    public byte[]? Receive(TimeSpan timeout)
    {
        byte[]? frame = Peer.Receive(timeout);
        if (frame is not null) _received++;
        return frame;
    }

    /// <summary>An echo request and its right reply. As frames are neither lost nor overtaken, all that was sent before is done then.</summary>
    public void Ping(ushort sequence, ReadOnlySpan<byte> data)
    {
        byte[] request = Frames.EchoRequest(0x1234, sequence, data);
        AssertEchoReply(request, Ask(request));
    }

    /// <summary>
    /// The statistics of the port, read from the guest's memory. A frame arrives here before the guest has counted it:
    /// so once all that were received are counted.
    /// </summary>
    public PortStatistics ReadCounters()
    {
        long start = Stopwatch.GetTimestamp();
        PortStatistics statistics;
        do statistics = _counters.Read(_qemu.Monitor);
        while (statistics.TxPackets < _received && Stopwatch.GetElapsedTime(start) < s_replyTimeout);
        return statistics;
    }

    public void AssertStillRuns() => Assert.False(_qemu.HasExited, _qemu.HasExited ? _qemu.Describe() : "");

    /// <summary>Addresses exchanged, type 0, identifier, sequence and data as they were, both checksums right.</summary>
    public static void AssertEchoReply(byte[] request, byte[] reply)
    {
        const int Ip = Frames.EthernetHeader, Icmp = Ip + Frames.Ipv4Header;
        // The device may pad to the shortest frame that there is.
        Assert.InRange(reply.Length, request.Length, Math.Max(request.Length, 60));
        Assert.Equal(Frames.PeerMac, reply[..6]);
        Assert.Equal(Frames.GuestMac, reply[6..12]);
        Assert.Equal(request[12..(Ip + 4)], reply[12..(Ip + 4)]);
        Assert.Equal(0, Frames.Checksum(reply.AsSpan(Ip, Frames.Ipv4Header)));
        Assert.Equal(Frames.GuestAddress, reply[(Ip + 12)..(Ip + 16)]);
        Assert.Equal(Frames.PeerAddress, reply[(Ip + 16)..(Ip + 20)]);
        Assert.Equal((byte)0, reply[Icmp]);
        Assert.Equal(0, Frames.Checksum(reply.AsSpan(Icmp, request.Length - Icmp)));
        Assert.Equal(request[(Icmp + 4)..], reply[(Icmp + 4)..request.Length]);
    }

    public void Dispose()
    {
        _qemu.Dispose();
        Peer.Dispose();
    }
}
