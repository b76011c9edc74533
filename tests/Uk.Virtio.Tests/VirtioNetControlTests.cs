// The control queue, several pairs of queues, and offloads: what a port asks for beyond frames.

using System;
using System.Collections.Generic;
using System.Linq;
using Uk.EthDev;
using Uk.Virtio.Tests.Model;
using Xunit;
using static Uk.Virtio.Tests.Model.PortUnderTest;

namespace Uk.Virtio.Tests;

public unsafe class VirtioNetControlTests : IDisposable
{
    private const ulong CSUM = 1, GUEST_CSUM = 2, GUEST_TSO = 1 << 7 | 1 << 8, HOST_TSO = 1 << 11 | 1 << 12, CTRL_VQ = 1 << 17, CTRL_RX = 1 << 18, MQ = 1 << 22, RSS = 1UL << 60;

    private readonly List<byte[]> _commands = [];
    private byte _answer;

    public void Dispose() => ModelPort.Reset();

    /// <summary>Answers each command as it comes: class, command, data.</summary>
    private void Answer(ModelDevice device, ModelQueue control)
    {
        while (control.Enabled && control.TryTake(out DeviceChain chain))
        {
            List<byte> command = [];
            foreach (DevicePiece piece in chain.Pieces.Where(piece => !piece.Writable))
                command.AddRange(new ReadOnlySpan<byte>(ModelMemory.FromIova(piece.Iova, piece.LengthBytes), (int)piece.LengthBytes));
            _commands.Add([.. command]);
            DevicePiece answer = Assert.Single(chain.Pieces, piece => piece.Writable);
            Assert.Equal(1u, answer.LengthBytes);
            *ModelMemory.FromIova(answer.Iova, 1) = _answer;
            control.Complete(chain, 1);
        }
        Assert.NotEqual(0, device.Status & 4);
    }

    private ModelDevice WithControl(int pairs, ulong features)
    {
        ModelQueue[] queues = [.. Enumerable.Range(0, 2 * pairs + 1).Select(_ => new ModelQueue())];
        ModelDevice device = new(ModelDevice.VERSION_1 | ModelDevice.MAC | ModelDevice.STATUS | features) { Queues = queues };
        device.Config[8] = (byte)pairs;
        device.OnNotification = index =>
        {
            if (index == 2 * pairs) Answer(device, queues[^1]);
        };
        return device;
    }

    [Fact]
    public void Port_that_asks_for_nothing_has_no_control_queue()
    {
        ModelDevice device = WithControl(1, CTRL_VQ | CTRL_RX);
        Prepare(device);
        Driver.Initialize();
        Assert.Equal(0ul, device.DriverFeatures & (CTRL_VQ | CTRL_RX));
        Assert.False(device.Queues[2].Enabled);
        Assert.False(Driver.TrySetPromiscuous(true));
    }

    [Fact]
    public void Promiscuous_mode_is_switched_by_a_command()
    {
        ModelDevice device = WithControl(1, CTRL_VQ | CTRL_RX);
        Prepare(device);
        ModelPort.Promiscuous = true;
        Driver.Initialize();
        Assert.True(Driver.TrySetPromiscuous(true));
        Assert.True(Driver.IsPromiscuous);
        Assert.True(Driver.TrySetPromiscuous(false));
        _answer = 1;
        Assert.False(Driver.TrySetPromiscuous(true));
        Assert.False(Driver.IsPromiscuous);
        Assert.Equal([[0, 0, 1], [0, 0, 0], [0, 0, 1]], _commands);
    }

    /// <summary>A device that was reset has forgotten what it was told.</summary>
    [Fact]
    public void What_was_switched_on_is_so_after_a_reset()
    {
        ModelDevice device = WithControl(1, CTRL_VQ | CTRL_RX);
        Prepare(device);
        ModelPort.Promiscuous = true;
        Driver.Initialize();
        Assert.True(Driver.TrySetPromiscuous(true));
        device.Rx.ShowUsed(65);
        for (int i = 0; i < 3; i++) Assert.Empty(ReceiveAndFree());
        Assert.True(Driver.LinkUp);
        Assert.Equal([[0, 0, 1], [0, 0, 1]], _commands);
    }

