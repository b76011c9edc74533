// A device that ended, or whose queue broke: it is reset and brought up again, while the packets that it had go back to
// the pool. Nothing waits meanwhile: each poll of the port does at most one step.

using System;
using System.Threading;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>Looking after a device costs a system call, so it is done at one in so many polls that found nothing.</summary>
    private const uint PollsPerLook = 1024;

    /// <summary>The device is not to be used: pairs are paused as their lcores come by, then pair 0 resets it.</summary>
    private static bool _isDown;
    private static uint _downPolls;

    private static ulong _resets;
    private static ulong _abandonedPackets;

    /// <summary>A poll without a packet: the queue broke, or there was none.</summary>
    private static void FindNothing(int count, ref VirtioNetPair pair, ref DropCounters drops)
    {
        if (count < 0)
        {
            drops.Count(DropReason.DeviceError);
            TakeDown();
        }
        FindNoRoom(ref pair);
    }

    /// <summary>Neither a packet nor room for one: the device may have ended.</summary>
    private static void FindNoRoom(ref VirtioNetPair pair)
    {
        if (!TTransport.CanVanish || ++pair.EmptyPolls % PollsPerLook != 0) return;
        if (TTransport.HasVanished(_device)) TakeDown();
    }

    private static void TakeDown()
    {
        _downPolls = 0;
        Volatile.Write(ref _isDown, true);
    }

    /// <summary>
    /// What every pair does instead of its work while the port is down. Pair 0 goes on once all others that are in use
    /// have come by: from then on nobody touches a queue.
    /// </summary>
    [ColdPath("the device is gone, and nothing moves until it is back")]
    private static void WaitForDevice(int queue)
    {
        if (TPort.Queues > 1)
        {
            Volatile.Write(ref Pair(queue).IsPaused, true);
            if (queue != 0) return;
            for (int i = 1; i < TPort.Queues; i++)
                if (Pair(i).IsUsed && !Volatile.Read(ref Pair(i).IsPaused)) return;
        }
        // At once, and then now and then.
        if (_downPolls++ % PollsPerLook != 0) return;
        if (!TTransport.TryOpen(_device))
        {
            // What the device had is of use elsewhere meanwhile.
            TakeBackPackets();
            return;
        }
        if (!TryRestart()) return;
        if (TPort.Queues > 1)
            for (int i = 0; i < TPort.Queues; i++) Pair(i).IsPaused = false;
        Volatile.Write(ref _isDown, false);
    }

    /// <summary>
    /// §3.1.1 once more, with the features that were agreed before: what the program was told at its start stays true.
    /// A device that no longer has them stays down, and is asked again later.
    /// </summary>
    private static bool TryRestart()
    {
        MacAddress mac = _macAddress;
        ulong features = _features;
        VirtioFailure failure = VirtioHandshake<TTransport>.Begin(_device, features, 0, out _features);
        _features = features;
        // From the reset on, which Begin starts with, the device has none of the buffers.
        if (failure == VirtioFailure.ResetTimeout) return false;
        TakeBackPackets();
        if (failure == VirtioFailure.None) failure = SetUpQueues();
        if (failure == VirtioFailure.None) TryStartReceive();
        if (failure == VirtioFailure.None) failure = Start();
        _macAddress = mac;
        if (failure != VirtioFailure.None) return false;
        _resets++;
        return true;
    }

    private static void TakeBackPackets()
    {
        for (int i = 0; i < TPort.Queues; i++)
        {
            ref VirtioNetPair pair = ref Pair(i);
            if (IsPacked)
            {
                TakeBack(ref pair.Rx.Packed, sent: false);
                TakeBack(ref pair.Tx.Packed, sent: true);
            }
            else
            {
                TakeBack(ref pair.Rx.Split, sent: false);
                TakeBack(ref pair.Tx.Split, sent: true);
            }
            AbandonPacket(ref pair);
            pair.PartsToDrop = 0;
        }
    }

    /// <param name="sent">The device may have sent them or not: nobody knows.</param>
    private static void TakeBack<TQueue>(ref TQueue ring, bool sent) where TQueue : struct, IVirtqueue<TQueue>
    {
        for (nint token = ring.TakeBack(); token != 0; token = ring.TakeBack())
        {
            if (sent) _abandonedPackets++;
            TPool.Free((Mbuf*)token);
        }
    }

    public static int ReadExtendedStatistics(Span<EthStatistic> statistics)
    {
        if (statistics.Length > 0) statistics[0] = new EthStatistic("device_resets", _resets);
        if (statistics.Length > 1) statistics[1] = new EthStatistic("tx_abandoned_packets", _abandonedPackets);
        return 2;
    }
}
