// Packets between two lcores: one takes them from the pool and hands them over, the other checks and frees them, so mbufs
// travel through both caches and the ring behind them. At the end none may be missing.

using System;
using System.Threading;
using Uk;
using Uk.Memory;
using Uk.Mempool;
using Uk.Ring;

[MemoryRegion(Size = Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 255, DataRoom = 256, CacheSize = 16, StopOnBadFree = true)]
partial struct Packets;

[PacketRing<PacketMemory>(Entries = 128)]
partial struct ToOther;

internal static unsafe class TwoLcores
{
    private const uint Count = 20_000;

    private static uint s_freed;

    [Lcore(0)]
    internal static void Produce()
    {
        Burst burst = default;
        uint next = 0;
        while (next < Count)
        {
            while (!burst.IsFull && next < Count)
            {
                Mbuf* packet = Packets.Allocate();
                if (packet == null) break;
                packet->TrySetLength(8);
                *(ulong*)packet->DataPointer = next++;
                burst.Add(packet);
            }
            if (ToOther.Enqueue(ref burst) == 0) Thread.SpinWait(20);
        }
        while (burst.Count != 0) ToOther.Enqueue(ref burst);
        while (Volatile.Read(ref s_freed) != Count) Thread.SpinWait(20);
        Console.WriteLine($"passed on: {s_freed}, in use: {Packets.InUseCount}, capacity: {Packets.Capacity}");
    }

    [Lcore(1)]
    internal static void Consume()
    {
        Burst burst = default;
        uint expected = 0;
        while (expected < Count)
        {
            if (ToOther.Dequeue(ref burst) == 0)
            {
                Thread.SpinWait(20);
                continue;
            }
            foreach (ref Mbuf packet in burst)
            {
                if (*(ulong*)packet.DataPointer != expected++) throw new InvalidOperationException("a packet is out of order");
            }
            int count = burst.Count;
            Packets.Free(ref burst);
            Volatile.Write(ref s_freed, s_freed + (uint)count);
        }
    }
}
