// Two tasks and a timer beside a packet loop, on one lcore: all go on, and the processor halts in between.

using System;
using System.Threading;
using System.Threading.Tasks;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Net;
using Uk.Sched;

[assembly: Machine(Memory = 4 * Size.MiB)]
[assembly: Scheduler(typeof(Cooperative<,>))]
[assembly: Heap(HeapPolicy.Collected)]

[MemoryRegion(Size = 288 * Size.KiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 127)]
partial struct Packets;

[Port(0), Uses<Packets>]
partial struct Wan;

static class TasksAndPackets
{
    private static int s_ticks;
    private static int s_packets;

    [Lcore(0)]
    internal static void Loop()
    {
        Ipv4Address address = new(10, 10, 0, 3);
        MacAddress mac = Wan.MacAddress;
        Console.WriteLine($"ping responder: {mac} answers for {address}");
        using Timer timer = new(_ => s_ticks++, null, 10, 10);
        _ = Count("first", 50);
        _ = Count("second", 80);
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            s_packets += burst.Count;
            foreach (ref Mbuf packet in burst) EchoResponder.Answer(ref packet, mac, address);
            Wan.TxBurst(ref burst);
        }
    }

    private static async Task Count(string name, int milliseconds)
    {
        for (int i = 1; ; i++)
        {
            await Task.Delay(milliseconds);
            if (i % 10 == 0) Console.WriteLine($"{name} {i}, timer {(s_ticks > 0 ? "runs" : "stands")}, packets {s_packets}");
        }
    }
}
