// Packets through a device that keeps to the rules.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Uk.Virtio.Tests.Model;
using Xunit;
using static Uk.Virtio.Tests.Model.PortUnderTest;

namespace Uk.Virtio.Tests;

public unsafe class VirtioNetTrafficTests
{
    /// <summary>
    /// The 16-bit indices of both rings wrap; every frame comes back once, in order, with every byte.
    /// </summary>
    [Theory]
    [InlineData(64, 64)]
    [InlineData(256, 4)]
    public void Eighty_thousand_frames_are_echoed_intact(int rxDescriptors, int txDescriptors)
    {
        const int frames = 80_000;
        ModelDevice device = new();
        Prepare(device, mbufs: 511);
        ModelPort.RxDescriptors = rxDescriptors;
        ModelPort.TxDescriptors = txDescriptors;
        Driver.Initialize();
        Random random = new(20);
        Queue<byte[]> expected = [];
        List<nint> backlog = [];
        int delivered = 0, collected = 0;
        while (collected < frames)
        {
            for (int i = random.Next(40); i > 0 && delivered < frames && device.Rx.OfferedCount > 0; i--)
            {
                byte[] frame = Frame(delivered++, random.Next(14, 1515));
                Assert.True(device.Deliver(frame));
                expected.Enqueue(frame);
            }
            if (backlog.Count == 0) Receive(backlog);
            Transmit(backlog);
            for (int i = random.Next(40); i > 0 && device.Collect() is byte[] frame; i--)
            {
                Assert.Equal(expected.Dequeue(), frame);
                collected++;
            }
        }
        Assert.Equal(0ul, DroppedInAll);
        Assert.Equal(rxDescriptors, device.Rx.OfferedCount);
        AssertAllMbufsAreInPoolOrRing(rxDescriptors);
    }

    private static void Receive(List<nint> packets)
    {
        Burst burst = default;
        Driver.Receive(0, ref burst, ref Drops);
        foreach (ref Mbuf mbuf in burst) packets.Add((nint)Unsafe.AsPointer(ref mbuf));
    }

    [Fact]
    public void Burst_takes_32_frames_and_leaves_the_others_for_the_next_poll()
    {
        ModelDevice device = Start();
        for (int i = 0; i < 50; i++) Assert.True(device.Deliver(Frame(i, 60)));
        Assert.Equal(Enumerable.Range(0, 32).Select(i => Frame(i, 60)), ReceiveAndFree());
        Assert.Equal(Enumerable.Range(32, 18).Select(i => Frame(i, 60)), ReceiveAndFree());
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(64, device.Rx.OfferedCount);
    }

    [Fact]
    public void Refill_notifies_once_a_burst_and_not_if_the_device_looks_by_itself()
    {
        ModelDevice device = Start();
        device.TakeNotification();
        for (int i = 0; i < 10; i++) Assert.True(device.Deliver(Frame(i, 60)));
        Assert.Equal(10, ReceiveAndFree().Count);
        Assert.Equal(0u, device.TakeNotification());
        Assert.Empty(ReceiveAndFree());
        Assert.Null(device.TakeNotification());

        device.Rx.NoNotify = true;
        Assert.True(device.Deliver(Frame(11, 60)));
        Assert.Single(ReceiveAndFree());
        Assert.Null(device.TakeNotification());
        Assert.Equal(64, device.Rx.OfferedCount);
    }

    [Fact]
    public void Transmit_notifies_once_a_burst_and_not_if_the_device_looks_by_itself()
    {
        ModelDevice device = Start();
        device.TakeNotification();
        Burst burst = default;
        Assert.Equal(0, Driver.Transmit(0, ref burst));
        Assert.Null(device.TakeNotification());
        for (int i = 0; i < 5; i++) burst.Add(NewPacket(Frame(i, 60)));
        Assert.Equal(5, Driver.Transmit(0, ref burst));
        Assert.Equal(1u, device.TakeNotification());

        device.Tx.NoNotify = true;
        burst = default;
        burst.Add(NewPacket(Frame(5, 60)));
        Assert.Equal(1, Driver.Transmit(0, ref burst));
        Assert.Null(device.TakeNotification());
        Assert.Equal(6, device.Tx.OfferedCount);
        for (int i = 0; i < 6; i++) Assert.Equal(Frame(i, 60), device.Collect());
    }

