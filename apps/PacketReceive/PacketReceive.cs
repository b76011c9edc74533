// Takes every frame and counts it. DPDK: testpmd --forward-mode=rxonly.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;

static class PacketReceive
{
    [Lcore(0), HotPath]
    internal static void Loop()
    {
        Console.WriteLine($"packetreceive: {Wan.MacAddress} counts frames");
        RateReport<Wan> rates = new("wan");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            Packets.Free(ref burst);
            rates.Tick();
        }
        rates.PrintTotals();
    }
}
