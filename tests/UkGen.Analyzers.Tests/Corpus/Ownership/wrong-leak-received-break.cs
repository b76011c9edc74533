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
        while (TPort.RxBurst(ref burst)) // expect: UK2203
        {
            if (burst.Count == 5) break;
            TPort.TxBurst(ref burst);
        }
    }
}
