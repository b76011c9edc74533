// The whole application: what it is made of, and its loop. What may pass stands in Policy.cs, how that is found out in
// PacketFilter.cs.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

// 1023 mbufs take 2.2 MiB: two pairs of rings of 256, and bursts at work.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

// 16,384 flows take 640 KiB.
[MemoryRegion(Size = 2 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct FlowMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

// Promiscuous, since what passes is addressed to others: hosts on both sides see each other as on one cable.
[Port(0, RxDescriptors = 256, TxDescriptors = 256, Promiscuous = true), Uses<Packets>, Uses<PacketMemory>]
partial struct Inside;

[Port(1, RxDescriptors = 256, TxDescriptors = 256, Promiscuous = true), Uses<Packets>, Uses<PacketMemory>]
partial struct Outside;

/// <summary>A packet filter between two ports, without an address of its own.</summary>
static class Firewall
{
    [Lcore(0)]
    internal static void Loop()
    {
        PacketFilter filter = PacketFilter.Create<FlowMemory>();
        Policy.Declare(ref filter);
        Console.WriteLine($"firewall: {filter.RuleCount} rules between {Inside.MacAddress} inside and {Outside.MacAddress} outside");

        FilterReport report = new(Environment.TickCount64);
        Burst burst = default;
        uint emptyPolls = 0;
        while (!Inside.Ended || !Outside.Ended)
        {
            long nowMs = Environment.TickCount64;
            int packets = Move<Inside, Outside>(ref filter, Direction.Outward, nowMs, ref burst)
                + Move<Outside, Inside>(ref filter, Direction.Inward, nowMs, ref burst);
            report.Tick(in filter, nowMs);
            if (packets == 0) Inside.Idle(emptyPolls++);
            else emptyPolls = 0;
        }
        FilterReport.Print(in filter);
    }

    private static int Move<TFrom, TTo>(ref PacketFilter filter, Direction direction, long nowMs, ref Burst burst)
        where TFrom : struct, IEthPort<TFrom>
        where TTo : struct, IEthPort<TTo>
    {
        int count = TFrom.TryRxBurst(ref burst);
        if (count == 0) return 0;
        foreach (ref Mbuf packet in burst)
        {
            DropReason reason = filter.Decide(packet.Data, direction, nowMs);
            if (reason != DropReason.None) packet.Drop(reason);
        }
        // Sends what may pass; what may not is freed, and counted by its reason.
        TTo.TxBurst(ref burst);
        return count;
    }
}
