using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static uint Run(Mbuf* packet)
    {
        TPool.Free(packet);
        return packet->DataLength; // expect: UK2201
    }
}
