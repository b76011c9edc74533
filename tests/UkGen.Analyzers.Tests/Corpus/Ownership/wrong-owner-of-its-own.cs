using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(Mbuf* packet)
    {
        Keep(packet);
        packet->Drop(DropReason.Policy); // expect: UK2201
    }

    private static void Keep([Owned] Mbuf* packet) => TPool.Free(packet);
}
