// What L2Forward, PacketReceive and PacketSend do, with the cycles of each stage counted and printed every half second: the
// sums since the start, for who measures to subtract.

using System;
using System.Runtime.CompilerServices;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Metrics;
using Uk.Platform;

[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[StageCycles<PacketMemory>]
partial struct Stages;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;

[StartOptions]
partial struct Start;

static unsafe class DataplaneStages
{
    private const int FrameBytes = 64, TurnsPerLook = 1 << 14;
    private const long PeriodMs = 500;

    private static long s_printedMs;
    private static int s_turns;

    [Lcore(0)]
    internal static void Loop()
    {
        if (!Start.TryGetOption("--mode"u8, "UK_MODE"u8, out ReadOnlySpan<byte> mode)) mode = "macswap"u8;
        s_printedMs = Environment.TickCount64;
        Burst burst = default;
        if (mode.SequenceEqual("txonly"u8)) while (true) Send(ref burst);
        if (mode.SequenceEqual("rxonly"u8)) while (true) Receive(ref burst);
        if (mode.SequenceEqual("macswap"u8)) while (true) Forward(ref burst);
        throw new InvalidOperationException("--mode is txonly, rxonly or macswap.");
    }

    private static void Send(ref Burst burst)
    {
        if (Packets.TryAllocate(ref burst, Burst.Capacity))
        {
            foreach (ref Mbuf packet in burst)
            {
                packet.TrySetLength(FrameBytes);
                Unsafe.InitBlockUnaligned(packet.DataPointer, 0xFF, FrameBytes);
            }
            Wan.TxBurst(ref burst);
        }
        else Receive(ref burst);
        Look();
    }

    private static void Receive(ref Burst burst)
    {
        Wan.TryRxBurst(ref burst);
        Packets.Free(ref burst);
        Look();
    }

    private static void Forward(ref Burst burst)
    {
        if (Wan.TryRxBurst(ref burst) != 0)
        {
            foreach (ref Mbuf packet in burst) Swap(packet.DataPointer);
            Wan.TxBurst(ref burst);
        }
        Look();
    }

    /// <summary>Destination and source: every room has so many bytes.</summary>
    private static void Swap(byte* frame)
    {
        ulong destination = *(ulong*)frame;
        uint sourceStart = *(uint*)(frame + 6);
        ushort sourceEnd = *(ushort*)(frame + 10);
        *(uint*)frame = sourceStart;
        *(ushort*)(frame + 4) = sourceEnd;
        *(uint*)(frame + 6) = (uint)destination;
        *(ushort*)(frame + 10) = (ushort)(destination >> 32);
    }

    private static void Look()
    {
        if (++s_turns % TurnsPerLook != 0) return;
        long nowMs = Environment.TickCount64;
        if (nowMs - s_printedMs < PeriodMs) return;
        s_printedMs = nowMs;
        ref readonly StageCounters counters = ref Stages.OfLcore(0);
        Console.WriteLine($"stages: rx {counters.RxCycles} parse {counters.ParseCycles} tx {counters.TxCycles} mempool {counters.MempoolCycles} received {counters.RxPackets} sent {counters.TxPackets}");
    }
}
