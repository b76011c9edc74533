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
        for (Mbuf* segment = packet; segment != null;)
        {
            Mbuf* rest = segment->Unlink();
            TPool.Free(segment);
            segment = rest;
        }
    }
}
