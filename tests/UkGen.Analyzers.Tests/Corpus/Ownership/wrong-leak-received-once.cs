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
        if (!TPort.RxBurst(ref burst)) return; // expect: UK2203
        Console.WriteLine(burst.Count);
    }
}
