// How many instructions a packet costs: what forwards is stepped through, a process by ptrace and a virtual machine by QEMU's
// debugger, and the backend, which runs on meanwhile, tells how many packets that was. Stepped, it never waits: its peer has
// always filled the ring, or emptied it.

using System;
using System.Linq;
using System.Threading;
using Uk.Qemu;

namespace Uk.Bench;

internal static class InstructionsPerPacket
{
    private const int OfProcesses = 200_000, OfMachines = 50_000;
    /// <summary>Looked at so often: how exactly a burst's end is known.</summary>
    private const int AtOnce = 500;
    private static readonly TimeSpan s_running = TimeSpan.FromMilliseconds(700), s_settling = TimeSpan.FromMilliseconds(100), s_timeout = TimeSpan.FromSeconds(60);

    /// <summary>Of testpmd as a process.</summary>
    public static double OfTestpmd(DataplaneScenario scenario, string device)
    {
        using var folder = TemporaryFolder.Create();
        using Testpmd backend = scenario.StartBackend(folder.File("vhost"));
        var options = new TestpmdOptions(TestpmdRole.FrontEnd, folder.File("vhost"), scenario.FrontEnd, DataplaneScenario.FrontEndCore)
        {
            FrameBytes = scenario.FrameBytes,
            Device = device,
        };
        using Testpmd frontEnd = Testpmd.Start(options);
        return OfThread(scenario, backend, () => frontEnd.ForwardingThreadId);
    }

    /// <summary>Of an image as a process.</summary>
    public static double OfImage(DataplaneScenario scenario, string image)
    {
        using var folder = TemporaryFolder.Create();
        using Testpmd backend = scenario.StartBackend(folder.File("vhost"));
        var command = new ChildCommand(image, [$"--port0=vhost-user:{folder.File("vhost")}", $"--bytes={scenario.FrameBytes}"]);
        // A child of a child, and ended with it: see TracedThread.
        command = Priority.Pin(command, DataplaneScenario.FrontEndCore).RunBy(HostTool.SetPriv.Require(), "--pdeathsig", "TERM", "--");
        using var parent = ChildProcess.Start(Priority.Raise(command.RunBy("sh", "-c", "\"$@\" & wait", "sh")), ChildInput.None);
        return OfThread(scenario, backend, () => ProcessTree.DescendantsOf(parent.Id).Single());
    }

    /// <summary>Of a virtual machine under TCG, whose network device is the backend's.</summary>
    /// <param name="machine">Makes the machine from that device.</param>
    /// <param name="ready">What it prints when it forwards.</param>
    public static double OfMachine(DataplaneScenario scenario, Func<NetworkBackend, QemuOptions> machine, string ready)
    {
        using var folder = TemporaryFolder.Create();
        string debug = folder.File("gdb");
        using Testpmd backend = scenario.StartBackend(folder.File("vhost"));
        QemuOptions options = machine(NetworkBackend.VhostUser(folder.File("vhost")));
        using var qemu = QemuProcess.Start(options with { Extra = [.. options.Extra, "-gdb", $"unix:{debug},server=on,wait=off"] });
        qemu.WaitForText(ready, s_timeout);
        WaitForPackets(scenario, backend);
        using var debugger = GdbClient.Connect(debug);
        return Count(scenario, backend, OfMachines, debugger.Step);
    }

    private static double OfThread(DataplaneScenario scenario, Testpmd backend, Func<int> threadId)
    {
        WaitForPackets(scenario, backend);
        using var thread = TracedThread.Attach(threadId());
        return Count(scenario, backend, OfProcesses, thread.Step);
    }

    private static void WaitForPackets(DataplaneScenario scenario, Testpmd backend)
    {
        long first = scenario.Count(backend.ReadCounters());
        if (!SpinWait.SpinUntil(() => scenario.Count(backend.ReadCounters()) > first, s_timeout))
            throw new ToolFailedException($"no packet went through: {backend.Log}");
        Thread.Sleep(s_running);
    }

    /// <summary>
    /// From the end of one burst to that of a later one: where the backend's count has changed. What is stepped stands still
    /// at each look, so the backend has its turn on a busy machine too, or the ring would fill and packets be dropped.
    /// </summary>
    private static double Count(DataplaneScenario scenario, Testpmd backend, int instructions, Action<int> step)
    {
        Thread.Sleep(s_settling);
        long last = scenario.Count(backend.ReadCounters()), first = -1;
        int from = 0, to = 0;
        for (int stepped = AtOnce; stepped <= instructions; stepped += AtOnce)
        {
            step(AtOnce);
            Thread.Sleep(1);
            long now = scenario.Count(backend.ReadCounters());
            if (now == last) continue;
            (last, to) = (now, stepped);
            if (first < 0) (first, from) = (now, stepped);
        }
        return to > from ? (to - from) / (double)(last - first) : throw new ToolFailedException($"{instructions} instructions moved no packets: {backend.Log}");
    }
}
