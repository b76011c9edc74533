// Virtual machines whose network device is a vhost-user backend: DPDK's.

using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class VhostUserGuestTests
{
    private const int Enough = 30_000;
    private static readonly TimeSpan s_timeout = Patience.Long;

    /// <summary>As a process does: <see cref="LinuxPortTests.Backend_that_is_killed_and_started_anew_is_served_again"/>.</summary>
    [Fact]
    public void Backend_that_is_killed_and_started_anew_is_served_again()
    {
        Requires.Tool(Testpmd.Tool);
        Requires.Tool(HostTool.Qemu);
        string image = Images.Application("L2Forward");
        using TemporaryFolder folder = TemporaryFolder.Create();
        var options = new TestpmdOptions(TestpmdRole.Backend, folder.File("vhost"), "flowgen", Core: 0);
        Testpmd backend = Testpmd.Start(options);
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Q35) { Network = NetworkBackend.VhostUser(options.Socket) });
        for (int round = 0; round < 3; round++)
        {
            if (round != 0) backend = Testpmd.Start(options);
            using (backend)
            {
                WaitForPackets(backend, qemu);
                // As a crash, with packets in all rings: no message, no reset.
                using (Process process = Process.GetProcessById(backend.ForwardingProcessId)) process.Kill();
                Assert.True(SpinWait.SpinUntil(() => backend.HasExited, s_timeout));
            }
            File.Delete(options.Socket);
        }
        Assert.False(qemu.HasExited, qemu.Describe());
        Assert.DoesNotContain("PANIC", qemu.Console.Text);
        // What the guest says that it has sent and dropped is what it received.
        GuestCounters counters = GuestCounters.Find(GuestSymbols.Load(image + ".dbg"), "Wan");
        EthDev.PortStatistics statistics;
        long start = Stopwatch.GetTimestamp();
        // Its last burst may still be on the way through it.
        do statistics = counters.Read(qemu.Monitor);
        while (statistics.RxPackets != statistics.TxPackets + statistics.Drops[(int)DropReason.TxFull] && Stopwatch.GetElapsedTime(start) < s_timeout);
        Assert.InRange(statistics.RxPackets, 3ul * Enough, ulong.MaxValue);
        Assert.Equal(statistics.RxPackets, statistics.TxPackets + statistics.Drops[(int)DropReason.TxFull]);
    }

    private static void WaitForPackets(Testpmd backend, QemuProcess qemu)
    {
        long start = Stopwatch.GetTimestamp();
        while (backend.ReadCounters().Received < Enough)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_timeout && !qemu.HasExited, $"{backend.ReadCounters()}: {qemu.Describe()}");
            Thread.Sleep(50);
        }
    }
}
