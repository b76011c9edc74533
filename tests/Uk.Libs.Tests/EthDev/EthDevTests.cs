using System;
using System.Collections.Generic;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Mempool;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.EthDev;

using Pool = TestPool<EthDevTests>;
using Port = EthDev<EthDevTests.Driver, TestPool<EthDevTests>, EthDevTests.Scheduler, NobodyObserves, EthDevTests.Options>;

public sealed unsafe class EthDevTests
{
    /// <summary>Receives what a test queues, and keeps or frees what it is given to send.</summary>
    internal struct Driver : IEthDriver<Driver>
    {
        public static readonly Queue<int> Lengths = [];
        public static readonly List<int> Sent = [];
        public static int Room;
        public static int TransmitCalls;
        public static DropReason DriverDrops;
        public static bool EndedValue;

        public static MacAddress MacAddress => new(0x0200_0000_0007);
        public static bool LinkUp => true;
        public static bool Ended => EndedValue;

        public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
        {
            if (DriverDrops != DropReason.None) drops.Count(DriverDrops);
            while (Lengths.Count > 0 && !burst.IsFull)
            {
                Mbuf* packet = Pool.Allocate();
                Assert.True(packet->TrySetLength((uint)Lengths.Dequeue()));
                burst.Add(packet);
            }
        }

        public static int Transmit(int queue, ref Burst burst)
        {
            TransmitCalls++;
            int sent = Math.Min(Room, burst.Count);
            for (int i = 0; i < sent; i++)
            {
                Assert.Equal(DropReason.None, burst.At(i)->DropReason);
                Sent.Add((int)burst.At(i)->DataLength);
                // The length must not be read after this: another packet may have the mbuf by then.
                burst.At(i)->Reset();
                Pool.Free(burst.At(i));
            }
            return sent;
        }
    }

    internal struct Scheduler : IScheduler<Scheduler>
    {
        public static readonly List<uint> Idles = [];
        public static int ArriveAfter;

        public static void Idle(uint emptyPolls)
        {
            Idles.Add(emptyPolls);
            if (Idles.Count == ArriveAfter) Driver.Lengths.Enqueue(60);
            Driver.EndedValue = Idles.Count == 10;
        }
    }

    internal struct Options : IPortOptions;

    public EthDevTests()
    {
        Pool.Create(mbufs: 64);
        PortCounters<Options>.Statistics = default;
        Driver.Lengths.Clear();
        Driver.Sent.Clear();
        Driver.Room = Burst.Capacity;
        Driver.TransmitCalls = 0;
        Driver.DriverDrops = DropReason.None;
        Driver.EndedValue = false;
        Scheduler.Idles.Clear();
        Scheduler.ArriveAfter = 0;
    }

