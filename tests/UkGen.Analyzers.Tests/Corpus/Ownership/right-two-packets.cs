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
        Mbuf* first = TPool.Allocate();
        if (first == null) return;
        Mbuf* second = TPool.Allocate();
        if (second == null)
        {
            TPool.Free(first);
            return;
        }
        TPool.Free(second);
        TPool.Free(first);
    }
}
