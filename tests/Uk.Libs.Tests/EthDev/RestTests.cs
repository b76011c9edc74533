// A port whose scheduler rests: the driver is asked to wake the lcore, and the lcore rests only if it will.

using System.Collections.Generic;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Mempool;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.EthDev;

using Pool = TestPool<RestTests>;
using Port = EthDev<RestTests.Driver, TestPool<RestTests>, RestTests.Scheduler, NobodyObserves, RestTests.Options>;

public sealed unsafe class RestTests
{
    private static readonly List<string> s_events = [];

    /// <summary>One frame after so many polls. Where it cannot be armed, or a frame is there, it says so.</summary>
    internal struct Driver : IEthDriver<Driver>
    {
        public static int Polls, FrameAfter, WakeFileValue;
        public static bool CanWake;

        public static MacAddress MacAddress => default;
        public static bool LinkUp => true;
        public static bool Ended => Polls > 100;

        public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
        {
            s_events.Add("poll");
            if (++Polls != FrameAfter) return;
            Mbuf* packet = Pool.Allocate();
            Assert.True(packet->TrySetLength(60));
            burst.Add(packet);
        }

        public static int Transmit(int queue, ref Burst burst) => 0;

        public static bool TryArm(int queue)
        {
            s_events.Add("arm");
            return CanWake && Polls + 1 != FrameAfter;
        }

        public static void Disarm(int queue) => s_events.Add("disarm");
        public static int WakeFile(int queue) => WakeFileValue;
    }

    /// <summary>Wants to rest after the first fruitless poll; each rest lasts two polls.</summary>
    internal struct Scheduler : IScheduler<Scheduler>
    {
        public static void Idle(uint emptyPolls) => s_events.Add("idle");
        public static void Turn() => s_events.Add("turn");
        public static bool WantsRest(uint emptyPolls) => emptyPolls >= 1;

        public static void Rest(int file)
        {
            s_events.Add("rest " + file);
            Driver.Polls++;
        }
    }

    internal struct Options : IPortOptions;

    public RestTests()
    {
        Pool.Create(mbufs: 8);
        s_events.Clear();
        Driver.Polls = 0;
        Driver.FrameAfter = 0;
        Driver.WakeFileValue = -1;
        Driver.CanWake = true;
    }

    private static string Receive(int frameAfter)
    {
        Driver.FrameAfter = frameAfter;
        Burst burst = default;
        Assert.Equal(frameAfter <= 100, Port.RxBurst(ref burst));
        foreach (ref Mbuf packet in burst) packet.Drop(DropReason.NotForUs);
        Port.TxBurst(ref burst);
        return string.Join(", ", s_events);
    }

    [Fact]
    public void What_is_there_needs_no_rest() => Assert.Equal("turn, poll", Receive(1));

    [Fact]
    public void A_loop_rests_between_arming_and_polling()
    {
        Driver.WakeFileValue = 7;
        Assert.Equal("turn, poll, idle, poll, arm, rest 7, disarm, poll", Receive(4));
    }

    /// <summary>The frame came between the poll and the arming: no rest, and nothing to take back.</summary>
    [Fact]
    public void A_frame_that_comes_while_the_driver_is_armed_is_not_slept_over() =>
        Assert.Equal("turn, poll, idle, poll, arm, idle, poll", Receive(3));

    [Fact]
    public void A_driver_that_cannot_wake_is_polled()
    {
        Driver.CanWake = false;
        Assert.Equal("turn, poll, idle, poll, arm, idle, poll, arm, idle, poll", Receive(4));
    }
}
