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
        ref Burst same = ref burst;
        while (TPort.RxBurst(ref burst)) TPort.TxBurst(ref same);
    }
}
