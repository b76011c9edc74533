using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(ref Burst burst)
    {
        Mbuf* first = burst.At(0);
        TPool.Free(first);
        TPort.TxBurst(ref burst); // expect: UK2202
    }
}
