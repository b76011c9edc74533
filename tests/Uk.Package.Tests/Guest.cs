using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Uk.Image.Tests;
using Uk.Qemu;
using Xunit;

namespace Uk.Package.Tests;

/// <summary>A booted image, with a peer on the cable of each of its ports.</summary>
internal sealed class Guest : IDisposable
{
    /// <summary>QEMU's network devices.</summary>
    public const string FirstMac = "52:54:00:12:34:56", SecondMac = "52:54:00:12:34:57";

    private static readonly TimeSpan s_patience = Patience.Long;

    private readonly QemuProcess _qemu;
    private readonly FramePeer[] _peers;

    public Guest(string image, string ready, int ports = 1)
    {
        Requires.Tool(HostTool.Qemu);
        _peers = [.. Enumerable.Range(0, ports).Select(_ => new FramePeer())];
        _qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm)
        {
            Memory = new MemorySize(16 * 1024),
            Network = _peers[0].Backend,
            MoreNetworks = [.. _peers.Skip(1).Select(peer => peer.Backend)],
        });
        _qemu.WaitForText(ready, s_patience);
    }

    public void Send(int port, byte[] frame) => _peers[port].Send(frame);

    /// <summary>Sends a frame several times in a second until the guest prints the text.</summary>
    public void SendUntilText(int port, byte[] frame, string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!_qemu.Console.Text.Contains(text, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(start) > s_patience) throw new TimeoutException($"the guest does not print '{text}'\n{_qemu.Describe()}");
            Send(port, frame);
            Thread.Sleep(200);
        }
    }

    public void WaitForText(string text) => _qemu.WaitForText(text, s_patience);

    /// <summary>The next frame that the guest sends there; equal but for what pads it to the shortest that there is.</summary>
    public void AssertSends(int port, byte[] expected)
    {
        byte[] frame = _peers[port].Receive(s_patience) ?? throw new TimeoutException($"the guest sends nothing\n{_qemu.Describe()}");
        Assert.InRange(frame.Length, expected.Length, Math.Max(expected.Length, 60));
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(frame[..expected.Length]));
    }

    public void Dispose()
    {
        _qemu.Dispose();
        foreach (FramePeer peer in _peers) peer.Dispose();
    }
}
