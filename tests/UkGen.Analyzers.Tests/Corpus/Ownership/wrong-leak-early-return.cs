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
        Mbuf* packet = TPool.Allocate(); // expect: UK2203
        if (packet == null) return;
        if (length > 1500) return;
        packet->TrySetLength(length);
        burst.Add(packet);
    }
}
