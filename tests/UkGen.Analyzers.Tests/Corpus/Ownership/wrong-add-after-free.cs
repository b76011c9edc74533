using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(Mbuf* packet, ref Burst burst)
    {
        TPool.Free(packet);
        burst.Add(packet); // expect: UK2201
    }
}
