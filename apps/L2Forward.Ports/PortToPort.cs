// A wire of two ports: every frame goes out at the other one, as it came. DPDK: testpmd --forward-mode=io.

using System;
using Uk;
using Uk.EthDev;

[Port(1, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Lan;

static class PortToPort
{
    [Lcore(0), HotPath]
    internal static void Loop()
    {
        Console.WriteLine($"l2forward: from {Wan.MacAddress} to {Lan.MacAddress} and back");
        RateReport<Wan> wan = new("wan");
        RateReport<Lan> lan = new("lan");
        Burst burst = default;
        uint emptyPolls = 0;
        while (!Wan.Ended || !Lan.Ended)
        {
            int packets = Move<Wan, Lan>(ref burst) + Move<Lan, Wan>(ref burst);
            if (packets == 0)
            {
                Wan.Idle(emptyPolls++);
                continue;
            }
            emptyPolls = 0;
            wan.Tick();
            lan.Tick();
        }
        wan.PrintTotals();
        lan.PrintTotals();
    }

    private static int Move<TFrom, TTo>(ref Burst burst)
        where TFrom : struct, IEthPort<TFrom>
        where TTo : struct, IEthPort<TTo>
    {
        int count = TFrom.TryRxBurst(ref burst);
        if (count != 0) TTo.TxBurst(ref burst);
        return count;
    }
}
