using System;
using System.Threading;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Linux;
using Uk.Platform;
using Uk.Port.Ring;
using Xunit;

namespace Uk.Libs.Tests.Rings;

using Link = RingLink<TestRegion<RingPortTests>, LinuxWakeUps<HostPlatform>, RingPortTests.LinkOptions>;
using First = RingPort<RingLink<TestRegion<RingPortTests>, LinuxWakeUps<HostPlatform>, RingPortTests.LinkOptions>, RingPortTests.FirstPort>;
using Second = RingPort<RingLink<TestRegion<RingPortTests>, LinuxWakeUps<HostPlatform>, RingPortTests.LinkOptions>, RingPortTests.SecondPort>;
using Third = RingPort<RingLink<TestRegion<RingPortTests>, LinuxWakeUps<HostPlatform>, RingPortTests.LinkOptions>, RingPortTests.ThirdPort>;
using Pool = TestPool<RingPortTests>;

public sealed unsafe class RingPortTests
{
    internal struct LinkOptions : IRingLinkOptions
    {
        public static int Entries => 64;
        public static string Name => "Wire";
    }

    internal struct FirstPort : IPortOptions
    {
        public static int Index => 4;
    }

    internal struct SecondPort : IPortOptions
    {
        public static int Index => 7;
    }

    internal struct ThirdPort : IPortOptions
    {
        public static int Index => 9;
    }

    private DropCounters _drops;

    public RingPortTests()
    {
        Pool.Create(mbufs: 255, regionBytes: 2 * Size.MiB);
        Link.Initialize();
        First.Initialize();
    }

    private static Burst Packets(int count, byte mark)
    {
        Burst burst = default;
        for (int i = 0; i < count; i++)
        {
            Mbuf* packet = Pool.Allocate();
            packet->Append(60)[0] = mark;
            burst.Add(packet);
        }
        return burst;
    }

    [Fact]
    public void What_one_end_sends_the_other_receives()
    {
        Assert.False(First.LinkUp);
        Second.Initialize();
        Assert.True(First.LinkUp);
        Assert.Equal(("02:00:00:00:00:05", "02:00:00:00:00:08"), (First.MacAddress.ToString(), Second.MacAddress.ToString()));
        Burst sent = Packets(3, 1), back = Packets(2, 2), received = default;
        Assert.Equal(3, First.Transmit(0, ref sent));
        Assert.Equal(2, Second.Transmit(0, ref back));
        Second.Receive(0, ref received, ref _drops);
        Assert.Equal(3, received.Count);
        for (int i = 0; i < 3; i++) Assert.True(received.At(i) == sent.At(i) && received.At(i)->Data[0] == 1);
        received = default;
        First.Receive(0, ref received, ref _drops);
        Assert.Equal((2, (byte)2), (received.Count, received.At(0)->Data[0]));
        received = default;
        First.Receive(0, ref received, ref _drops);
        Assert.Equal(0, received.Count);
    }

    [Fact]
    public void What_has_no_room_stays_with_the_sender()
    {
        Second.Initialize();
        for (int i = 0; i < 2; i++)
        {
            Burst full = Packets(32, 0);
            Assert.Equal(32, First.Transmit(0, ref full));
        }
        Burst more = Packets(5, 0);
        Assert.Equal(0, First.Transmit(0, ref more));
        Burst received = default;
        Second.Receive(0, ref received, ref _drops);
        Assert.Equal(32, received.Count);
        Assert.Equal(5, First.Transmit(0, ref more));
    }

    [Fact]
    public void A_third_port_is_told_who_has_the_ends()
    {
        Second.Initialize();
        var problem = Assert.Throws<InvalidOperationException>(Third.Initialize);
        Assert.Contains("Port 9", problem.Message);
        Assert.Contains("Wire", problem.Message);
        Assert.Contains("ports 4 and 7", problem.Message);
    }

    [Fact]
    public void An_end_that_has_packets_is_not_armed()
    {
        Second.Initialize();
        Burst sent = Packets(1, 0), received = default;
        First.Transmit(0, ref sent);
        Assert.False(Second.TryArm(0));
        Second.Receive(0, ref received, ref _drops);
        Assert.True(Second.TryArm(0));
        Second.Disarm(0);
    }

    [Fact]
    public void Sending_to_an_end_at_rest_makes_its_file_readable_once()
    {
        Second.Initialize();
        Assert.True(Second.TryArm(0));
        Assert.False(IsReadable(Second.WakeFile(0)));
        for (int i = 0; i < 2; i++)
        {
            Burst sent = Packets(1, 0);
            First.Transmit(0, ref sent);
            Assert.True(IsReadable(Second.WakeFile(0)));
        }
        Second.Disarm(0);
        Burst received = default;
        Second.Receive(0, ref received, ref _drops);
        Assert.Equal(2, received.Count);
        // What was seen does not end the next rest.
        Assert.True(Second.TryArm(0));
        Assert.False(IsReadable(Second.WakeFile(0)));
        Second.Disarm(0);
        Burst more = Packets(1, 0);
        First.Transmit(0, ref more);
        Assert.False(IsReadable(Second.WakeFile(0)));
    }

    /// <summary>A receiver that rests whenever it may, and a sender whose packets come at all moments of that.</summary>
    [Fact]
    public void No_wake_up_is_lost()
    {
        const int Count = 5_000;
        Second.Initialize();
        int received = 0, rests = 0, late = 0;
        Thread receiver = new(() =>
        {
            DropCounters drops = default;
            while (Volatile.Read(ref received) < Count && late == 0)
            {
                Burst burst = default;
                Second.Receive(0, ref burst, ref drops);
                if (burst.Count != 0)
                {
                    Volatile.Write(ref received, received + burst.Count);
                    continue;
                }
                if (!Second.TryArm(0)) continue;
                rests++;
                LinuxPoll wanted = new() { File = Second.WakeFile(0), Wanted = LinuxPoll.POLLIN };
                if (LinuxCalls<HostPlatform>.Poll(&wanted, 1, (int)Patience.Long.TotalMilliseconds) == 0) late++;
                Second.Disarm(0);
            }
        });
        receiver.Start();
        // The same packet again and again: the receiver only counts.
        Burst one = Packets(1, 0);
        for (int i = 0; i < Count; i++)
        {
            Burst burst = one;
            while (First.Transmit(0, ref burst) == 0) Thread.SpinWait(1);
            // Most of the time until it has gone to rest again, sometimes a little less.
            SpinWait.SpinUntil(() => Volatile.Read(ref received) > i || Volatile.Read(ref late) != 0);
            Thread.SpinWait(i % 64);
        }
        receiver.Join();
        Assert.Equal((0, Count), (late, received));
        Assert.InRange(rests, 1, 2 * Count);
    }

    private static bool IsReadable(int file)
    {
        LinuxPoll wanted = new() { File = file, Wanted = LinuxPoll.POLLIN };
        return LinuxCalls<HostPlatform>.Poll(&wanted, 1, 0) == 1;
    }
}
