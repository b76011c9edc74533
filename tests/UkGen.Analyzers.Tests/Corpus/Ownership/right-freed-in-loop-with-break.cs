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
        while (true)
        {
            Mbuf* packet = TPool.Allocate();
            if (packet == null) break;
            if (!packet->TrySetLength(length))
            {
                TPool.Free(packet);
                break;
            }
            burst.Add(packet);
            if (burst.IsFull) break;
        }
    }
}
