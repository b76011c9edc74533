using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static bool Run(Mbuf* packet)
    {
        Mbuf* copy = TPool.Clone(packet); // expect: UK2203
        if (copy == null) return false;
        return copy->DataLength > 5;
    }
}
