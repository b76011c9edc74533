// Two lcores with a wire between them that both rest while nothing comes: one asks now and then, the other answers.

using System;
using System.Threading;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Port.Ring;
using Uk.Sched;

[assembly: Scheduler(typeof(InterruptDriven<,>))]

[MemoryRegion(Size = 1 * Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 255)]
partial struct Packets;

[RingLink<PacketMemory>(Entries = 64)]
partial struct Wire;

[Port(0), Uses(typeof(RingPort<,>)), Uses<Wire>, Uses<Packets>]
partial struct Near;

[Port(1), Uses(typeof(RingPort<,>)), Uses<Wire>, Uses<Packets>]
partial struct Far;

static class RingRest
{
    private const int Questions = 300, PauseMs = 10, FrameBytes = 60;

    [Lcore(0)]
    internal static unsafe void Ask()
    {
        Burst burst = default;
        int answered = 0;
        for (uint i = 1; i <= Questions; i++)
        {
            // The other one has gone to rest by then.
            Thread.Sleep(PauseMs);
            if (!Packets.TryAllocate(ref burst, 1)) break;
            *(uint*)burst.At(0)->Append(FrameBytes) = i;
            Near.TxBurst(ref burst);
            if (Near.RxBurst(ref burst) && *(uint*)burst.At(0)->DataPointer == i) answered++;
            Packets.Free(ref burst);
        }
        Console.WriteLine($"asked {Questions}, answered {answered}");
    }

    [Lcore(1)]
    internal static void Answer()
    {
        Burst burst = default;
        for (int i = 0; i < Questions && Far.RxBurst(ref burst); i++) Far.TxBurst(ref burst);
    }
}
