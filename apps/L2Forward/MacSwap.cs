// Sends every frame back to where it came from, with the two MAC addresses swapped. DPDK: testpmd --forward-mode=macswap.

using System;
using Uk;
using Uk.EthDev;

static class MacSwap
{
    [Lcore(0), HotPath]
    internal static void Loop()
    {
        Console.WriteLine($"l2forward: {Wan.MacAddress} swaps addresses");
        RateReport<Wan> rates = new("wan");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst) SwapAddresses(ref packet);
            Wan.TxBurst(ref burst);
            rates.Tick();
        }
        rates.PrintTotals();
    }

    private static unsafe void SwapAddresses(ref Mbuf packet)
    {
        // A capture file may have anything. The room is longer, so this protects who receives, not memory.
        if (packet.DataLength < 12)
        {
            packet.Drop(DropReason.Truncated);
            return;
        }
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
