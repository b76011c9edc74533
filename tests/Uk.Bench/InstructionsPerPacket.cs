// How many instructions a packet costs a virtual machine, against the backend that the processes have: DPDK's net_vhost behind
// QEMU's vhost-user. The guest is stepped through from one look at the receive ring to the next, and its own counters tell how
// many packets that was.

using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.EthDev;
using Uk.Qemu;

namespace Uk.Bench;

internal static class InstructionsPerPacket
{
    private const int Turns = 8, Patience = 200_000, MemoryMiB = 64;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    /// <summary>The least of some turns that moved a burst: instructions for each of its packets.</summary>
    public static double Count(string image, string mode, int core)
    {
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("vhost"), debug = folder.File("gdb");
        using Testpmd backend = Testpmd.Start(new TestpmdOptions(TestpmdRole.Backend, socket, mode, core));
        string memory = FormattableString.Invariant($"memory-backend-memfd,id=ram,size={MemoryMiB}M,share=on");
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Q35)
        {
            Memory = new MemorySize(MemoryMiB * 1024),
            Extra =
            [
                "-object", memory, "-machine", "memory-backend=ram", "-chardev", "socket,id=backend,path=" + socket,
                "-netdev", "vhost-user,id=wire,chardev=backend", "-device", "virtio-net-pci,romfile=,netdev=wire",
                "-gdb", $"unix:{debug},server=on,wait=off",
            ],
        });
        qemu.WaitForText(" swaps addresses", s_timeout);
        GuestSymbols symbols = GuestSymbols.Load(image + ".dbg");
        GuestSymbol receive = symbols.Matching(new Regex("VirtioNet.*__PollOnly$")).Single(symbol => symbol.Kind == 't');
        GuestCounters counters = GuestCounters.Find(symbols, "Wan");
        using var debugger = GdbClient.Connect(debug);
        double least = double.MaxValue;
        debugger.RunTo(receive.Address);
        for (int turn = 0; turn < Turns; turn++)
        {
            PortStatistics before = counters.Read(qemu.Monitor);
            int steps = StepsToNext(debugger, receive.Address);
            ulong packets = counters.Read(qemu.Monitor).RxPackets - before.RxPackets;
            if (packets != 0) least = Math.Min(least, steps / (double)packets);
        }
        return least != double.MaxValue ? least : throw new ToolFailedException($"no packet reached {Path.GetFileName(image)}: {backend.Log}");
    }

    private static int StepsToNext(GdbClient debugger, ulong address)
    {
        for (int steps = 1; steps < Patience; steps++)
            if (debugger.Step() == address) return steps;
        throw new TimeoutException("the guest does not look at its receive ring again");
    }
}
