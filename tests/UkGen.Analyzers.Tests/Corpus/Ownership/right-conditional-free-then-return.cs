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
        if (packet->DataLength < 60)
        {
            TPool.Free(packet);
            return;
        }
        packet->Drop(DropReason.Policy);
        TPool.Free(packet);
    }
}
