// Small programs with a port: the least that can be declared, and another allocator.

using System;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class PortProbeTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("OnePort", "microvm")]
    [InlineData("OnePort", "q35")]
    [InlineData("BuddyPort", "microvm")]
    public void Frames_come_back(string probe, string machine)
    {
        Requires.Tool(HostTool.Qemu);
        using var peer = new FramePeer();
        var options = new QemuOptions(Images.Probe(probe), GuestMachine.Named(machine)) { Memory = new MemorySize(4096), Network = peer.Backend };
        using var qemu = QemuProcess.Start(options);
        qemu.WaitForText("ready", s_timeout);
        // More than the pool has mbufs: each is given back.
        for (int i = 0; i < 600; i++)
        {
            byte[] frame = Frames.Ethernet(Frames.GuestMac, 0x88B5, BitConverter.GetBytes((long)i * 0x0101_0101_0101));
            peer.Send(frame);
            byte[]? back = peer.Receive(s_timeout);
            Assert.True(back is not null, qemu.Describe());
            Assert.Equal(frame, back[..frame.Length]);
        }
    }
}
