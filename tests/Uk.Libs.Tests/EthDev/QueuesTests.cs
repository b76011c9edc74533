using System;
using System.Collections.Generic;
using System.Linq;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.EthDev;

using Pool = TestPool<QueuesTests>;
using Port = EthDev<QueuesTests.Driver, TestPool<QueuesTests>, QueuesTests.Scheduler, NobodyObserves, QueuesTests.Options>;
using Plain = EthDev<QueuesTests.PlainDriver, TestPool<QueuesTests>, QueuesTests.Scheduler, NobodyObserves, QueuesTests.Options>;

/// <summary>A port with several queues, with packets of several segments, and what its attribute asks for.</summary>
public sealed unsafe class QueuesTests
{
    /// <summary>Packets for each queue; it sends those of queue 1 only as far as there is room.</summary>
    internal struct Driver : IEthDriver<Driver>
    {
        public static readonly int[] Waiting = new int[4];
        public static readonly List<(int Queue, uint Length, int Segments)> Sent = [];
        public static int Room;
        public static int MtuValue;
        public static bool PromiscuousValue;
        public static RssTypes RssValue;

        public static MacAddress MacAddress => default;
        public static bool LinkUp => true;
        public static bool Ended => false;
        public static int MaxQueues => 4;
        public static bool SendsChains => true;
        public static EthOffloads Capabilities => EthOffloads.TxChecksum;
        public static RssTypes RssCapabilities => RssTypes.Ipv4;
        public static int MtuBytes => MtuValue;
        public static bool IsPromiscuous => PromiscuousValue;

        public static bool TrySetMtu(int mtuBytes)
        {
            if (mtuBytes > 9000) return false;
            MtuValue = mtuBytes;
            return true;
        }

        public static bool TrySetPromiscuous(bool on)
        {
            PromiscuousValue = on;
            return true;
        }

        public static bool TrySetRss(RssTypes types, ReadOnlySpan<byte> key)
        {
            if ((types & ~RssCapabilities) != 0) return false;
            RssValue = types;
            return true;
        }

        public static int ReadExtendedStatistics(Span<EthStatistic> statistics)
        {
            if (statistics.Length != 0) statistics[0] = new EthStatistic("driver_resets", 3);
            return 1;
        }

        public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
        {
            for (; Waiting[queue] > 0 && !burst.IsFull; Waiting[queue]--)
            {
                Mbuf* packet = Pool.Allocate();
                packet->TrySetLength((uint)(60 + queue));
                burst.Add(packet);
            }
            if (queue == 2) drops.Count(DropReason.Oversize);
        }

        public static int Transmit(int queue, ref Burst burst)
        {
            int sent = Math.Min(Room, burst.Count);
            for (int i = 0; i < sent; i++)
            {
                Sent.Add((queue, burst.At(i)->PacketLength, burst.At(i)->SegmentCount));
                Pool.Free(burst.At(i));
            }
            return sent;
        }
    }

    /// <summary>As the first drivers were: one piece for each packet.</summary>
    internal struct PlainDriver : IEthDriver<PlainDriver>
    {
        public static MacAddress MacAddress => default;
        public static bool LinkUp => true;
        public static bool Ended => false;
        public static int MaxQueues => 4;
        public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
        public static int Transmit(int queue, ref Burst burst) => Driver.Transmit(queue, ref burst);
    }

    internal struct Scheduler : IScheduler<Scheduler>
    {
        public static void Idle(uint emptyPolls) => Driver.Waiting[3] = 1;
    }

    internal struct Options : IPortOptions
    {
        public static int QueuesValue = 4;
        public static int MtuValue = 1500;
        public static bool PromiscuousValue;
        public static EthOffloads OffloadsValue;
        public static RssTypes RssValue;

        public static int Queues => QueuesValue;
        public static int Mtu => MtuValue;
        public static bool Promiscuous => PromiscuousValue;
        public static EthOffloads Offloads => OffloadsValue;
        public static RssTypes Rss => RssValue;
        public static string Name => "Wan";
    }