    [Fact]
    public void Full_transmit_ring_takes_what_fits_and_goes_on_when_the_device_has_sent()
    {
        ModelDevice device = Start();
        List<nint> backlog = [];
        for (int i = 0; i < 80; i++) backlog.Add((nint)NewPacket(Frame(i, 100)));
        Assert.Equal(32, Transmit(backlog));
        Assert.Equal(32, Transmit(backlog));
        Assert.Equal(0, Transmit(backlog));
        for (int i = 0; i < 3; i++) Assert.Equal(Frame(i, 100), device.Collect());
        Assert.Equal(3, Transmit(backlog));
        for (int i = 3; i < 67; i++) Assert.Equal(Frame(i, 100), device.Collect());
        Assert.Equal(13, Transmit(backlog));
        for (int i = 67; i < 80; i++) Assert.Equal(Frame(i, 100), device.Collect());
        Assert.Null(device.Collect());
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Device_may_send_in_any_order()
    {
        ModelDevice device = Start();
        Random random = new(3);
        for (int round = 0; round < 200; round++)
        {
            List<nint> backlog = [];
            for (int i = 0; i < 20; i++) backlog.Add((nint)NewPacket(Frame(i, 60)));
            Assert.Equal(20, Transmit(backlog));
            List<DeviceChain> chains = [];
            while (device.Tx.TryTake(out DeviceChain chain)) chains.Add(chain);
            foreach (DeviceChain chain in chains.OrderBy(_ => random.Next())) device.Tx.Complete(chain, 0);
        }
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Packet_without_headroom_goes_out_with_a_header_of_its_own()
    {
        ModelDevice device = Start();
        for (int i = 0; i < 100; i++)
        {
            List<nint> backlog = [(nint)WithoutHeadroom(Frame(i, 300)), (nint)WithoutHeadroom([]), (nint)NewPacket([])];
            Assert.Equal(3, Transmit(backlog));
            Assert.Equal(Frame(i, 300), device.Collect());
            Assert.Equal(Array.Empty<byte>(), device.Collect()!);
            Assert.Equal(Array.Empty<byte>(), device.Collect()!);
        }
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Packets_without_headroom_need_two_descriptors()
    {
        ModelDevice device = Start();
        List<nint> backlog = [];
        for (int i = 0; i < 40; i++) backlog.Add((nint)WithoutHeadroom(Frame(i, 60)));
        Assert.Equal(32, Transmit(backlog));
        Assert.Equal(0, Transmit(backlog));
        for (int i = 0; i < 32; i++) Assert.Equal(Frame(i, 60), device.Collect());
        Assert.Equal(8, Transmit(backlog));
    }

    /// <summary>An mbuf whose data starts with the room, as after headers were put in front of a frame.</summary>
    private static Mbuf* WithoutHeadroom(byte[] frame)
    {
        Mbuf* mbuf = ModelPool.Allocate();
        Assert.True(mbuf->Prepend(mbuf->HeadroomLength) != null);
        Assert.True(mbuf->TrySetLength((uint)frame.Length));
        frame.CopyTo(mbuf->Data);
        return mbuf;
    }

    [Theory]
    [InlineData(2048, 2048, true)]
    [InlineData(2048, 2049, false)]
    [InlineData(256, 257, false)]
    [InlineData(256, 9000, false)]
    public void Frame_longer_than_an_mbuf_is_dropped_whole_and_counted_once(int dataRoom, int lengthBytes, bool fits)
    {
        ModelDevice device = Start(dataRoom: dataRoom);
        Assert.True(device.Deliver(Frame(1, 60)));
        Assert.True(device.Deliver(Frame(2, lengthBytes)));
        Assert.True(device.Deliver(Frame(3, 60)));
        List<byte[]> frames = [.. ReceiveAndFree(), .. ReceiveAndFree()];
        Assert.Equal(fits ? [Frame(1, 60), Frame(2, lengthBytes), Frame(3, 60)] : [Frame(1, 60), Frame(3, 60)], frames);
        Assert.Equal(fits ? 0ul : 1ul, Dropped(DropReason.Oversize));
        Assert.Equal(fits ? 0ul : 1ul, DroppedInAll);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Theory]
    [InlineData(0, DropReason.Truncated)]
    [InlineData(13, DropReason.Truncated)]
    [InlineData(14, DropReason.None)]
    public void Frame_shorter_than_its_header_is_counted(int lengthBytes, DropReason reason)
    {
        ModelDevice device = Start();
        Assert.True(device.Deliver(Frame(1, lengthBytes)));
        Assert.Equal(reason == DropReason.None ? 1 : 0, ReceiveAndFree().Count);
        Assert.Equal(reason == DropReason.None ? 0ul : 1ul, DroppedInAll);
        if (reason != DropReason.None) Assert.Equal(1ul, Dropped(reason));
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Without_mergeable_buffers_the_header_says_nothing_about_parts()
    {
        ModelDevice device = new(ModelDevice.VERSION_1 | ModelDevice.MAC);
        Prepare(device);
        Driver.Initialize();
        Assert.True(device.Rx.TryTake(out DeviceChain chain));
        new Span<byte>(ModelMemory.FromIova(chain.Pieces[0].Iova, 74), 74).Fill(0xEE);
        device.Rx.Complete(chain, 74);
        Assert.Equal(Enumerable.Repeat((byte)0xEE, 62), ReceiveAndFree().Single());
    }

    /// <summary>With mergeable buffers 34 of 2060 bytes hold the longest frame; without them a quarter stays.</summary>
    [Theory]
    [InlineData(true, 34)]
    [InlineData(false, 16)]
    public void Empty_pool_lets_the_ring_shrink_to_its_reserve_then_drops_and_counts_and_recovers(
        bool mergeable, int reserve)
    {
        ModelDevice device = new();
        if (!mergeable) device.Features &= ~ModelDevice.MRG_RXBUF;
        Prepare(device, mbufs: 64);
        Driver.Initialize();
        List<nint> held = [];
        for (int i = 0; i < 64 - reserve; i++)
        {
            Assert.True(device.Deliver(Frame(i, 60)));
            Receive(held);
        }
        Assert.Equal(64 - reserve, held.Count);
        Assert.Equal(0ul, DroppedInAll);

        for (int i = 0; i < 100; i++)
        {
            Assert.True(device.Deliver(Frame(i, 60)));
            Receive(held);
        }
        Assert.Equal(64 - reserve, held.Count);
        Assert.Equal(100ul, Dropped(DropReason.NoMbuf));
        Assert.Equal(reserve, device.Rx.OfferedCount);
        if (mergeable)
        {
            Assert.True(device.Deliver(Frame(1, 68 << 10)));
            Receive(held);
            Receive(held);
            Assert.Equal(1ul, Dropped(DropReason.Oversize));
            Drops[(int)DropReason.Oversize] = 0;
        }

        foreach (nint mbuf in held) ModelPool.Free((Mbuf*)mbuf);
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(64, device.Rx.OfferedCount);
        Assert.True(device.Deliver(Frame(7, 60)));
        Assert.Equal(Frame(7, 60), ReceiveAndFree().Single());
        Assert.Equal(100ul, DroppedInAll);
    }

    [Fact]
    public void Mbufs_that_the_device_has_sent_are_fetched_when_the_pool_runs_low()
    {
        ModelDevice device = Start(mbufs: 96);
        for (int round = 0; round < 100; round++)
        {
            List<nint> packets = [];
            for (int i = 0; i < 20; i++) Assert.True(device.Deliver(Frame(i, 60)));
            Receive(packets);
            Assert.Equal(20, packets.Count);
            Assert.Equal(20, Transmit(packets));
            for (int i = 0; i < 20; i++) Assert.Equal(Frame(i, 60), device.Collect());
        }
        Assert.Equal(0ul, DroppedInAll);
        AssertAllMbufsAreInPoolOrRing(64);
    }
}
