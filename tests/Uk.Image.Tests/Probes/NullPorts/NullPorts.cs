// A port whose user chooses between a device of the machine and nothing, and one that is nothing. What comes in at the first
// goes back, and to the second.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Port.Null;
using Uk.Virtio.Net;

[MemoryRegion(Size = 1 * Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 255)]
partial struct Packets;

[Port(0), Uses<Packets>, Uses(typeof(VirtioNet<,,,,,,>)), Uses(typeof(NullPort<,,,,>))]
partial struct Wan;

[Port(1), Uses<Packets>, Uses(typeof(NullPort<,,,,>))]
partial struct Drain;

static class NullPorts
{
    private const long PatienceMs = 5000;
    private const int Bursts = 100, PerBurst = 8;

    [Lcore(0)]
    internal static void Loop()
    {
        Console.WriteLine($"wan {Wan.MacAddress}, drain {Drain.MacAddress}");
        Burst burst = default;
        int availableBefore = Packets.Available;
        for (int i = 0; i < Bursts; i++)
        {
            Send<Wan>(ref burst);
            Send<Drain>(ref burst);
        }
        // What the device has not read yet would be lost with the program.
        for (long start = Environment.TickCount64; Packets.Available < availableBefore && Environment.TickCount64 - start < PatienceMs;)
        {
            Wan.TryRxBurst(ref burst);
            Packets.Free(ref burst);
        }
        Console.WriteLine($"wan {Wan.Statistics.TxPackets}, drain {Drain.Statistics.TxPackets}, received {Drain.TryRxBurst(ref burst)}");
    }

    private static void Send<TPort>(ref Burst burst) where TPort : struct, IEthPort<TPort>
    {
        if (!Packets.TryAllocate(ref burst, PerBurst)) return;
        foreach (ref Mbuf packet in burst)
        {
            packet.TrySetLength(60);
            packet.Data.Clear();
        }
        while (burst.Count != 0) TPort.TryTxBurst(ref burst);
    }
}
