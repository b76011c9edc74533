using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(uint length, ref Burst burst)
    {
        Mbuf* packet = TPool.Allocate();
        if (packet == null) return;
        if (!packet->TrySetLength(length))
        {
            TPool.Free(packet);
            return;
        }
        burst.Add(packet);
    }
}
