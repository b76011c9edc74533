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
        TPool.Free(packet);
        Renew(ref packet);
        packet->Drop(DropReason.Policy);
    }

    private static void Renew(ref Mbuf* packet) => packet = TPool.Allocate();
}
