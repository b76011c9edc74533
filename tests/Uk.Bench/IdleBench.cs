// What an image costs the host while it waits for packets, and how soon it answers then: the processor time of QEMU, or of
// the process, over some seconds without traffic, and the time of the ping that ends them.

using System;
using System.Diagnostics;
using System.Threading;
using Uk.Qemu;

namespace Uk.Bench;

internal static class IdleBench
{
    private const string Address = "10.10.0.3";
    private const int Rounds = 3;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static BenchResults Run()
    {
        var results = new BenchResults();
        string polling = Repository.Publish("PingResponder", "kvm");
        string resting = AppImage.Publish(Repository.Root + "/tests/Uk.Image.Tests/Probes/IdlePing", "kvm");
        string linux = AppImage.Publish(Repository.Root + "/tests/Uk.Image.Tests/Probes/IdlePing", "linux");
        foreach (GuestMachine machine in (GuestMachine[])[GuestMachine.Microvm, GuestMachine.Q35, GuestMachine.Pc])
        {
            using TapNetwork network = TapNetwork.Create("10.10.0.1", 24);
            var options = new QemuOptions(resting, machine) { Memory = new MemorySize(4096) };
            using (PingSession session = PingSession.Start(options, network, Address, s_patience))
                Add(results, $"interrupts.kvm.{machine.Name}", network, () => session.Guest.ProcessorTime);
            if (machine != GuestMachine.Microvm) continue;
            using (PingSession session = PingSession.Start(options with { ImagePath = polling }, network, Address, s_patience))
                Add(results, $"polling.kvm.{machine.Name}", network, () => session.Guest.ProcessorTime);
        }
        AddLinux(results, linux);
        AddVhostUser(results, linux);
        results.Note($"Processor time over {s_quiet.TotalSeconds:0} s without packets, as a share of one processor, and the ping that ends them: medians of {Rounds}. kvm: QEMU's, under TCG.");
        return results;
    }

    /// <summary>The image as a process on a TAP device of its own.</summary>
    private static void AddLinux(BenchResults results, string image)
    {
        using TapNetwork network = TapNetwork.Create("10.10.0.1", 24);
        using var child = ChildProcess.Start(new ChildCommand(image, ["--port0=tap:" + TapNetwork.Device]), ChildInput.None, network.Namespace.Enter);
        Stopwatch waited = Stopwatch.StartNew();
        while (network.Ping(Address, count: 1, TimeSpan.FromMilliseconds(10)).Received == 0)
            if (waited.Elapsed > s_patience || child.HasExited) throw new TimeoutException("the linux image does not answer: " + (child.HasExited ? child.StandardOutput.ReadToEnd() : ""));
        Add(results, "interrupts.linux", network, () =>
        {
            using Process process = Process.GetProcessById(child.Id);
            return process.TotalProcessorTime;
        });
    }

    /// <summary>The image as a process behind a vhost-user socket, whose backend is DPDK's and sends nothing.</summary>
    private static void AddVhostUser(BenchResults results, string image)
    {
        Testpmd.Tool.Require();
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost");
        using Testpmd backend = Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, socket, "rxonly", Core: 0));
        using var child = ChildProcess.Start(new ChildCommand(image, [$"--port0=vhost-user:{socket}"]), ChildInput.None);
        // It says so when the port is up, and then polls a little while.
        if (child.StandardOutput.ReadLine() is null) throw new ToolFailedException("the linux image ended");
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var shares = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            using Process process = Process.GetProcessById(child.Id);
            TimeSpan before = process.TotalProcessorTime;
            Stopwatch time = Stopwatch.StartNew();
            Thread.Sleep(s_quiet);
            process.Refresh();
            shares[round] = 100 * (process.TotalProcessorTime - before) / time.Elapsed;
        }
        Array.Sort(shares);
        results.Add(new Measurement("interrupts.linux.vhost_user.processor", shares[Rounds / 2], "%"));
    }

    private static void Add(BenchResults results, string name, TapNetwork network, Func<TimeSpan> processorTime)
    {
        var shares = new double[Rounds];
        var answers = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = processorTime();
            Stopwatch time = Stopwatch.StartNew();
            Thread.Sleep(s_quiet);
            shares[round] = 100 * (processorTime() - before) / time.Elapsed;
            answers[round] = network.Ping(Address, count: 1, TimeSpan.FromMilliseconds(10), s_patience).AverageMs * 1000;
        }
        Array.Sort(shares);
        Array.Sort(answers);
        results.Add(new Measurement($"{name}.processor", shares[Rounds / 2], "%"));
        results.Add(new Measurement($"{name}.first_ping", answers[Rounds / 2], "us"));
    }
}
