using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(bool flag)
    {
        Mbuf* packet = null;
        if (flag) packet = TPool.Allocate();
        Console.WriteLine("between");
        if (flag && packet != null) TPool.Free(packet);
    }
}
