using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(ref Burst burst, ref Burst even, ref Burst odd)
    {
        for (int i = 0; i < burst.Count; i++)
        {
            Mbuf* packet = burst.At(i);
            if ((packet->DataLength & 1) == 0) even.Add(packet);
            else odd.Add(packet);
        }
        burst.Truncate(0);
        TPort.TxBurst(ref even);
        TPort.TxBurst(ref odd);
    }
}
