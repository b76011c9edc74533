using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Uk.EthDev;
using Uk.Libs.Tests.Mempool;
using Uk.Net;
using Uk.Platform;
using Uk.Port.Host;
using Uk.Sched;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

using Driver = HostPort<TestPool<TapTests>, TapTests.Options>;
using Pool = TestPool<TapTests>;
using Port = EthDev<
    HostPort<TestPool<TapTests>, TapTests.Options>,
    TestPool<TapTests>,
    RunToCompletion<HostPlatform>,
    NobodyObserves,
    TapTests.Options>;

/// <summary>
/// The kernel at the other end, with an address from the range for tests of networks (RFC 2544, C.2.2). Skipped where
/// this process may not make a TAP.
/// </summary>
public sealed class TapTests : IDisposable
{
    internal struct Options : IPortOptions;

    private const string InterfaceName = "uktest0";
    private const int UdpOverhead = 14 + 20 + 8;

    private bool _open;

    public void Dispose()
    {
        if (_open) Driver.Close();
    }

    [Fact]
    public async Task The_kernel_pings_the_responder()
    {
        OpenOrSkip(dataRoom: 1600);
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        Task responder = Task.Run(() => Respond(new Ipv4Address(198, 18, 77, 3), stop.Token), cancelled);
        using Ping ping = new();
        IPAddress us = IPAddress.Parse("198.18.77.3"), nobody = IPAddress.Parse("198.18.77.4");
        for (int i = 0; i < 3; i++)
        {
            PingReply reply = await ping.SendPingAsync(us, Patience.Long, new byte[100], null, cancelled);
            Assert.Equal(IPStatus.Success, reply.Status);
        }
        PingReply none = await ping.SendPingAsync(nobody, TimeSpan.FromMilliseconds(200), null, null, cancelled);
        Assert.NotEqual(IPStatus.Success, none.Status);
        stop.Cancel();
        await responder;
        Assert.True(Driver.LinkUp);
        // An ARP reply and three echo replies.
        Assert.InRange(Port.Statistics.TxPackets, 4UL, ulong.MaxValue);
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void A_frame_that_does_not_fit_is_dropped_and_counted()
    {
        OpenOrSkip(dataRoom: 100);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.EnableBroadcast = true;
        // A broadcast needs no ARP: one frame of 101 bytes, one of 100.
        IPEndPoint everybody = new(IPAddress.Parse("198.18.77.7"), 9);
        socket.SendTo(new byte[101 - UdpOverhead], everybody);
        socket.SendTo(new byte[100 - UdpOverhead], everybody);

        Burst burst = default;
        bool found = false;
        Stopwatch waited = Stopwatch.StartNew();
        while (!found && waited.Elapsed < Patience.Long)
        {
            Thread.Sleep(1);
            Port.TryRxBurst(ref burst);
            foreach (ref Mbuf packet in burst)
            {
                Assert.True(packet.DataLength <= 100);
                found |= packet.DataLength == 100;
                packet.Drop(DropReason.Policy);
            }
            Port.TxBurst(ref burst);
        }
        Assert.True(found, "the frame that fits did not arrive");
        Assert.True(Port.Statistics.Drops[(int)DropReason.Oversize] >= 1);
    }

    [Fact]
    public unsafe void What_is_no_frame_does_not_hold_up_the_next()
    {
        OpenOrSkip(dataRoom: 1600);
        Burst burst = default;
        foreach (uint length in (uint[])[5, 60, 13])
        {
            Mbuf* packet = Pool.Allocate();
            packet->Data.Clear();
            Assert.True(packet->TrySetLength(length));
            burst.Add(packet);
        }
        Assert.Equal(3, Port.TxBurst(ref burst));
        Assert.Equal(Pool.Capacity, Pool.Available);
    }

    [Fact]
    public void A_TAP_that_cannot_be_had_is_explained()
    {
        OpenOrSkip(dataRoom: 1600);
        // The same interface cannot be attached twice.
        var problem = Assert.Throws<HostPortException>(() => TapBackend.Open(InterfaceName, "--port3"));
        Assert.Contains($"TAP {InterfaceName}", problem.Message);
        Assert.Contains($"ip tuntap add dev {InterfaceName} mode tap", problem.Message);
        Assert.Contains("--port3 pcap:in.pcap,out.pcap", problem.Message);
    }

    [Fact]
    public void A_closed_TAP_is_gone()
    {
        OpenOrSkip(dataRoom: 1600);
        Driver.Close();
        Assert.DoesNotContain(NetworkInterface.GetAllNetworkInterfaces(), i => i.Name == InterfaceName);
    }

    private static void Respond(Ipv4Address address, CancellationToken stop)
    {
        Burst burst = default;
        while (!stop.IsCancellationRequested)
        {
            if (Port.TryRxBurst(ref burst) == 0) Thread.Yield();
            foreach (ref Mbuf packet in burst)
                EchoResponder.Answer(ref packet, Port.MacAddress, address);
            Port.TxBurst(ref burst);
        }
    }

    private void OpenOrSkip(int dataRoom)
    {
        Pool.Create(mbufs: 64, dataRoom);
        PortCounters<Options>.Statistics = default;
        try
        {
            Driver.Open(HostPortSettings.Parse(["--port0", $"tap:{InterfaceName}"], _ => null, 0));
            _open = true;
        }
        catch (HostPortException refusal)
        {
            Assert.Skip($"No TAP here: {refusal.Message}");
        }
        try
        {
            using Process ip = Process.Start("ip", $"address add 198.18.77.1/29 dev {InterfaceName}");
            ip.WaitForExit();
            Assert.Equal(0, ip.ExitCode);
        }
        catch (Win32Exception)
        {
            Assert.Skip("No command 'ip' here: install iproute2.");
        }
    }
}
