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
        Mbuf* packet = TPool.Allocate(); // misses: UK2203
        if (packet == null) return;
        try { packet->TrySetLength(60); }
        finally { Console.WriteLine("done"); }
    }
}
