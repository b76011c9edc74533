using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static int Run(ref Burst burst)
    {
        TPort.TxBurst(ref burst);
        return burst.Count;
    }
}
