// The whole application: what it is made of, and its loop. Where packets go stands in Network.cs, how in Router.cs.
// DPDK: examples/l3fwd.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

// 1023 mbufs take 2.2 MiB: two pairs of rings of 128, and bursts at work.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

// An entry for each of the 2^24 values that the first three bytes of an address can have, 4 bytes each.
[MemoryRegion(Size = 66 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct RouteMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 128, TxDescriptors = 128), Uses<Packets>, Uses<PacketMemory>]
partial struct West;

[Port(1, RxDescriptors = 128, TxDescriptors = 128), Uses<Packets>, Uses<PacketMemory>]
partial struct East;

/// <summary>An IPv4 router between two ports.</summary>
static class L3Forward
{
    [Lcore(0), HotPath]
    internal static void Loop()
    {
        Router router = Router.Create<RouteMemory>();
        router.SetPort(Router.West, West.MacAddress, Network.WestAddress);
        router.SetPort(Router.East, East.MacAddress, Network.EastAddress);
        Network.Describe(ref router);
        Console.WriteLine($"l3forward: {Network.WestAddress} at {West.MacAddress}, {Network.EastAddress} at {East.MacAddress}, {router.RouteCount} routes");

        RateReport<West> west = new("west");
        RateReport<East> east = new("east");
        Burst burst = default, toWest = default, toEast = default;
        uint emptyPolls = 0;
        while (!West.Ended || !East.Ended)
        {
            int packets = Serve<West>(ref router, Router.West, ref burst, ref toWest, ref toEast)
                + Serve<East>(ref router, Router.East, ref burst, ref toWest, ref toEast);
            if (packets == 0)
            {
                West.Idle(emptyPolls++);
                continue;
            }
            emptyPolls = 0;
            west.Tick();
            east.Tick();
        }
        west.PrintTotals();
        east.PrintTotals();
    }

    private static int Serve<TPort>(ref Router router, int port, ref Burst burst, ref Burst toWest, ref Burst toEast)
        where TPort : struct, IEthPort<TPort>
    {
        int count = TPort.TryRxBurst(ref burst);
        if (count == 0) return 0;
        router.Forward<Packets>(ref burst, port, ref toWest, ref toEast);
        // What is left in the burst is answered or dropped where it came from.
        TPort.TxBurst(ref burst);
        West.TxBurst(ref toWest);
        East.TxBurst(ref toEast);
        return count;
    }
}
