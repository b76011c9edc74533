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
        while (!TPort.Ended)
        {
            int count = TPort.TryRxBurst(ref burst);
            if (count == 0) continue;
            TPort.TxBurst(ref burst);
        }
    }
}