    [Fact]
    public void Several_pairs_carry_their_own_frames()
    {
        const int pairs = 3;
        ModelDevice device = WithControl(4, CTRL_VQ | MQ);
        Prepare(device, mbufs: 511);
        ModelPort.Queues = pairs;
        Driver.Initialize();
        // Class 4, command 0: as many pairs, in the order of the bus.
        Assert.Equal([[4, 0, 3, 0]], _commands);
        Assert.Equal([true, true, true, true, true, true, false, false, true], device.Queues.Select(queue => queue.Enabled));
        for (int pair = 0; pair < pairs; pair++)
        {
            Burst burst = default;
            burst.Add(NewPacket(Frame(pair, 60 + pair)));
            Assert.Equal(1, Driver.Transmit(pair, ref burst));
            Assert.Equal(Enumerable.Range(0, pairs).Select(i => i == pair ? 1 : 0), Enumerable.Range(0, pairs).Select(i => device.Queues[2 * i + 1].OfferedCount));
            Assert.True(device.Queues[2 * pair + 1].TryTake(out DeviceChain sent));
            device.Queues[2 * pair + 1].Complete(sent, 0);

            Assert.True(device.Queues[2 * pair].TryTake(out DeviceChain chain));
            byte* room = ModelMemory.FromIova(chain.Pieces[0].Iova, 12 + 60);
            new Span<byte>(room, 72).Fill((byte)pair);
            device.Queues[2 * pair].Complete(chain, 72);
            for (int other = 0; other < pairs; other++)
            {
                burst = default;
                Driver.Receive(other, ref burst, ref Drops);
                Assert.Equal(other == pair ? 1 : 0, burst.Count);
                foreach (ref Mbuf mbuf in burst) Assert.All(mbuf.Data.ToArray(), octet => Assert.Equal(pair, octet));
                Free(ref burst);
            }
        }
        Assert.Equal(0ul, DroppedInAll);
    }

    /// <summary>Each pair keeps off the queues before the first one resets the device.</summary>
    [Fact]
    public void Device_of_several_pairs_is_reset_when_all_have_seen_that_it_is_down()
    {
        ModelDevice device = WithControl(2, CTRL_VQ | MQ);
        Prepare(device, mbufs: 511);
        ModelPort.Queues = 2;
        Driver.Initialize();
        Burst burst = default;
        Driver.Receive(1, ref burst, ref Drops);
        device.Queues[2].ShowUsed(65);
        Driver.Receive(1, ref burst, ref Drops);
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        Assert.False(Driver.LinkUp);
        device.Log.Clear();
        for (int i = 0; i < 5; i++) Driver.Receive(0, ref burst, ref Drops);
        Assert.Empty(device.Log);
        Driver.Receive(1, ref burst, ref Drops);
        Driver.Receive(0, ref burst, ref Drops);
        Assert.Equal("status 0", device.Log[0]);
        Assert.True(Driver.LinkUp);
        Assert.Equal(2, _commands.Count);
    }

    [Fact]
    public void Too_few_pairs_are_refused_with_what_to_do()
    {
        ModelDevice device = new();
        Prepare(device);
        ModelPort.Queues = 2;
        var refusal = Assert.Throws<InvalidOperationException>(Driver.Initialize);
        Assert.Contains("VIRTIO_NET_F_MQ", refusal.Message);
        Assert.Contains("queues=2", refusal.Message);
    }

    /// <summary>A device that hashes: keys of 40 bytes, a table of so many entries, these types.</summary>
    private ModelDevice WithRss(int pairs, ushort table, RssTypes types, byte keyBytes = 40)
    {
        ModelDevice device = WithControl(pairs, CTRL_VQ | MQ | RSS);
        device.Config = [.. device.Config, 0, 0, 0, 0, 0, keyBytes, (byte)table, (byte)(table >> 8), (byte)types, 0, 0, 0];
        return device;
    }

