using System;
using System.Collections.Generic;
using System.Linq;
using Uk.Cycles;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Metrics;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.Metrics;

using Pool = TestPool<ObserverTests>;
using Region = TestRegion<ObserverTests>;
using Lcores = TestLcores<ObserverTests>;
using Delay = LatencyHistogram<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock, ObserverTests.Options>;
using Trace = PacketTracer<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock, ObserverTests.Options>;
using Stages = StageCycles<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock>;
using Port = EthDev<
    ObserverTests.Driver,
    TestPool<ObserverTests>,
    ObserverTests.Scheduler,
    BothObserve<
        LatencyHistogram<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock, ObserverTests.Options>,
        BothObserve<
            PacketTracer<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock, ObserverTests.Options>,
            StageCycles<TestRegion<ObserverTests>, TestLcores<ObserverTests>, ObserverTests.Clock>>>,
    ObserverTests.Options>;

public sealed unsafe class ObserverTests
{
    /// <summary>A clock of 1 GHz that only the driver and the tests move.</summary>
    internal struct Clock : ICycleClock<Clock>
    {
        public static ulong Value;
        public static ulong Now => Value;
        public static ulong PerSecond => 1_000_000_000;
        public static ulong ToNanoseconds(ulong cycles) => cycles;
    }

    internal struct Driver : IEthDriver<Driver>
    {
        public static readonly Queue<byte[]> Arriving = [];
        public static int Room;
        public static ulong InPool;
        public static MacAddress MacAddress => default;
        public static bool LinkUp => true;
        public static bool Ended => false;

        public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
        {
            Clock.Value += 7;
            if (Arriving.Count != 0) Work(InPool);
            while (Arriving.TryDequeue(out byte[]? frame))
            {
                Mbuf* packet = Pool.Allocate();
                packet->TrySetLength((uint)frame.Length);
                frame.CopyTo(packet->Data);
                burst.Add(packet);
            }
        }

        public static int Transmit(int queue, ref Burst burst)
        {
            Clock.Value += 11;
            int sent = Math.Min(Room, burst.Count);
            for (int i = 0; i < sent; i++) Pool.Free(burst.At(i));
            return sent;
        }
    }

    internal struct Scheduler : IScheduler<Scheduler>
    {
        public static void Idle(uint emptyPolls) { }
    }

    internal struct Options : IPortOptions, ILatencyHistogramOptions, IPacketTracerOptions
    {
        public static int Index => 5;
        public static int Records => 8;
        public static int SnapBytes => 20;
    }

    public ObserverTests()
    {
        Pool.Create(mbufs: 64, regionBytes: 1 * Size.MiB, lcores: 2);
        Lcores.IdValue = 0;
        Delay.Initialize();
        Trace.Initialize();
        Stages.Initialize();
        Driver.Arriving.Clear();
        Driver.Room = 32;
        Driver.InPool = 0;
        Clock.Value = 1_000_000_005;
    }

    private static void Pass(ulong parseCycles, int drops, params byte[][] frames)
    {
        foreach (byte[] frame in frames) Driver.Arriving.Enqueue(frame);
        Burst burst = default;
        Port.TryRxBurst(ref burst);
        Clock.Value += parseCycles;
        for (int i = 0; i < drops; i++) burst.At(i)->Drop(DropReason.Policy);
        Port.TxBurst(ref burst);
    }

