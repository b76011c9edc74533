// The guest's network cable and the host's private network, without a guest.

using System;
using System.Buffers.Binary;
using System.Net.Sockets;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class NetworkTests
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    [Fact]
    public void Frames_pass_in_both_directions_behind_their_length()
    {
        using var peer = new FramePeer();
        string path = peer.Backend.Netdev[(peer.Backend.Netdev.LastIndexOf('=') + 1)..];
        using var guest = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        guest.Connect(new UnixDomainSocketEndPoint(path));

        peer.Send("to the guest"u8);
        var buffer = new byte[16];
        int length = 0;
        while (length < buffer.Length) length += guest.Receive(buffer.AsSpan(length));
        Assert.Equal(12, BinaryPrimitives.ReadInt32BigEndian(buffer));
        Assert.Equal("to the guest"u8, buffer.AsSpan(4));

        // In pieces, as sockets may deliver them.
        guest.Send([0, 0]);
        guest.Send([0, 2, 0xAB]);
        guest.Send([0xCD, 0, 0, 0, 1, 0xEF]);
        Assert.Equal([0xAB, 0xCD], peer.Receive(s_timeout));
        Assert.Equal([0xEF], peer.Receive(s_timeout));
        Assert.Null(peer.Receive(TimeSpan.Zero));
    }

    [Fact]
    public void A_private_network_has_a_tap_device_and_vanishes()
    {
        using TapNetwork network = PrivateNetwork.CreateOrSkip("10.77.0.1", 24);
        string addresses = network.Namespace.Run(s_timeout, HostTool.Ip, "-brief", "address").OutputOrThrow();
        Assert.Contains("uk0", addresses);
        Assert.Contains("10.77.0.1/24", addresses);
        PingResult self = network.Ping("10.77.0.1", count: 2, TimeSpan.FromMilliseconds(10));
        Assert.Equal((2, 2), (self.Sent, self.Received));
        Assert.InRange(self.AverageMs, self.MinMs, self.MaxMs);
        Assert.Equal(0, network.Ping("10.77.0.2", count: 1, TimeSpan.FromMilliseconds(10)).Received);

        string host = HostTool.Ip.Output(s_timeout, "-brief", "address");
        Assert.DoesNotContain("10.77.0.1/24", host);
    }
}
