using Uk;
using Uk.EthDev;
using Uk.Mempool;

static unsafe class Case
{
    [HotPath]
    internal static int Move<TFrom, TTo, TPool>(ref Burst burst)
        where TFrom : struct, IEthPort<TFrom>
        where TTo : struct, IEthPort<TTo>
        where TPool : struct, IMempool<TPool>
    {
        int count = TFrom.TryRxBurst(ref burst);
        if (count == 0) return 0;
        Mbuf* extra = TPool.Allocate();
        if (extra != null)
        {
            if (burst.IsFull) TPool.Free(extra);
            else burst.Add(extra);
        }
        return TTo.TxBurst(ref burst);
    }
}