    public QueuesTests()
    {
        Pool.Create(mbufs: 80, dataRoom: 200, chains: true);
        Driver.Sent.Clear();
        Driver.Room = 32;
        Driver.MtuValue = 1500;
        Driver.PromiscuousValue = false;
        Driver.RssValue = RssTypes.None;
        Options.QueuesValue = 4;
        Options.MtuValue = 1500;
        Options.PromiscuousValue = false;
        Options.OffloadsValue = EthOffloads.None;
        Options.RssValue = RssTypes.None;
        Array.Clear(Driver.Waiting);
    }

    [Fact]
    public void Each_queue_has_packets_and_counters_of_its_own()
    {
        PortStatistics[] before = [.. Enumerable.Range(0, 4).Select(q => Port.QueueStatistics(q))];
        Driver.Waiting[0] = 2;
        Driver.Waiting[2] = 3;
        Burst burst = default;
        Assert.Equal(0, Port.TryRxBurst(ref burst, 1));
        Assert.Equal(3, Port.TryRxBurst(ref burst, 2));
        Assert.Equal(3, Port.TxBurst(ref burst, 1));
        Assert.Equal(2, Port.TryRxBurst(ref burst));
        Pool.Free(ref burst);
        Assert.True(Port.RxBurst(ref burst, 3));
        Assert.Equal(1, Port.TxBurst(ref burst, 3));
        PortStatistics[] after = [.. Enumerable.Range(0, 4).Select(q => Port.QueueStatistics(q))];
        Assert.Equal([2UL, 0UL, 3UL, 1UL], after.Zip(before, (a, b) => a.RxPackets - b.RxPackets));
        Assert.Equal([0UL, 3 * 62UL, 0UL, 63UL], after.Zip(before, (a, b) => a.TxBytes - b.TxBytes));
        Assert.Equal(1UL, after[2].Drops[(int)DropReason.Oversize] - before[2].Drops[(int)DropReason.Oversize]);
        Assert.Equal([(1, 62u, 1), (1, 62u, 1), (1, 62u, 1), (3, 63u, 1)], Driver.Sent);
        ulong sum = 0;
        foreach (PortStatistics queue in after) sum += queue.RxPackets;
        Assert.Equal(sum, Port.Statistics.RxPackets);
        Assert.Equal(4, Port.QueueCount);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_queue_that_is_not_there_ends_the_program(int queue)
    {
        Burst burst = default;
        Assert.Contains("4 queues", Assert.Throws<ArgumentOutOfRangeException>(() => Port.TryRxBurst(ref burst, queue)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.RxBurst(ref burst, queue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.TxBurst(ref burst, queue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.TryTxBurst(ref burst, queue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.QueueStatistics(queue));
        Options.QueuesValue = 1;
        Assert.Throws<ArgumentOutOfRangeException>(() => Port.TryRxBurst(ref burst, 1));
    }

    [Fact]
    public void What_a_device_has_no_room_for_can_stay_with_the_caller()
    {
        Burst burst = Filled(10, 20, 30, 40, 50);
        burst.At(1)->Drop(DropReason.Policy);
        Driver.Room = 2;
        ulong bytes = Port.QueueStatistics(1).TxBytes;
        Assert.Equal(2, Port.TryTxBurst(ref burst, 1));
        Assert.Equal(40UL, Port.QueueStatistics(1).TxBytes - bytes);
        Assert.Equal(2, burst.Count);
        Assert.Equal((40u, 50u), (burst.At(0)->DataLength, burst.At(1)->DataLength));
        Assert.Equal(2, Pool.InUseCount);
        Driver.Room = 32;
        Assert.Equal(2, Port.TryTxBurst(ref burst, 1));
        Assert.Equal((0, 0), (burst.Count, Pool.InUseCount));
        Assert.Equal([10u, 30u, 40u, 50u], Driver.Sent.Select(s => s.Length));
    }

    [Fact]
    public void A_buffer_is_sent_when_it_is_full()
    {
        Burst buffer = default;
        for (int i = 0; i < 40; i++)
        {
            Mbuf* packet = Pool.Allocate();
            packet->TrySetLength((uint)i + 1);
            Assert.Equal(i == 31 ? 32 : 0, Port.TxBuffer(ref buffer, packet, 2));
        }
        Assert.Equal((8, 32), (buffer.Count, Driver.Sent.Count));
        Assert.Equal(8, Port.TxBurst(ref buffer, 2));
        Assert.Equal(Enumerable.Range(1, 40), Driver.Sent.Select(s => (int)s.Length));
        Assert.Equal(0, Pool.InUseCount);
    }

    [Fact]
    public void A_packet_of_several_segments_counts_once_and_whole()
    {
        Burst burst = Filled(100);
        Assert.True(burst.At(0)->TryChain(Segment(150)));
        ulong bytes = Port.QueueStatistics(0).TxBytes;
        Assert.Equal(1, Port.TxBurst(ref burst));
        Assert.Equal([(0, 250u, 2)], Driver.Sent);
        Assert.Equal(250UL, Port.QueueStatistics(0).TxBytes - bytes);
        Assert.Equal(0, Pool.InUseCount);
    }

    [Fact]
    public void A_driver_that_takes_no_segments_gets_none()
    {
        Burst burst = Filled(100, 100);
        Assert.True(burst.At(0)->TryChain(Segment(80)));
        Assert.True(burst.At(1)->TryChain(Segment(120)));
        ulong dropped = Plain.QueueStatistics(0).Drops[(int)DropReason.Oversize];
        Assert.Equal(1, Plain.TxBurst(ref burst));
        Assert.Equal([(0, 180u, 1)], Driver.Sent);
        Assert.Equal(1UL, Plain.QueueStatistics(0).Drops[(int)DropReason.Oversize] - dropped);
        Assert.Equal(0, Pool.InUseCount);
    }

    [Fact]
    public void What_the_attribute_asks_for_is_set_at_the_start()
    {
        Options.MtuValue = 4000;
        Options.PromiscuousValue = true;
        Options.OffloadsValue = EthOffloads.TxChecksum;
        Options.RssValue = RssTypes.Ipv4;
        Port.Initialize();
        Assert.Equal((4000, true, RssTypes.Ipv4), (Port.MtuBytes, Port.IsPromiscuous, Driver.RssValue));
        Assert.True(Port.TrySetMtu(2000));
        Assert.False(Port.TrySetMtu(9001));
        Assert.Equal(2000, Port.MtuBytes);
        Assert.True(Port.TrySetPromiscuous(false));
        Assert.False(Port.IsPromiscuous);
        Assert.Equal((EthOffloads.TxChecksum, true), (Port.Capabilities, Port.Link.Up));
    }

    public static TheoryData<Action, string> Refusals => new()
    {
        { () => Options.QueuesValue = 5, "Queues is 5; its driver serves 4" },
        { () => Options.MtuValue = 9001, "an Mtu of 9001; it has 1500" },
        { () => Options.OffloadsValue = EthOffloads.RxLro | EthOffloads.TxChecksum, "Offloads RxLro" },
        { () => Options.RssValue = RssTypes.UdpIpv6, "Rss types" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void What_the_device_cannot_do_is_said_at_the_start(Action ask, string said)
    {
        ask();
        string message = Assert.Throws<InvalidOperationException>(Port.Initialize).Message;
        Assert.Contains("Port 0 (Wan)", message);
        Assert.Contains(said, message);
    }

    [Fact]
    public void Extended_statistics_have_names()
    {
        Driver.Waiting[2] = 1;
        Burst burst = default;
        Port.TryRxBurst(ref burst, 2);
        Port.TxBurst(ref burst, 2);
        EthStatistic[] all = new EthStatistic[64];
        int count = Port.ReadExtendedStatistics(all);
        Dictionary<string, ulong> named = all[..count].ToDictionary(s => s.ToString(), s => s.Value);
        Assert.Equal(3UL, named["driver_resets"]);
        Assert.Equal(Port.Statistics.RxPackets, named["rx_good_packets"]);
        Assert.Equal(Port.QueueStatistics(2).TxBytes, named["tx_q2_bytes"]);
        Assert.Equal(Port.Statistics.Drops[(int)DropReason.Oversize], named["drop_oversize"]);
        Assert.Equal(count, Port.ReadExtendedStatistics([]));
        Assert.Equal(count, Port.ReadExtendedStatistics(all.AsSpan(0, 5)));
    }

    private static Mbuf* Segment(uint length)
    {
        Mbuf* packet = Pool.Allocate();
        Assert.True(packet->TrySetLength(length));
        return packet;
    }

    private static Burst Filled(params uint[] lengths)
    {
        Burst burst = default;
        foreach (uint length in lengths) burst.Add(Segment(length));
        return burst;
    }
}
