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
        Mbuf** place = &packet;
        *place = TPool.Allocate();
        if (packet != null) packet->Drop(DropReason.Policy);
    }
}
