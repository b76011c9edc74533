// A port: one driver, its pool, the way to wait and the counters. What is in the packets is the application's business;
// rings and registers are the driver's.

using System.Runtime.CompilerServices;
using Uk.Mempool;
using Uk.Sched;

namespace Uk.EthDev;

/// <summary>Bursts in and out of one device, with counters.</summary>
/// <remarks>Data path; the port's own lcore. DPDK: <c>rte_ethdev</c>.</remarks>
[UkLibrary]
[Provides<IEthPort>]
[Requires<IEthDriver>]
[Requires<IMempool>]
[Requires<IScheduler>]
[Requires<IPortOptions>]
public unsafe struct EthDev<TDriver, TPool, TScheduler, TPort>
    : IEthPort<EthDev<TDriver, TPool, TScheduler, TPort>>
    where TDriver : struct, IEthDriver<TDriver>
    where TPool : struct, IMempool<TPool>
    where TScheduler : struct, IScheduler<TScheduler>
    where TPort : struct, IPortOptions
{
    public static MacAddress MacAddress => TDriver.MacAddress;
    public static bool LinkUp => TDriver.LinkUp;
    public static ref readonly PortStatistics Statistics => ref PortCounters<TPort>.Statistics;

    public static bool RxBurst(ref Burst burst)
    {
        uint emptyPolls = 0;
        while (TryRxBurst(ref burst) == 0)
        {
            if (TDriver.Ended) return false;
            TScheduler.Idle(emptyPolls);
            // Stays at its largest value rather than starting again: the wait is long, not new.
            if (emptyPolls != uint.MaxValue) emptyPolls++;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TryRxBurst(ref Burst burst)
    {
        ref PortStatistics statistics = ref PortCounters<TPort>.Statistics;
        TDriver.Receive(ref burst, ref statistics.Drops);
        int count = burst.Count;
        ulong bytes = 0;
        for (int i = 0; i < count; i++)
            bytes += burst.At(i)->DataLength;
        statistics.RxPackets += (ulong)count;
        statistics.RxBytes += bytes;
        return count;
    }

    public static int TxBurst(ref Burst burst)
    {
        ref PortStatistics statistics = ref PortCounters<TPort>.Statistics;
        int count = burst.Count;
        int kept = 0;
        ulong bytes = 0;
        for (int i = 0; i < count; i++)
        {
            Mbuf* packet = burst.At(i);
            // Written in every turn: cheaper than to ask whether anything was dropped before.
            burst.Set(kept, packet);
            if (packet->DropReason == DropReason.None)
            {
                kept++;
                bytes += packet->DataLength;
            }
            else
            {
                statistics.Drops.Count(packet->DropReason);
                TPool.Free(packet);
            }
        }
        burst.Truncate(kept);
        if (kept == 0) return 0;

        // From here on the driver owns what it took, and may have freed it: the lengths were added up before.
        int sent = TDriver.Transmit(ref burst);
        if (sent != kept) bytes -= FreeUnsent(ref burst, sent, ref statistics.Drops);
        burst.Truncate(0);
        statistics.TxPackets += (ulong)sent;
        statistics.TxBytes += bytes;
        return sent;
    }

    /// <summary>Frees what the device had no room for and returns its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong FreeUnsent(ref Burst burst, int sent, ref DropCounters drops)
    {
        ulong bytes = 0;
        int count = burst.Count;
        for (int i = sent; i < count; i++)
        {
            Mbuf* packet = burst.At(i);
            bytes += packet->DataLength;
            drops.Count(DropReason.TxFull);
            TPool.Free(packet);
        }
        return bytes;
    }
}
