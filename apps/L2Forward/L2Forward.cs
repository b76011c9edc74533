// Sends every frame back to where it came from, with the two MAC addresses swapped. DPDK: testpmd --forward-mode=macswap.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

// 1023 mbufs take 2.2 MiB: two rings of 256, bursts at work and what is on its way out. In huge pages where there are any.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;

static class L2Forward
{
    [Lcore(0)]
    internal static void Loop()
    {
        Console.WriteLine($"l2forward: {Wan.MacAddress} swaps addresses");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst) SwapAddresses(ref packet);
            Wan.TxBurst(ref burst);
        }
    }

    /// <summary>Drivers deliver no frame that is shorter than the header of Ethernet, IEEE 802.3, 3.1.1.</summary>
    private static unsafe void SwapAddresses(ref Mbuf packet)
    {
        // Destination and source, six bytes each, as two overlapping words.
        byte* frame = packet.DataPointer;
        ulong destination = *(ulong*)frame;
        uint sourceStart = *(uint*)(frame + 6);
        ushort sourceEnd = *(ushort*)(frame + 10);
        *(uint*)frame = sourceStart;
        *(ushort*)(frame + 4) = sourceEnd;
        *(uint*)(frame + 6) = (uint)destination;
        *(ushort*)(frame + 10) = (ushort)(destination >> 32);
    }
}
