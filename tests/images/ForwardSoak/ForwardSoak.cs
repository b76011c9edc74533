// Forwards a number of frames as L2Forward does, waits until its peer is gone, and accounts for every mbuf.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Platform;

[MemoryRegion(Size = 4 * Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;

[StartOptions]
partial struct Start;

static unsafe class ForwardSoak
{
    private const ulong UsualFrames = 1_000_000;
    private const int LastPolls = 4096;

    [Lcore(0)]
    internal static void Loop()
    {
        ulong frames = ChooseFrames();
        Burst burst = default;
        while (Wan.Statistics.RxPackets < frames)
            if (Wan.TryRxBurst(ref burst) != 0) Wan.TxBurst(ref burst);
        ref readonly PortStatistics port = ref Wan.Statistics;
        ulong full = port.Drops[(int)DropReason.TxFull], other = 0;
        foreach (ulong count in (ReadOnlySpan<ulong>)port.Drops) other += count;
        other -= full;
        Console.WriteLine($"soak: {port.RxPackets} received, {port.TxPackets} sent, {full} dropped as TxFull, {other} otherwise");
        Console.WriteLine($"soak: balance {(long)(port.RxPackets - port.TxPackets - full)}");

        // The peer may go now. Once the port is down, everything that it had is back in the pool.
        while (Wan.LinkUp) Discard(ref burst);
        for (int i = 0; i < LastPolls; i++) Discard(ref burst);
        Console.WriteLine($"soak: {Packets.Available} of {Packets.Capacity} mbufs, {CountDistinct()} of them once");
    }

    private static void Discard(ref Burst burst)
    {
        Wan.TryRxBurst(ref burst);
        Packets.Free(ref burst);
    }

    /// <summary>Each mbuf of the pool gets its number; one that is there twice has only the last.</summary>
    private static int CountDistinct()
    {
        Mbuf** all = stackalloc Mbuf*[Packets.Capacity];
        int count = 0, distinct = 0;
        while (count < Packets.Capacity)
        {
            Mbuf* mbuf = Packets.Allocate();
            if (mbuf == null) break;
            mbuf->Timestamp = (ulong)count;
            all[count++] = mbuf;
        }
        for (int i = 0; i < count; i++)
            if (all[i]->Timestamp == (ulong)i) distinct++;
        return distinct;
    }

    private static ulong ChooseFrames()
    {
        if (!Start.TryGetOption("--frames"u8, "UK_FRAMES"u8, out ReadOnlySpan<byte> text)) return UsualFrames;
        return ulong.TryParse(text, out ulong frames) ? frames : throw new InvalidOperationException("--frames is a number.");
    }
}
