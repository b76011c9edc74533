using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static bool Run(ref Burst burst)
    {
        Mbuf* packet = TPool.Allocate();
        if (packet == null) return false;
        burst.Add(packet);
        return true;
    }
}
