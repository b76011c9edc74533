// A port: one driver, its pool, the way to wait and the counters. What is in the packets is the application's business;
// rings and registers are the driver's. Here is the data path; configuration is in EthDev.Control.cs.

using System;
using System.Runtime.CompilerServices;
using Uk.Mempool;
using Uk.Platform;
using Uk.Sched;

namespace Uk.EthDev;

/// <summary>Bursts in and out of one device, with counters.</summary>
/// <remarks>
/// Data path; each queue by one lcore at a time. DPDK: <c>rte_ethdev</c>. A port of one queue is compiled without an
/// index: that is why there are two of each of the methods that wait and send.
/// </remarks>
[UkLibrary]
[Provides<IEthPort>]
[Requires<IEthDriver>]
[Requires<IMempool>]
[Requires<IScheduler>]
[Requires<IPortObserver>]
[Requires<IPortOptions>]
public unsafe partial struct EthDev<TDriver, TPool, TScheduler, TObserver, TPort>
    : IEthPort<EthDev<TDriver, TPool, TScheduler, TObserver, TPort>>, IInitialize<EthDev<TDriver, TPool, TScheduler, TObserver, TPort>>
    where TDriver : struct, IEthDriver<TDriver>
    where TPool : struct, IMempool<TPool>
    where TScheduler : struct, IScheduler<TScheduler>
    where TObserver : struct, IPortObserver<TObserver>
    where TPort : struct, IPortOptions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RxBurst(ref Burst burst, int queue = 0)
    {
        Check(queue);
        return TPort.Queues == 1 ? WaitOnly(ref burst) : Wait(ref burst, queue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TryRxBurst(ref Burst burst, int queue = 0)
    {
        Check(queue);
        return Poll(ref burst, TPort.Queues == 1 ? 0 : queue);
    }

    public static bool Ended => TDriver.Ended || StopRequest.IsSet;

    public static void Idle(uint emptyPolls) => TScheduler.Idle(emptyPolls);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TxBurst(ref Burst burst, int queue = 0)
    {
        Check(queue);
        return TPort.Queues == 1 ? SendOnly(ref burst) : Send(ref burst, queue);
    }

    public static int TryTxBurst(ref Burst burst, int queue = 0)
    {
        Check(queue);
        if (TPort.Queues == 1) queue = 0;
        ref PortStatistics statistics = ref Counters(queue);
        int kept = Sift(ref burst, queue, ref statistics, out ulong bytes);
        if (kept == 0) return 0;
        int sent = Transmit(ref burst, queue);
        // What stays is the caller's still, so its lengths may be read.
        for (int i = sent; i < kept; i++)
        {
            bytes -= LengthOf(burst.At(i));
            burst.Set(i - sent, burst.At(i));
        }
        burst.Truncate(kept - sent);
        CountSent(ref statistics, sent, bytes);
        return sent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TxBuffer(ref Burst buffer, Mbuf* packet, int queue = 0)
    {
        buffer.Add(packet);
        return buffer.IsFull ? TxBurst(ref buffer, queue) : 0;
    }

    /// <summary>The one place where a queue's index is looked at; nothing of it is left where that is a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(int queue)
    {
        if ((uint)queue >= (uint)TPort.Queues) RefuseQueue(queue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref PortStatistics Counters(int queue)
    {
        if (TPort.Queues == 1) return ref PortCounters<TPort>.Statistics;
        return ref QueueCounters<TPort>.Of(queue);
    }

    private static bool WaitOnly(ref Burst burst) => Wait(ref burst, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Wait(ref Burst burst, int queue)
    {
        uint emptyPolls = 0;
        TScheduler.Turn();
        while (Poll(ref burst, queue) == 0)
        {
            if (TDriver.Ended || StopRequest.IsSet) return false;
            if (!TScheduler.WantsRest(emptyPolls) || !TryRest(queue)) TScheduler.Idle(emptyPolls);
            // Stays at its largest value rather than starting again: the wait is long, not new.
            if (emptyPolls != uint.MaxValue) emptyPolls++;
        }
        return true;
    }

    /// <summary>
    /// No wake-up is lost: the driver looks once more after it has asked to be woken, and what comes later ends the rest.
    /// </summary>
    [ColdPath("there is nothing to do, and the lcore rests")]
    private static bool TryRest(int queue)
    {
        if (!TDriver.TryArm(queue)) return false;
        TScheduler.Rest(TDriver.WakeFile(queue));
        TDriver.Disarm(queue);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Poll(ref Burst burst, int queue)
    {
        ref PortStatistics statistics = ref Counters(queue);
        if (TObserver.Observes) TObserver.Polling(TPort.Index, queue);
        TDriver.Receive(queue, ref burst, ref statistics.Drops);
        int count = burst.Count;
        // A look that finds nothing writes nothing.
        if (count == 0) return 0;
        ulong bytes = 0;
        for (int i = 0; i < count; i++)
            bytes += LengthOf(burst.At(i));
        statistics.RxPackets += (ulong)count;
        statistics.RxBytes += bytes;
        if (TObserver.Observes) TObserver.Received(TPort.Index, queue, ref burst);
        return count;
    }

    private static int SendOnly(ref Burst burst) => Send(ref burst, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Send(ref Burst burst, int queue)
    {
        ref PortStatistics statistics = ref Counters(queue);
        int kept = Sift(ref burst, queue, ref statistics, out ulong bytes);
        if (kept == 0) return 0;

        // From here on the driver owns what it took, and may have freed it: the lengths were added up before.
        int sent = Transmit(ref burst, queue);
        if (sent != kept) bytes -= FreeUnsent(ref burst, sent, queue, ref statistics.Drops);
        burst.Truncate(0);
        CountSent(ref statistics, sent, bytes);
        return sent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Transmit(ref Burst burst, int queue)
    {
        if (TObserver.Observes) TObserver.Sending(TPort.Index, queue, ref burst);
        int sent = TDriver.Transmit(queue, ref burst);
        if (TObserver.Observes) TObserver.Sent(TPort.Index, queue, sent);
        return sent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CountSent(ref PortStatistics statistics, int sent, ulong bytes)
    {
        statistics.TxPackets += (ulong)sent;
        statistics.TxBytes += bytes;
    }

    /// <summary>Frees and counts what is marked as dropped; the rest moves up. Returns how many and how many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sift(ref Burst burst, int queue, ref PortStatistics statistics, out ulong bytes)
    {
        int count = burst.Count;
        int kept = 0;
        bytes = 0;
        for (int i = 0; i < count; i++)
        {
            Mbuf* packet = burst.At(i);
            // A driver that takes no segments is given none. Nothing is left of this where the pool makes no chains.
            if (TPool.AllowsChains && !TDriver.SendsChains && !packet->IsContiguous) Join(packet);
            // Written in every turn: cheaper than to ask whether anything was dropped before.
            burst.Set(kept, packet);
            if (packet->DropReason == DropReason.None)
            {
                kept++;
                bytes += LengthOf(packet);
            }
            else
            {
                statistics.Drops.Count(packet->DropReason);
                if (TObserver.Observes) TObserver.Dropped(TPort.Index, queue, packet, packet->DropReason);
                TPool.Free(packet);
            }
        }
        burst.Truncate(kept);
        return kept;
    }

    /// <summary>Copies the segments of a packet together, or marks it as too long for that.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Join(Mbuf* packet)
    {
        if (packet->DropReason == DropReason.None && !TPool.TryLinearize(packet)) packet->Drop(DropReason.Oversize);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LengthOf(Mbuf* packet) => TPool.AllowsChains ? packet->PacketLength : packet->DataLength;

    /// <summary>Frees what the device had no room for and returns its length in bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong FreeUnsent(ref Burst burst, int sent, int queue, ref DropCounters drops)
    {
        ulong bytes = 0;
        int count = burst.Count;
        for (int i = sent; i < count; i++)
        {
            Mbuf* packet = burst.At(i);
            bytes += LengthOf(packet);
            drops.Count(DropReason.TxFull);
            if (TObserver.Observes) TObserver.Dropped(TPort.Index, queue, packet, DropReason.TxFull);
            TPool.Free(packet);
        }
        return bytes;
    }
}
