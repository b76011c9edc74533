using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(Mbuf* packet, bool flag)
    {
        TPool.Free(packet);
        if (flag) TPool.Free(packet); // expect: UK2202
    }
}
