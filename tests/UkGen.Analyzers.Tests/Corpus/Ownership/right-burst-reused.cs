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
        for (int i = 0; i < 5; i++)
        {
            if (!TPool.TryAllocate(ref burst, 4)) return;
            foreach (ref Mbuf packet in burst) packet.TrySetLength(60);
            TPort.TxBurst(ref burst);
        }
    }
}
