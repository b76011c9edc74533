// The ping responder, whose processor halts while nothing comes.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Net;
using Uk.Sched;

[assembly: Machine(Memory = 2 * Size.MiB)]
[assembly: Scheduler(typeof(InterruptDriven<,>))]

[MemoryRegion(Size = 288 * Size.KiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 127)]
partial struct Packets;

[Port(0), Uses<Packets>]
partial struct Wan;

static class IdlePing
{
    [Lcore(0)]
    internal static void Loop()
    {
        Ipv4Address address = new(10, 10, 0, 3);
        MacAddress mac = Wan.MacAddress;
        Console.WriteLine($"ping responder: {mac} answers for {address}");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst) EchoResponder.Answer(ref packet, mac, address);
            Wan.TxBurst(ref burst);
        }
    }
}