    [Fact]
    public void Queues_are_chosen_by_the_hash_that_the_port_names()
    {
        ModelDevice device = WithRss(4, 128, RssTypes.Ip | RssTypes.Tcp | RssTypes.Udp);
        Prepare(device, mbufs: 511);
        ModelPort.Queues = 3;
        ModelPort.Rss = RssTypes.Ipv4 | RssTypes.UdpIpv4;
        Driver.Initialize();
        Assert.Equal(RssTypes.Ip | RssTypes.Tcp | RssTypes.Udp, Driver.RssCapabilities);
        Assert.True(Driver.TrySetRss(ModelPort.Rss, default));
        byte[] expected =
        [
            4, 1, 0b000101, 0, 0, 0, 127, 0, 0, 0,
            .. Enumerable.Range(0, 128).SelectMany(i => (byte[])[(byte)(i % 3), 0]),
            3, 0, 40, .. RssHash.DefaultKey,
        ];
        Assert.Equal([4, 0, 3, 0], _commands[0]);
        Assert.Equal(expected, _commands[1]);
        // A device that was reset is told again.
        device.Rx.ShowUsed(65);
        Burst burst = default;
        for (int i = 0; i < 6; i++) Driver.Receive(i % 3, ref burst, ref Drops);
        for (int i = 0; i < 3; i++) Driver.Receive(i, ref burst, ref Drops);
        Driver.Receive(0, ref burst, ref Drops);
        Assert.True(Driver.LinkUp);
        Assert.Equal(expected, _commands[^1]);
    }

    [Theory]
    [InlineData(128, RssTypes.Ipv6, 40)]
    [InlineData(128, RssTypes.Ipv4, 20)]
    [InlineData(1, RssTypes.Ipv4, 40)]
    public void Hashes_that_a_device_does_not_have_are_refused(int table, RssTypes types, int keyBytes)
    {
        Prepare(WithRss(4, (ushort)table, types, (byte)keyBytes), mbufs: 511);
        ModelPort.Queues = 3;
        ModelPort.Rss = RssTypes.Ipv4;
        Driver.Initialize();
        Assert.False(Driver.TrySetRss(RssTypes.Ipv4, default));
        Assert.Equal([[4, 0, 3, 0]], _commands);
    }

    [Fact]
    public void A_small_table_is_filled_and_a_refusal_leaves_things_as_they_were()
    {
        Prepare(WithRss(4, 8, RssTypes.Ipv4), mbufs: 511);
        ModelPort.Queues = 2;
        ModelPort.Rss = RssTypes.Ipv4;
        Driver.Initialize();
        byte[] key = [.. Enumerable.Range(1, 40).Select(i => (byte)i)];
        Assert.False(Driver.TrySetRss(RssTypes.Ipv4, key.AsSpan(1)));
        Assert.True(Driver.TrySetRss(RssTypes.Ipv4, key));
        Assert.Equal([4, 1, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 40, .. key], _commands[^1]);
        _answer = 1;
        Assert.False(Driver.TrySetRss(RssTypes.None, default));
    }

    private static ModelDevice StartWith(EthOffloads offloads, ulong features)
    {
        ModelDevice device = new(ModelDevice.VERSION_1 | ModelDevice.MAC | ModelDevice.STATUS | features) { LastHeader = [] };
        Prepare(device);
        ModelPort.Offloads = offloads;
        Driver.Initialize();
        return device;
    }

    [Theory]
    [InlineData(MbufOffloads.TxTcpChecksum, 16)]
    [InlineData(MbufOffloads.TxUdpChecksum, 6)]
    public void Checksum_is_asked_for_in_the_header(MbufOffloads wanted, int offset)
    {
        ModelDevice device = StartWith(EthOffloads.TxChecksum, CSUM);
        Assert.Equal(EthOffloads.TxChecksum, Driver.Capabilities);
        Burst burst = default;
        Mbuf* packet = NewPacket(Frame(1, 80));
        packet->RequestOffloads(wanted, 14, 20);
        burst.Add(packet);
        burst.Add(NewPacket(Frame(2, 80)));
        Assert.Equal(2, Driver.Transmit(0, ref burst));
        Assert.Equal(Frame(1, 80), device.Collect());
        Assert.Equal([1, 0, 0, 0, 0, 0, 34, 0, (byte)offset, 0, 0, 0], device.LastHeader!);
        Assert.Equal(Frame(2, 80), device.Collect());
        Assert.Equal(new byte[12], device.LastHeader!);
    }

