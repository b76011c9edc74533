// An image in a virtual machine beside Linux with DPDK in one: what a packet costs, how soon the first is forwarded, and how
// much disk and memory that takes. Both under TCG on the same machine, so instructions count and times are for the order.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Uk.Qemu;
using Uk.Tests.Wire;

namespace Uk.Bench.LinuxGuest;

internal static class GuestComparison
{
    private const int Rounds = 3, Frames = 300;
    private const long UsualKiB = 512 * 1024, OursKiB = 64 * 1024, LinuxStepKiB = 4096;
    private const string Peer = "testpmd in Linux", Forwarder = "macswap";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60), s_look = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] s_frame = WireFrames.Datagram(
        new End("02:00:00:00:00:01", "10.10.0.1", 9), new End("52:54:00:12:34:56", "10.10.0.3", 9), new byte[18]);

    /// <summary>A machine that forwards, without its network and with some memory.</summary>
    private delegate QemuOptions Machine(NetworkBackend network, long memoryKiB);

    public static void AddTo(BenchResults results, IReadOnlyList<DataplaneScenario> scenarios)
    {
        using var folder = TemporaryFolder.Create();
        DpdkGuest? linux = TryBuild(results, folder);
        foreach (DataplaneScenario scenario in scenarios)
        {
            Say($"{scenario.Name}: instructions in a virtual machine");
            string image = Repository.Publish(scenario.Application, "kvm");
            double ours = InstructionsPerPacket.OfMachine(scenario, network => Ours(image)(network, OursKiB), $"{scenario.Application.ToLowerInvariant()}: ");
            double? theirs = linux is null ? null : InstructionsPerPacket.OfMachine(scenario, network => Linux(linux, scenario.FrontEnd)(network, UsualKiB), DpdkGuest.Ready);
            Add(results, scenario.Name + ".kvm.instructions", ours, theirs, "instructions/packet");
        }
        DataplaneScenario forwarding = scenarios.Single(scenario => scenario.FrontEnd == Forwarder);
        AddSizes(results, Repository.Publish(forwarding.Application, "kvm"), linux);
        results.Note("kvm: q35 under TCG; instructions stepped through behind QEMU's vhost-user, without interrupts; first frame, image and memory of the forwarder");
    }

    private static DpdkGuest? TryBuild(BenchResults results, TemporaryFolder folder)
    {
        try
        {
            return DpdkGuest.Build(folder);
        }
        catch (Exception e) when (e is ToolFailedException or MissingToolException or TimeoutException)
        {
            results.Note("not measured: DPDK in a Linux guest: " + e.Message);
            return null;
        }
    }

    private static void AddSizes(BenchResults results, string image, DpdkGuest? linux)
    {
        Say($"from exec to the first frame forwarded, {Rounds} times in turn");
        List<double> ours = [], theirs = [];
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(MsToFirstFrame(Ours(image), OursKiB));
            if (linux is not null) theirs.Add(MsToFirstFrame(Linux(linux, Forwarder), UsualKiB));
        }
        double? Median(List<double> times) => times.Count == 0 ? null : Statistics.Of(times).Median;
        Add(results, "kvm.exec_to_first_frame", Median(ours)!.Value, Median(theirs), "ms");
        Add(results, "kvm.image", new FileInfo(image).Length, linux?.LengthBytes, "bytes");
        Say("smallest memory");
        double memory = SmallestMemory.Find(memoryKiB => Forwards(Ours(image), memoryKiB), OursKiB);
        double? linuxMemory = linux is null ? null : SmallestMemory.Find(memoryKiB => Forwards(Linux(linux, Forwarder), memoryKiB), UsualKiB, LinuxStepKiB);
        Add(results, "kvm.memory", memory, linuxMemory, "KiB");
    }

    private static Machine Ours(string image) =>
        (network, memoryKiB) => new QemuOptions(image, GuestMachine.Q35) { Memory = new MemorySize(memoryKiB), Network = network };

    private static Machine Linux(DpdkGuest guest, string mode) =>
        (network, memoryKiB) => guest.Machine(mode, frameBytes: 64, network, new MemorySize(memoryKiB));

    private static double MsToFirstFrame(Machine machine, long memoryKiB)
    {
        using var peer = new FramePeer();
        using var qemu = QemuProcess.Start(machine(peer.Backend, memoryKiB));
        _ = Task.Run(() => KeepSending(peer));
        if (!ReceivesFrame(peer, qemu)) throw new TimeoutException($"the guest forwards nothing\n{qemu.Describe()}");
        return Stopwatch.GetElapsedTime(qemu.StartTimestamp).TotalMilliseconds;
    }

    /// <summary>It starts, and returns so many frames that every buffer of its rings is used.</summary>
    private static bool Forwards(Machine machine, long memoryKiB)
    {
        using var peer = new FramePeer();
        using var qemu = QemuProcess.Start(machine(peer.Backend, memoryKiB));
        _ = Task.Run(() => KeepSending(peer));
        for (int i = 0; i < Frames; i++)
            if (!ReceivesFrame(peer, qemu)) return false;
        return true;
    }

    private static bool ReceivesFrame(FramePeer peer, QemuProcess qemu)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_patience && !qemu.HasExited;)
            if (peer.Receive(s_look) is not null) return true;
        return false;
    }

    // What comes before the guest is ready is lost, or waits; where too much waits, so does this.
    private static void KeepSending(FramePeer peer)
    {
        try
        {
            while (true)
            {
                peer.Send(s_frame);
                Thread.Sleep(1);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or TimeoutException or AggregateException)
        {
            // The machine has ended.
        }
    }

    private static void Add(BenchResults results, string metric, double ours, double? theirs, string unit)
    {
        var row = new Measurement("dataplane." + metric, Math.Round(ours, 1), unit);
        results.Add(theirs is { } peer ? row.Against(Peer, Math.Round(peer, 1)) : row);
    }

    private static void Say(string text) => Console.Error.WriteLine("bench: " + text);
}
