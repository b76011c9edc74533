using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(uint length, ref Burst burst)
    {
        for (int i = 0; i < 4; i++)
        {
            Mbuf* packet = TPool.Allocate(); // expect: UK2203
            if (packet == null) break;
            if (!packet->TrySetLength(length)) continue;
            burst.Add(packet);
        }
    }
}
