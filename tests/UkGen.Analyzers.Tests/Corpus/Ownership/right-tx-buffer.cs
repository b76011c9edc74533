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
        Burst buffer = default;
        for (int i = 0; i < 8; i++)
        {
            Mbuf* packet = TPool.Allocate();
            if (packet == null) break;
            packet->TrySetLength(60);
            TPort.TxBuffer(ref buffer, packet);
        }
        TPort.TxBurst(ref buffer);
    }
}
