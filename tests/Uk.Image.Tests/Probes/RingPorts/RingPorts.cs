// Two lcores with a wire between them: one sends and counts what comes back, the other, whose loop is a task, returns it.

using System;
using System.Threading;
using System.Threading.Tasks;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Port.Ring;

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

static class RingPorts
{
    private const int Frames = 200_000, FrameBytes = 60;

    private static bool s_done;

    [Lcore(0)]
    internal static unsafe void Send()
    {
        Console.WriteLine($"near {Near.MacAddress}, up: {Near.LinkUp}; far {Far.MacAddress}, up: {Far.LinkUp}");
        Burst burst = default;
        uint sent = 0, received = 0, wrong = 0;
        while (received < Frames)
        {
            if (sent < Frames && Packets.TryAllocate(ref burst, 8))
            {
                foreach (ref Mbuf packet in burst) *(uint*)packet.Append(FrameBytes) = sent++;
                // What has no room yet goes later, in order.
                while (Near.TryTxBurst(ref burst) >= 0 && burst.Count != 0) received += Collect(received, ref wrong);
            }
            received += Collect(received, ref wrong);
        }
        Volatile.Write(ref s_done, true);
        Console.WriteLine($"sent {sent}, received {received}, wrong {wrong}");
    }

    private static unsafe uint Collect(uint expected, ref uint wrong)
    {
        Burst back = default;
        Near.TryRxBurst(ref back);
        foreach (ref Mbuf packet in back)
            if (packet.DataLength != FrameBytes || *(uint*)packet.DataPointer != expected++) wrong++;
        uint count = (uint)back.Count;
        Packets.Free(ref back);
        return count;
    }

    [Lcore(1)]
    internal static async Task Return()
    {
        await Task.Yield();
        while (!Volatile.Read(ref s_done)) Echo();
        await Task.Delay(1);
    }

    private static void Echo()
    {
        Burst burst = default;
        Far.TryRxBurst(ref burst);
        while (burst.Count != 0 && !Volatile.Read(ref s_done)) Far.TryTxBurst(ref burst);
        Packets.Free(ref burst);
    }
}
