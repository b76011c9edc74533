// Devices that do not keep to the rules: everything is counted, no mbuf is lost or in two places, nothing hangs.

using System;
using System.Collections.Generic;
using Uk.EthDev;
using Uk.Virtio.Tests.Model;
using Xunit;
using static Uk.Virtio.Tests.Model.PortUnderTest;

namespace Uk.Virtio.Tests;

public unsafe class VirtioNetLyingDeviceTests
{
    [Theory]
    [InlineData(64u)]
    [InlineData(65535u)]
    [InlineData(0x10000u)]
    [InlineData(uint.MaxValue)]
    public void Receive_id_out_of_range_is_counted(uint id)
    {
        ModelDevice device = Start();
        device.Rx.WriteUsed(id, 74);
        device.Rx.ShowUsed();
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        StillReceives(device);
    }

    [Fact]
    public void Buffer_that_is_returned_twice_is_counted()
    {
        ModelDevice device = Start();
        Assert.True(device.Rx.TryTake(out DeviceChain chain));
        MakeHeader(chain);
        device.Rx.WriteUsed(chain.Head, 74);
        device.Rx.WriteUsed(chain.Head, 74);
        device.Rx.ShowUsed();
        Assert.Single(ReceiveAndFree());
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        StillReceives(device);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(11u)]
    [InlineData(12u + 2048u + 1u)]
    [InlineData(uint.MaxValue)]
    public void Length_that_cannot_be_is_counted_and_the_buffer_used_again(uint lengthBytes)
    {
        ModelDevice device = Start();
        Assert.True(device.Rx.TryTake(out DeviceChain chain));
        MakeHeader(chain);
        device.Rx.Complete(chain, lengthBytes);
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        Assert.Equal(1ul, DroppedInAll);
        Assert.Equal(64, device.Rx.OfferedCount);
        StillReceives(device);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    [InlineData(65535)]
    public void Impossible_number_of_parts_is_counted_and_nothing_else_is_dropped(int parts)
    {
        ModelDevice device = Start();
        Assert.True(device.Rx.TryTake(out DeviceChain chain));
        MakeHeader(chain, (ushort)parts);
        device.Rx.Complete(chain, 74);
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        StillReceives(device);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(32768)]
    [InlineData(65535)]
    public void Receive_index_that_jumps_is_counted_and_the_device_reset(int jump)
    {
        ModelDevice device = Start();
        StillReceives(device);
        device.Log.Clear();
        device.Rx.ShowUsed((ushort)(device.Rx.UsedIdx + jump));
        Assert.Empty(ReceiveAndFree());
        Assert.Equal(1ul, DroppedInAll);
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        Assert.False(Driver.LinkUp);
        Assert.Empty(device.Log);
        Assert.Empty(ReceiveAndFree());
        Assert.Equal("status 0", device.Log[0]);
        Assert.True(Driver.LinkUp);
        Assert.Equal(1ul, Statistic("device_resets"));
        StillReceives(device);
        Assert.Equal(1ul, DroppedInAll);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Transmit_index_that_jumps_is_counted_and_the_device_reset()
    {
        ModelDevice device = Start();
        List<nint> backlog = [];
        for (int i = 0; i < 96; i++) backlog.Add((nint)NewPacket(Frame(i, 60)));
        Assert.Equal(32, Transmit(backlog));
        device.Tx.ShowUsed(65);
        Assert.Equal(32, Transmit(backlog));
        Assert.Equal(0, Transmit(backlog));
        Assert.False(Driver.LinkUp);
        // The first poll resets it, which takes back what it had; the next counts.
        Assert.Equal(0, Transmit(backlog));
        Assert.Equal(64ul, Statistic("tx_abandoned_packets"));
        StillReceives(device);
        Assert.Equal(1ul, Dropped(DropReason.DeviceError));
        Assert.Equal(32, Transmit(backlog));
        for (int i = 64; i < 96; i++) Assert.Equal(Frame(i, 60), device.Collect());
        AssertAllMbufsAreInPoolOrRing(64);
    }

    /// <summary>Asked again now and then; nothing waits for it, and nothing is lost meanwhile.</summary>
    [Fact]
    public void Device_that_does_not_come_back_is_asked_now_and_then()
    {
        ModelDevice device = Start();
        device.Rx.ShowUsed(65);
        Assert.Empty(ReceiveAndFree());
        device.IgnoresReset = true;
        device.Log.Clear();
        for (int i = 0; i < 2000; i++) Assert.Empty(ReceiveAndFree());
        Assert.Equal(2, device.Log.FindAll(line => line == "status 0").Count);
        Assert.False(Driver.LinkUp);
        device.IgnoresReset = false;
        for (int i = 0; i < 1024; i++) Assert.Empty(ReceiveAndFree());
        StillReceives(device);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    /// <summary>A device that is another one after its reset would surprise the program.</summary>
    [Fact]
    public void Device_that_comes_back_without_a_feature_stays_down()
    {
        ModelDevice device = Start();
        device.Rx.ShowUsed(65);
        Assert.Empty(ReceiveAndFree());
        device.Features &= ~ModelDevice.STATUS;
        for (int i = 0; i < 3000; i++) Assert.Empty(ReceiveAndFree());
        Assert.False(Driver.LinkUp);
        Assert.Equal(255, ModelPool.Available);
        device.Features |= ModelDevice.STATUS;
        for (int i = 0; i < 1024; i++) Assert.Empty(ReceiveAndFree());
        StillReceives(device);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    [Fact]
    public void Transmit_ids_that_were_not_given_are_counted_with_the_next_poll()
    {
        ModelDevice device = Start();
        List<nint> backlog = [];
        for (int i = 0; i < 64; i++) backlog.Add((nint)NewPacket(Frame(i, 60)));
        Transmit(backlog);
        Transmit(backlog);
        for (int i = 0; i < 60; i++) Assert.NotNull(device.Collect());
        device.Tx.WriteUsed(64, 0);
        device.Tx.WriteUsed(0, 0);
        device.Tx.WriteUsed(uint.MaxValue, 0);
        device.Tx.ShowUsed();
        backlog.Add((nint)NewPacket(Frame(1, 60)));
        Assert.Equal(1, Transmit(backlog));
        Assert.Equal(0ul, DroppedInAll);
        StillReceives(device);
        Assert.Equal(3ul, Dropped(DropReason.DeviceError));
        // Four packets were never returned, one is on its way.
        Assert.Equal(255 - 64 - 5, ModelPool.Available);
    }

    [Fact]
    public void Device_that_rewrites_the_descriptor_table_harms_only_itself()
    {
        ModelDevice device = Start();
        Random random = new(5);
        for (int round = 0; round < 200; round++)
        {
            // The device reads the descriptors that it was offered, then writes over all of them.
            List<DeviceChain> chains = [];
            while (device.Rx.TryTake(out DeviceChain chain)) chains.Add(chain);
            List<nint> backlog = [(nint)NewPacket(Frame(1, 60)), (nint)NewPacket(Frame(2, 60))];
            Assert.Equal(2, Transmit(backlog));
            while (device.Tx.TryTake(out DeviceChain chain)) device.Tx.WriteUsed(chain.Head, 0);
            foreach (ModelQueue queue in device.Queues)
                random.NextBytes(new Span<byte>(ModelMemory.FromIova(queue.DescriptorArea, 64 * 16), 64 * 16));
            device.Tx.ShowUsed();
            foreach (DeviceChain chain in chains)
            {
                MakeHeader(chain);
                device.Rx.WriteUsed(chain.Head, 74);
            }
            device.Rx.ShowUsed();
            Assert.Equal(32, ReceiveAndFree().Count);
            Assert.Equal(32, ReceiveAndFree().Count);
        }
        Assert.Equal(0ul, DroppedInAll);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    /// <summary>
    /// Wrong ids and lengths between right ones: each is counted once, each mbuf is where it belongs.
    /// </summary>
    [Fact]
    public void Lies_among_a_hundred_thousand_entries_are_counted_one_by_one()
    {
        ModelDevice device = Start();
        Random random = new(1234);
        List<DeviceChain> taken = [];
        ulong lies = 0;
        int frames = 0, received = 0;
        for (int step = 0; step < 100_000; step++)
        {
            while (device.Rx.TryTake(out DeviceChain offered)) taken.Add(offered);
            // A false id uses up an entry that a buffer would have: more than are out there would break the queue.
            DeviceChain chain = taken[random.Next(taken.Count)];
            switch (random.Next(4))
            {
                case 0:
                    device.Rx.WriteUsed((uint)random.Next(64, int.MaxValue), 74);
                    lies++;
                    break;
                case 1:
                    taken.Remove(chain);
                    MakeHeader(chain, random.Next(2) == 0 ? (ushort)0 : (ushort)random.Next(65, 65536));
                    device.Rx.WriteUsed(chain.Head, (uint)random.Next(12, 2061));
                    lies++;
                    break;
                case 2:
                    taken.Remove(chain);
                    MakeHeader(chain);
                    int length = random.Next(2) == 0 ? random.Next(12) : random.Next(2061, int.MaxValue);
                    device.Rx.WriteUsed(chain.Head, (uint)length);
                    lies++;
                    break;
                default:
                    taken.Remove(chain);
                    MakeHeader(chain);
                    device.Rx.WriteUsed(chain.Head, (uint)random.Next(26, 2061));
                    frames++;
                    break;
            }
            device.Rx.ShowUsed();
            received += ReceiveAndFree().Count;
        }
        Assert.Equal(frames, received);
        Assert.Equal(lies, Dropped(DropReason.DeviceError));
        Assert.Equal(lies, DroppedInAll);
        AssertAllMbufsAreInPoolOrRing(64);
    }

    /// <summary>Random bytes where the device writes: whatever they mean, no mbuf leaves its two places.</summary>
    [Fact]
    public void Garbage_in_the_rings_never_costs_more_than_the_rings_hold()
    {
        Random random = new(77);
        for (int round = 0; round < 400; round++)
        {
            ModelDevice device = Start();
            List<nint> held = [];
            for (int step = 0; step < 50; step++)
            {
                foreach (ModelQueue queue in device.Queues)
                {
                    Span<byte> ring = new(ModelMemory.FromIova(queue.DeviceArea, 4 + 8 * 64), 4 + 8 * 64);
                    ushort index = BitConverter.ToUInt16(ring[2..]);
                    random.NextBytes(ring);
                    // Half of the ids could be true, and the index mostly grows a little: else it stops at once.
                    for (int i = 0; i < 64; i += 2) BitConverter.TryWriteBytes(ring[(4 + 8 * i)..], random.Next(64));
                    if (random.Next(20) != 0) BitConverter.TryWriteBytes(ring[2..], (ushort)(index + random.Next(8)));
                }
                Burst burst = default;
                Driver.Receive(0, ref burst, ref Drops);
                foreach (ref Mbuf mbuf in burst)
                {
                    nint address = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref mbuf);
                    Assert.DoesNotContain(address, held);
                    Assert.InRange(mbuf.DataLength, 14u, 2048u);
                    held.Add(address);
                }
                if (held.Count > 0 && random.Next(2) == 0) Transmit(held);
                if (random.Next(4) == 0)
                {
                    foreach (nint mbuf in held) ModelPool.Free((Mbuf*)mbuf);
                    held.Clear();
                }
                Assert.InRange(ModelPool.Capacity - ModelPool.Available - held.Count, 0, 128);
            }
        }
    }

    private static ulong Statistic(string name)
    {
        EthStatistic[] statistics = new EthStatistic[8];
        int count = Driver.ReadExtendedStatistics(statistics);
        return Array.Find(statistics[..count], statistic => statistic.ToString() == name).Value;
    }

    private static void MakeHeader(DeviceChain chain, ushort parts = 1)
    {
        byte* header = ModelMemory.FromIova(chain.Pieces[0].Iova, 12);
        new Span<byte>(header, 12).Clear();
        *(ushort*)(header + 10) = parts;
    }

    private static void StillReceives(ModelDevice device)
    {
        for (int i = 0; i < 3; i++) Assert.True(device.Deliver(Frame(i, 60)));
        Assert.Equal([Frame(0, 60), Frame(1, 60), Frame(2, 60)], ReceiveAndFree());
    }
}
