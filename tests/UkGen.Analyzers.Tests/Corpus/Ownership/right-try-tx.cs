using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run()
    {
        Burst burst = default;
        while (TPort.RxBurst(ref burst))
        {
            TPort.TryTxBurst(ref burst);
            if (burst.Count != 0) TPool.Free(ref burst);
        }
    }
}
