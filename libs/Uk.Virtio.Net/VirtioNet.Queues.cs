// The pairs of queues: where their state is, which format they have, how they are set up.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>Below this a ring is not worth polling.</summary>
    private const int RingSizeMin = 4;

    private static VirtioNetPair _pair;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref VirtioNetPair Pair(int queue)
    {
        if (TPort.Queues == 1) return ref _pair;
        return ref VirtioNetPairs<TPort>.Of(queue);
    }

    /// <summary>Packed rings are asked for. Constant.</summary>
    private static bool MayPack
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTransport.DevicesPoll ? TOptions.Rings != VirtioRings.Split : TOptions.Rings == VirtioRings.Packed;
    }

    private static bool IsPacked
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MayPack && (_features & VirtioFeatures.VIRTIO_F_RING_PACKED) != 0;
    }

    private static VirtioFailure SetUpQueues()
    {
        VirtioFailure failure = TryStartTransmit() ? VirtioFailure.None : VirtioFailure.NoMemory;
        for (int i = 0; i < TPort.Queues && failure == VirtioFailure.None; i++)
        {
            ref VirtioNetPair pair = ref Pair(i);
            failure = SetUpQueue((ushort)(receiveq1 + 2 * i), TPort.RxDescriptors, 0, ref pair.Rx);
            if (failure == VirtioFailure.None)
                failure = SetUpQueue((ushort)(transmitq1 + 2 * i), TPort.TxDescriptors, TOptions.IndirectDescriptors, ref pair.Tx);
        }
        return failure == VirtioFailure.None ? SetUpControl() : failure;
    }

    private static VirtioFailure SetUpQueue(ushort index, int size, int indirectLength, ref VirtioNetQueue queue)
    {
        bool indirect = indirectLength > 1 && (_features & VirtioFeatures.VIRTIO_F_INDIRECT_DESC) != 0;
        queue.Setup.Format = new VirtqueueFormat
        {
            Size = (ushort)size,
            InOrder = (_features & VirtioFeatures.VIRTIO_F_IN_ORDER) != 0,
            EventIndex = (_features & VirtioFeatures.VIRTIO_F_EVENT_IDX) != 0,
            IndirectLength = indirect ? (ushort)indirectLength : (ushort)0,
        };
        return IsPacked
            ? VirtioQueue<TTransport, TRegion>.TryEnable(_device, index, RingSizeMin, ref queue.Setup, ref queue.Packed)
            : VirtioQueue<TTransport, TRegion>.TryEnable(_device, index, RingSizeMin, ref queue.Setup, ref queue.Split);
    }

    /// <summary>Shows the device what was added, and wakes it if it sleeps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PublishAndNotify<TQueue>(ref TQueue ring, ref VirtioNetQueue queue)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        ring.Publish();
        if (ring.NeedsNotification()) TTransport.Ring(queue.Setup.Doorbell);
    }

    /// <summary>Inlined, so that nothing is left of it where the port's sizes, which are constants, are right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckRingSize(int size, string option)
    {
        if (size < RingSizeMin || size > SplitVirtqueue.SizeMax || (size & (size - 1)) != 0) RefuseRingSize(size, option);
    }

    [DoesNotReturn]
    private static void RefuseRingSize(int size, string option) => throw new InvalidOperationException(
        $"{PortName}: {option} is {size}; it must be a power of two from {RingSizeMin} to {SplitVirtqueue.SizeMax}.");
}
