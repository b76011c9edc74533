// The whole application: what it is made of, and its loop. How a packet is answered stands in EchoResponder.cs.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Net;

[assembly: Machine(Memory = 2 * Size.MiB)]

// 127 mbufs take 279 KiB: enough for 64 that wait for packets, a burst of 32 at work and 31 answers on their way out.
// The rest is for the rings of the port.
[MemoryRegion(Size = 288 * Size.KiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 127)]
partial struct Packets;

[Port(0), Uses<Packets>]
partial struct Wan;

/// <summary>Answers ping at 10.10.0.3.</summary>
static class PingResponder
{
    private static Ipv4Address Address => new(10, 10, 0, 3);

    [Lcore(0), HotPath]
    internal static void Loop()
    {
        MacAddress mac = Wan.MacAddress;
        Console.WriteLine($"ping responder: {mac} answers for {Address}");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst)
                EchoResponder.Answer(ref packet, mac, Address);
            Wan.TxBurst(ref burst);
        }
    }
}
