using System;
using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case<TPort, TPool>
    where TPort : struct, IEthPort<TPort>
    where TPool : struct, IMempool<TPool>
{
    internal static void Run(ref Burst burst)
    {
        TPort.TxBurst(ref burst);
        foreach (ref Mbuf packet in burst) packet.Drop(DropReason.Policy); // expect: UK2201
    }
}