    [Fact]
    public void Receiving_counts_packets_bytes_and_the_drivers_drops()
    {
        foreach (int length in (int[])[60, 1514, 0])
            Driver.Lengths.Enqueue(length);
        Driver.DriverDrops = DropReason.Oversize;
        Burst burst = default;
        Assert.Equal(3, Port.TryRxBurst(ref burst));
        Assert.Equal(3, burst.Count);
        Assert.Equal(3UL, Port.Statistics.RxPackets);
        Assert.Equal(1574UL, Port.Statistics.RxBytes);
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.Oversize]);
    }

    [Fact]
    public void A_burst_has_at_most_32_packets()
    {
        for (int i = 0; i < 40; i++)
            Driver.Lengths.Enqueue(60);
        Burst burst = default;
        Assert.Equal(32, Port.TryRxBurst(ref burst));
        Assert.Equal(32, Port.TxBurst(ref burst));
        Assert.Equal(8, Port.TryRxBurst(ref burst));
        Assert.Equal(40UL, Port.Statistics.RxPackets);
    }

    [Fact]
    public void Waiting_counts_the_fruitless_turns()
    {
        Scheduler.ArriveAfter = 3;
        Burst burst = default;
        Assert.True(Port.RxBurst(ref burst));
        Assert.Equal([0u, 1u, 2u], Scheduler.Idles);
        Assert.Equal(1, burst.Count);
    }

    [Fact]
    public void Waiting_ends_when_the_peer_has_gone()
    {
        Burst burst = default;
        Assert.False(Port.RxBurst(ref burst));
        Assert.Equal(10, Scheduler.Idles.Count);
        Assert.Equal(0, burst.Count);
    }

    [Fact]
    public void What_came_before_the_end_is_delivered_first()
    {
        Driver.Lengths.Enqueue(60);
        Driver.EndedValue = true;
        Burst burst = default;
        Assert.True(Port.RxBurst(ref burst));
        Port.TxBurst(ref burst);
        Assert.False(Port.RxBurst(ref burst));
        Assert.Empty(Scheduler.Idles);
    }

    [Fact]
    public void Dropped_packets_are_counted_freed_and_left_out_in_order()
    {
        Burst burst = Filled(100, 101, 102, 103, 104);
        burst.At(0)->Drop(DropReason.Policy);
        burst.At(2)->Drop(DropReason.BadChecksum);
        burst.At(4)->Drop(DropReason.BadChecksum);
        Assert.Equal(2, Port.TxBurst(ref burst));
        Assert.Equal([101, 103], Driver.Sent);
        Assert.Equal(0, burst.Count);
        Assert.Equal(Pool.Capacity, Pool.Available);
        Assert.Equal(0UL, Pool.BadFrees);
        Assert.Equal(2UL, Port.Statistics.TxPackets);
        Assert.Equal(204UL, Port.Statistics.TxBytes);
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.Policy]);
        Assert.Equal(2UL, Port.Statistics.Drops[(int)DropReason.BadChecksum]);
        Assert.Equal(0UL, Port.Statistics.Drops[(int)DropReason.None]);
    }

    [Fact]
    public void What_the_device_has_no_room_for_is_counted_and_freed()
    {
        Driver.Room = 1;
        Burst burst = Filled(100, 200, 300);
        burst.At(1)->Drop(DropReason.NotForUs);
        Assert.Equal(1, Port.TxBurst(ref burst));
        Assert.Equal([100], Driver.Sent);
        Assert.Equal(1UL, Port.Statistics.TxPackets);
        Assert.Equal(100UL, Port.Statistics.TxBytes);
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.TxFull]);
        Assert.Equal(1UL, Port.Statistics.Drops[(int)DropReason.NotForUs]);
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void A_burst_of_nothing_does_not_reach_the_driver()
    {
        Burst burst = default;
        Assert.Equal(0, Port.TxBurst(ref burst));
        burst = Filled(60);
        burst.At(0)->Drop(DropReason.Malformed);
        Assert.Equal(0, Port.TxBurst(ref burst));
        Assert.Equal(0, Driver.TransmitCalls);
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void A_reason_that_does_not_exist_counts_as_policy()
    {
        Burst burst = Filled(60, 60);
        burst.At(0)->Drop((DropReason)DropCounters.Length);
        burst.At(1)->Drop((DropReason)255);
        Assert.Equal(0, Port.TxBurst(ref burst));
        Assert.Equal(2UL, Port.Statistics.Drops[(int)DropReason.Policy]);
    }

    [Fact]
    public void Every_packet_of_a_random_burst_has_exactly_one_fate()
    {
        Random random = new(11);
        ulong offered = 0;
        for (int round = 0; round < 2000; round++)
        {
            int count = random.Next(Burst.Capacity + 1);
            int[] lengths = new int[count];
            for (int i = 0; i < count; i++)
                lengths[i] = random.Next(1515);
            Burst burst = Filled(lengths);
            Driver.Room = random.Next(Burst.Capacity + 1);
            Driver.Sent.Clear();
            List<int> kept = [];
            for (int i = 0; i < count; i++)
            {
                if (random.Next(3) == 0) burst.At(i)->Drop((DropReason)random.Next(1, DropCounters.Length));
                else kept.Add(lengths[i]);
            }
            int sent = Port.TxBurst(ref burst);
            Assert.Equal(Math.Min(Driver.Room, kept.Count), sent);
            Assert.Equal(kept[..sent], Driver.Sent);
            Assert.Equal(Pool.Capacity, Pool.Available);
            offered += (ulong)count;
        }
        ulong counted = Port.Statistics.TxPackets;
        for (int reason = 0; reason < DropCounters.Length; reason++)
            counted += Port.Statistics.Drops[reason];
        Assert.Equal(offered, counted);
        Assert.Equal(0UL, Pool.BadFrees);
    }

    [Fact]
    public void Counters_of_a_port_are_one_field_of_a_class_of_their_own()
    {
        Assert.Single(typeof(PortCounters<Options>).GetFields());
        fixed (PortStatistics* counters = &PortCounters<Options>.Statistics)
        {
            counters->RxPackets = 5;
            // In the documented order, 8 bytes each: what a monitor relies on.
            Assert.Equal(5UL, ((ulong*)counters)[0]);
            Assert.Equal((4 + DropCounters.Length) * sizeof(ulong), sizeof(PortStatistics));
        }
        Assert.Equal(5UL, Port.Statistics.RxPackets);
    }

    private static Burst Filled(params int[] lengths)
    {
        Burst burst = default;
        foreach (int length in lengths)
        {
            Mbuf* packet = Pool.Allocate();
            Assert.True(packet->TrySetLength((uint)length));
            burst.Add(packet);
        }
        return burst;
    }
}
