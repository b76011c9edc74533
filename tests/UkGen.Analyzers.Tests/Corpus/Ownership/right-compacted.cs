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
        int kept = 0;
        for (int i = 0; i < burst.Count; i++)
        {
            Mbuf* packet = burst.At(i);
            if (packet->DataLength < 60) TPool.Free(packet);
            else burst.Set(kept++, packet);
        }
        burst.Truncate(kept);
        TPort.TxBurst(ref burst);
    }
}
