using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(ref Burst buffer, Mbuf* packet)
    {
        TPort.TxBuffer(ref buffer, packet);
        TPool.Free(packet); // expect: UK2202
    }
}