    [Theory]
    [InlineData(MbufOffloads.None, 1)]
    [InlineData(MbufOffloads.TxIpv6, 4)]
    public void Segmentation_is_asked_for_in_the_header(MbufOffloads version, int type)
    {
        ModelDevice device = StartWith(EthOffloads.TxSegmentation | EthOffloads.TxChecksum, CSUM | HOST_TSO);
        Burst burst = default;
        Mbuf* packet = NewPacket(Frame(1, 2000));
        packet->RequestOffloads(MbufOffloads.TxTcpChecksum | MbufOffloads.TxTcpSegmentation | version, 14, 20, 32, 1448);
        burst.Add(packet);
        Assert.Equal(1, Driver.Transmit(0, ref burst));
        Assert.Equal(Frame(1, 2000), device.Collect());
        Assert.Equal([1, (byte)type, 66, 0, 1448 & 0xFF, 1448 >> 8, 34, 0, 16, 0, 0, 0], device.LastHeader!);
    }

    /// <summary>The device would write, or read, where the packet is not.</summary>
    [Theory]
    [InlineData(14, 60, 0, 0, MbufOffloads.TxTcpChecksum)]
    [InlineData(255, 65535, 0, 0, MbufOffloads.TxUdpChecksum)]
    [InlineData(14, 20, 60, 100, MbufOffloads.TxTcpChecksum | MbufOffloads.TxTcpSegmentation)]
    [InlineData(14, 20, 20, 0, MbufOffloads.TxTcpChecksum | MbufOffloads.TxTcpSegmentation)]
    public void Header_lengths_that_lead_out_of_the_packet_are_counted(int l2, int l3, int l4, int segment, MbufOffloads wanted)
    {
        ModelDevice device = StartWith(EthOffloads.TxSegmentation | EthOffloads.TxChecksum, CSUM | HOST_TSO);
        Burst burst = default;
        Mbuf* packet = NewPacket(Frame(1, 80));
        packet->RequestOffloads(wanted, l2, l3, l4, segment);
        burst.Add(packet);
        burst.Add(NewPacket(Frame(2, 80)));
        Driver.Transmit(0, ref burst);
        Assert.Equal(Frame(2, 80), device.Collect());
        Assert.Null(device.Collect());
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(1ul, Dropped(DropReason.BadLength));
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Theory]
    [InlineData(0, MbufOffloads.None)]
    [InlineData(1, MbufOffloads.RxL4ChecksumNone)]
    [InlineData(2, MbufOffloads.RxL4ChecksumGood)]
    public void What_the_device_found_out_is_in_the_mbuf(byte flags, MbufOffloads expected)
    {
        ModelDevice device = StartWith(EthOffloads.RxChecksum, GUEST_CSUM);
        device.HeaderToDeliver[0] = flags;
        // A segment size is nothing that a port without LRO has asked for.
        device.HeaderToDeliver[1] = 1;
        Assert.True(device.Deliver(Frame(1, 100)));
        Burst burst = default;
        Driver.Receive(0, ref burst, ref Drops);
        Assert.Equal(expected, burst.At(0)->Offloads);
        Free(ref burst);
    }

    [Fact]
    public void Offloads_that_nobody_asks_for_are_not_agreed()
    {
        ModelDevice device = StartWith(EthOffloads.None, CSUM | GUEST_CSUM | GUEST_TSO | HOST_TSO);
        Assert.Equal(0ul, device.DriverFeatures & (CSUM | GUEST_CSUM | GUEST_TSO | HOST_TSO));
        Assert.Equal(EthOffloads.None, Driver.Capabilities);
    }
}
