// A vhost-user port and a backend in this process, over a real socket and memory that is mapped twice. The backend keeps to the
// rules, lies, goes away and comes back; every mbuf is in one place at all times.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Uk.EthDev;
using Uk.Linux;
using Uk.Platform;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

public sealed unsafe class VhostUserTests : IDisposable
{
    private const ulong Offered = ModelDevice.VERSION_1;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"uk-vhost-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40]);
    private VhostUserBackend _backend;
    private DropCounters _drops;

    public VhostUserTests() => _backend = new VhostUserBackend(_path, Offered);

    public void Dispose() => _backend.Dispose();

    private ModelDevice Device => _backend.Device;

    private void Start()
    {
        ModelMemory.Reset();
        ModelPort.Reset();
        SocketMemory.Reset();
        SocketOptions.Path = _path;
        SocketPool.Initialize();
        SocketDriver.Initialize();
        Assert.True(SpinWait.SpinUntil(() => _backend.IsRunning, Patience.Long));
    }

    private List<nint> Receive()
    {
        Burst burst = default;
        SocketDriver.Receive(0, ref burst, ref _drops);
        List<nint> packets = [];
        foreach (ref Mbuf mbuf in burst) packets.Add((nint)Unsafe.AsPointer(ref mbuf));
        return packets;
    }

    private static int Transmit(List<nint> packets)
    {
        Burst burst = default;
        foreach (nint packet in packets)
            if (!burst.IsFull) burst.Add((Mbuf*)packet);
        int taken = SocketDriver.Transmit(0, ref burst);
        packets.RemoveRange(0, taken);
        return taken;
    }

    /// <summary>The file that an lcore rests on can be read.</summary>
    private static bool Wakes(int timeoutMs)
    {
        LinuxPoll poll = new() { File = SocketDriver.WakeFile(0), Wanted = LinuxPoll.POLLIN };
        return LinuxCalls<HostPlatform>.Poll(&poll, 1, timeoutMs) == 1;
    }

    [Fact]
    public void Lcore_that_rests_is_woken_by_the_backends_call()
    {
        Start();
        Assert.True(SocketDriver.TryArm(0));
        Assert.False(Wakes(0));
        Assert.True(Device.Deliver(PortUnderTest.Frame(1, 60)));
        _backend.Call();
        Assert.True(Wakes((int)Patience.Long.TotalMilliseconds));
        SocketDriver.Disarm(0);
        foreach (nint packet in Receive()) SocketPool.Free((Mbuf*)packet);
        // What was told of and seen wakes nobody again.
        Assert.True(SocketDriver.TryArm(0));
        Assert.False(Wakes(0));
    }

    [Fact]
    public void Lcore_that_rests_is_woken_when_the_backend_ends_and_rests_again_with_the_next_one()
    {
        Start();
        Assert.True(SocketDriver.TryArm(0));
        _backend.Dispose();
        Assert.True(Wakes((int)Patience.Long.TotalMilliseconds));
        SocketDriver.Disarm(0);
        Assert.False(SocketDriver.TryArm(0));
        Assert.False(SocketDriver.LinkUp);
        _backend = new VhostUserBackend(_path, Offered);
        Assert.True(SpinWait.SpinUntil(() => { Receive(); return SocketDriver.LinkUp; }, Patience.Long));
        Assert.True(SocketDriver.TryArm(0));
        Assert.False(Wakes(0));
        _backend.Call();
        Assert.True(Wakes((int)Patience.Long.TotalMilliseconds));
    }

    /// <summary>Frames in, back out as they are, and every byte compared.</summary>
    private void Echo(int frames)
    {
        Queue<byte[]> expected = [];
        List<nint> held = [];
        Random random = new(frames);
        int delivered = 0, collected = 0;
        while (collected < frames)
        {
            for (int i = random.Next(40); i > 0 && delivered < frames && Device.Rx.OfferedCount > 0; i--)
            {
                byte[] frame = PortUnderTest.Frame(delivered++, random.Next(14, 1515));
                Assert.True(Device.Deliver(frame));
                expected.Enqueue(frame);
            }
            if (held.Count == 0) held.AddRange(Receive());
            Transmit(held);
            while (Device.Collect() is { } frame)
            {
                Assert.Equal(expected.Dequeue(), frame);
                collected++;
            }
        }
    }

