// A port whose memory the buddy allocator hands out. Every frame goes back as it came.

using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

[MemoryRegion(Size = Size.MiB), Uses(typeof(BuddyAllocator<,,>))]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 127)]
partial struct Packets;

[Port(0), Uses<Packets>]
partial struct Wan;

internal static class BuddyPort
{
    [Lcore(0)]
    internal static void Loop()
    {
        nuint piece = PacketMemory.Allocate(5000, 4096);
        nuint free = PacketMemory.FreeBytes;
        bool isBack = PacketMemory.Free(piece, 5000) && PacketMemory.FreeBytes > free;
        System.Console.WriteLine(isBack ? "ready" : "a piece did not come back");
        Burst burst = default;
        while (Wan.RxBurst(ref burst)) Wan.TxBurst(ref burst);
    }
}
