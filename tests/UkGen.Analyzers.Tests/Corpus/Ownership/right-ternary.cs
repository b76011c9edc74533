using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(bool flag, Mbuf* other)
    {
        Mbuf* packet = flag ? TPool.Allocate() : TPool.Copy(other, 0, 60);
        if (packet == null) return;
        TPool.Free(packet);
    }
}
