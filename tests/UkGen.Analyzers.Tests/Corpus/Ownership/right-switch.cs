using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(int kind, Mbuf* packet, ref Burst burst)
    {
        switch (kind)
        {
            case 0: TPool.Free(packet); break;
            case 1: burst.Add(packet); break;
            default: TPort.TxBuffer(ref burst, packet); break;
        }
    }
}