    [Fact]
    public void Latency_is_from_reception_to_sending()
    {
        for (int i = 0; i < 100; i++) Pass((ulong)i, 0, new byte[60]);
        Lcores.IdValue = 1;
        Pass(5000, drops: 1, new byte[60], new byte[60]);
        Assert.Equal((100UL, 1UL), (Delay.OfLcore(0).Count, Delay.OfLcore(1).Count));
        Assert.Equal((99UL, 5000UL), (Delay.OfLcore(0).Max, Delay.OfLcore(1).Max));
        Assert.InRange(Delay.Percentile(50), 50UL, 52UL);
        Assert.Equal(5000UL, Delay.Percentile(100));
        // What was never received has no latency.
        Burst own = default;
        own.Add(Pool.Allocate());
        Port.TxBurst(ref own);
        Assert.Equal(1UL, Delay.OfLcore(1).Count);
        Delay.Clear();
        Assert.Equal(0UL, Delay.Percentile(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => Delay.OfLcore(2).Count);
    }

    [Fact]
    public void Stages_are_receiving_the_application_and_sending()
    {
        Pass(100, 0, new byte[60], new byte[60]);
        Pass(30, 0, new byte[60]);
        Pass(1000, 0);
        StageCounters counters = Stages.OfLcore(0);
        Assert.Equal((14UL, 130UL, 22UL), (counters.RxCycles, counters.ParseCycles, counters.TxCycles));
        Assert.Equal((3UL, 3UL, 2UL, 2UL), (counters.RxPackets, counters.TxPackets, counters.RxBursts, counters.TxBursts));
        Assert.Equal(0UL, Stages.OfLcore(1).RxPackets);
    }

    [Fact]
    public void What_a_pool_takes_is_no_part_of_the_stage_that_calls_it()
    {
        Driver.InPool = 5;
        Pass(100, 0, new byte[60]);
        // The application's own call of the pool, after the burst was sent.
        Work(3);
        Clock.Value += 20;
        Pass(0, 0);
        StageCounters counters = Stages.OfLcore(0);
        Assert.Equal((7UL, 120UL, 11UL, 8UL), (counters.RxCycles, counters.ParseCycles, counters.TxCycles, counters.MempoolCycles));
        // A poll that finds nothing counts for nothing, its pool included.
        Work(50);
        Pass(0, 0);
        Assert.Equal(8UL, Stages.OfLcore(0).MempoolCycles);
    }

    private static void Work(ulong cycles)
    {
        Stages.EnterPool();
        Clock.Value += cycles;
        Stages.LeavePool();
    }

    [Fact]
    public void A_trace_has_the_newest_packets_as_they_were()
    {
        Assert.Equal(0, Trace.CountOf(0));
        Driver.Room = 1;
        Pass(0, drops: 1, [1, 2, 3], [.. Enumerable.Range(0, 60).Select(i => (byte)i)], [9]);
        // Three received, one dropped, two offered, one of which had no room.
        Assert.Equal(7, Trace.CountOf(0));
        List<string> lines = Lines();
        Assert.Equal("1.000000012 rx 5/0 3 010203", lines[0]);
        Assert.Equal("1.000000012 rx 5/0 60 000102030405060708090a0b0c0d0e0f10111213", lines[1]);
        Assert.Equal("1.000000012 drop(8) 5/0 3 010203", lines[3]);
        Assert.Equal("1.000000012 tx 5/0 60 000102030405060708090a0b0c0d0e0f10111213", lines[4]);
        Assert.Equal("1.000000023 drop(12) 5/0 1 09", lines[6]);
        Pass(0, 0, [7], [8]);
        Assert.Equal(8, Trace.CountOf(0));
        Assert.Equal(lines[4], Lines()[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Trace.Read(8).Port);
        Trace.Clear();
        Assert.Equal(0, Trace.CountOf(0));
    }

    [Fact]
    public void A_trace_is_a_capture_file()
    {
        Pass(0, 0, [1, 2, 3, 4]);
        byte[] file = new byte[1000];
        int length = Trace.WritePcap(file);
        Assert.Equal(24 + 2 * (16 + 4), length);
        Assert.Equal("4d3cb2a1020004000000000000000000140000000100000001000000", Convert.ToHexStringLower(file.AsSpan(0, 28)));
        Assert.Equal("0c0000000400000004000000" + "01020304", Convert.ToHexStringLower(file.AsSpan(28, 16)));
        Assert.Equal(24 + 16 + 4, Trace.WritePcap(file.AsSpan(0, 60)));
        Assert.Equal(0, Trace.WritePcap(file.AsSpan(0, 23)));
    }

    private static List<string> Lines()
    {
        List<string> lines = [];
        Span<char> text = new char[100];
        for (int i = 0; i < Trace.CountOf(0); i++)
        {
            Assert.True(Trace.Read(i).TryWrite(text, out int length));
            Assert.False(Trace.Read(i).TryWrite(text[..(length - 1)], out _));
            lines.Add(text[..length].ToString());
        }
        return lines;
    }
}