    /// <summary>Polls until the port has come up once more.</summary>
    private void WaitForReturn(int connections)
    {
        long start = Stopwatch.GetTimestamp();
        while (!SocketDriver.LinkUp || _backend.Connections < connections || !_backend.IsRunning)
        {
            Assert.Empty(Receive());
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience.Long, "the port does not come back");
        }
    }

    /// <summary>The ring has its share, the pool the rest; nothing was freed twice.</summary>
    private void AssertAllMbufsAreThere()
    {
        List<nint> held = [];
        while (SocketPool.Available >= Burst.Capacity) held.Add((nint)SocketPool.Allocate());
        Assert.Empty(Receive());
        foreach (nint mbuf in held) SocketPool.Free((Mbuf*)mbuf);
        Assert.Equal(255 - 64, SocketPool.Available);
        Assert.Equal(0ul, SocketPool.BadFrees);
    }

    private ulong Dropped => _drops[(int)DropReason.DeviceError];

    [Fact]
    public void Frames_are_echoed_intact()
    {
        Start();
        Assert.True(SocketDriver.LinkUp);
        Assert.Equal(0x0200_0000_0001ul, SocketDriver.MacAddress.Value);
        Echo(10_000);
        AssertAllMbufsAreThere();
    }

    [Fact]
    public void Backend_that_goes_away_with_packets_is_waited_for()
    {
        Start();
        for (int round = 1; round <= 3; round++)
        {
            Echo(500);
            // Packets are on their way in and out when the connection ends.
            List<nint> held = [];
            for (int i = 0; i < 20; i++) held.Add((nint)SocketPool.Allocate());
            foreach (nint packet in held) Assert.True(((Mbuf*)packet)->TrySetLength(60));
            Assert.Equal(20, Transmit(held));
            for (int i = 0; i < 10; i++) Assert.True(Device.Deliver(PortUnderTest.Frame(i, 60)));
            _backend.Disconnect();
            foreach (nint packet in Receive()) SocketPool.Free((Mbuf*)packet);
            WaitForReturn(connections: round + 1);
            AssertAllMbufsAreThere();
        }
        Echo(500);
    }

    [Fact]
    public void Backend_that_ends_is_waited_for_until_another_one_listens()
    {
        Start();
        Echo(200);
        _backend.Dispose();
        for (int i = 0; i < 5000; i++) Assert.Empty(Receive());
        Assert.False(SocketDriver.LinkUp);
        Assert.Equal(255, SocketPool.Available);
        List<nint> packets = [(nint)SocketPool.Allocate()];
        Assert.Equal(0, Transmit(packets));
        SocketPool.Free((Mbuf*)packets[0]);
        _backend = new VhostUserBackend(_path, Offered);
        WaitForReturn(connections: 1);
        Echo(200);
        AssertAllMbufsAreThere();
    }

    [Theory]
    [InlineData(65)]
    [InlineData(40000)]
    public void Index_that_jumps_costs_the_connection(int jump)
    {
        Start();
        Echo(100);
        Device.Rx.ShowUsed((ushort)(Device.Rx.UsedIdx + jump));
        Assert.Empty(Receive());
        Assert.False(SocketDriver.LinkUp);
        WaitForReturn(connections: 2);
        Assert.Equal(1ul, Dropped);
        Echo(100);
        AssertAllMbufsAreThere();
    }

    [Fact]
    public void Ids_and_lengths_that_cannot_be_are_counted_and_the_port_goes_on()
    {
        Start();
        ulong lies = 0;
        Random random = new(9);
        for (int round = 0; round < 300; round++)
        {
            Assert.True(Device.Rx.TryTake(out DeviceChain chain));
            switch (random.Next(4))
            {
                // An id beyond the ring, one twice, a length beyond the buffer and one below the header.
                case 0: Device.Rx.WriteUsed((uint)random.Next(64, int.MaxValue), 74); Device.Rx.WriteUsed(chain.Head, 74); break;
                case 1: Device.Rx.WriteUsed(chain.Head, 74); Device.Rx.WriteUsed(chain.Head, 74); break;
                case 2: Device.Rx.WriteUsed(chain.Head, (uint)random.Next(2061, int.MaxValue)); break;
                default: Device.Rx.WriteUsed(chain.Head, (uint)random.Next(12)); break;
            }
            lies++;
            Device.Rx.ShowUsed();
            foreach (nint packet in Receive()) SocketPool.Free((Mbuf*)packet);
            Assert.Equal(lies, Dropped);
        }
        Assert.Equal(1, _backend.Connections);
        Echo(100);
        AssertAllMbufsAreThere();
    }

    /// <summary>Whatever it makes of the descriptors, only the backend sees it.</summary>
    [Fact]
    public void Descriptors_made_a_loop_harm_nobody()
    {
        Start();
        for (int round = 0; round < 100; round++)
        {
            List<DeviceChain> chains = [];
            while (Device.Rx.TryTake(out DeviceChain chain)) chains.Add(chain);
            for (int i = 0; i < 64; i++)
            {
                byte* entry = ModelMemory.FromIova(Device.Rx.DescriptorArea + 16 * (uint)i, 16);
                *(ushort*)(entry + 12) = 3;
                *(ushort*)(entry + 14) = (ushort)((i + 1) % 64);
            }
            foreach (DeviceChain chain in chains) Device.Rx.WriteUsed(chain.Head, 74);
            Device.Rx.ShowUsed();
            int received = 0;
            for (int poll = 0; poll < 2; poll++)
                foreach (nint packet in Receive())
                {
                    SocketPool.Free((Mbuf*)packet);
                    received++;
                }
            Assert.Equal(64, received);
        }
        Echo(100);
        AssertAllMbufsAreThere();
    }

    /// <summary>GET_VRING_BASE (11), GET_FEATURES (1) and SET_MEM_TABLE (5) in the exchange of a connection that comes back.</summary>
    [Theory]
    [InlineData(1u)]
    [InlineData(5u)]
    [InlineData(11u)]
    public void Rubbish_for_an_answer_is_the_end_of_the_connection_and_not_of_the_program(uint request)
    {
        Start();
        Echo(50);
        _backend.Rubbish = request;
        Device.Rx.ShowUsed((ushort)(Device.Rx.UsedIdx + 65));
        for (int i = 0; i < 3000; i++) Assert.Empty(Receive());
        _backend.Rubbish = 0;
        WaitForReturn(connections: 2);
        Echo(50);
        AssertAllMbufsAreThere();
    }

    [Fact]
    public void Refused_memory_is_tried_again()
    {
        Start();
        _backend.Refused = 5;
        _backend.Disconnect();
        for (int i = 0; i < 5000; i++) Assert.Empty(Receive());
        Assert.False(SocketDriver.LinkUp);
        Assert.Equal(255, SocketPool.Available);
        _backend.Refused = 0;
        WaitForReturn(connections: 2);
        Echo(50);
        AssertAllMbufsAreThere();
    }

    /// <summary>Three seconds are its limit, and the program waits for them: a backend that hangs is as good as none.</summary>
    [Fact]
    public void Silence_for_an_answer_has_a_limit()
    {
        Start();
        _backend.Silent = 1;
        _backend.Disconnect();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1100; i++) Assert.Empty(Receive());
        // With no limit it would not come to here.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 2, Patience.Long.TotalSeconds);
        _backend.Silent = 0;
        WaitForReturn(connections: 2);
        Echo(50);
        AssertAllMbufsAreThere();
    }

    /// <summary>A byte now and then is no answer either: the time is for all of it. GET_FEATURES (1), and GET_VRING_BASE (11).</summary>
    [Theory]
    [InlineData(1u)]
    [InlineData(11u)]
    public void Answers_that_drip_have_the_same_limit(uint request)
    {
        Start();
        Echo(50);
        _backend.DripPause = TimeSpan.FromSeconds(2);
        _backend.Dripped = request;
        if (request == 1) _backend.Disconnect();
        else Device.Rx.ShowUsed((ushort)(Device.Rx.UsedIdx + 65));
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1100; i++) Assert.Empty(Receive());
        // Twenty bytes of two seconds each would be 40.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 2, 20);
        _backend.EndDripping();
        WaitForReturn(connections: 2);
        Echo(50);
        AssertAllMbufsAreThere();
    }

    /// <summary>Flags and counters of files that the backend has as well say nothing: no lcore waits for one.</summary>
    [Fact]
    public void Files_that_the_backend_makes_wait_hold_nobody_up()
    {
        Start();
        Echo(50);
        _backend.SpoilSharedFiles();
        var work = new Thread(() =>
        {
            Echo(50);
            SocketDriver.TryArm(0);
            SocketDriver.Disarm(0);
        })
        { IsBackground = true };
        work.Start();
        Assert.True(work.Join(TimeSpan.FromSeconds(30)), "an lcore waits for a file that the backend has, too");
        _backend.Disconnect();
        WaitForReturn(connections: 2);
        Echo(50);
        AssertAllMbufsAreThere();
    }

    [Fact]
    public void Shared_memory_cannot_be_taken_away()
    {
        Start();
        Assert.Equal(-LinuxError.EPERM, _backend.ShrinkMemory());
        Echo(50);
    }
}
