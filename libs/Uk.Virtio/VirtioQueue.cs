// One queue of a device from nothing to enabled. §4.1.5.1.3, §4.2.3.2.

using System.Numerics;
using Uk.Memory;

namespace Uk.Virtio;

/// <summary>Sets a queue up between the two halves of <see cref="VirtioHandshake{TTransport}"/>. Boot only.</summary>
public static unsafe class VirtioQueue<TTransport, TRegion>
    where TTransport : struct, IVirtioTransport<TTransport>
    where TRegion : struct, IMemoryRegion<TRegion>
{
    /// <summary>
    /// Takes memory for the queue out of the region, where it stays, and enables the queue, empty.
    /// </summary>
    /// <param name="sizeWanted">A power of two up to 32,768; the device may offer less.</param>
    /// <param name="sizeLeast">With less than this the driver does not work.</param>
    public static VirtioFailure TryEnable(
        in VirtioDevice device, ushort index, int sizeWanted, int sizeLeast, out SplitVirtqueue queue)
    {
        queue = default;
        uint sizeMax = TTransport.GetQueueSizeMax(device, index);
        if (sizeMax < sizeLeast) return VirtioFailure.NoQueue;
        ushort size = sizeMax < sizeWanted ? (ushort)(1 << BitOperations.Log2(sizeMax)) : (ushort)sizeWanted;
        if (size < sizeLeast) return VirtioFailure.NoQueue;

        // Cache lines of their own keep the device's writes away from the driver's.
        nuint shared = TRegion.Allocate(SplitVirtqueue.SharedBytes(size), 64);
        nuint own = TRegion.Allocate(SplitVirtqueue.OwnBytes(size), 64);
        if (shared == 0 || own == 0) return VirtioFailure.NoMemory;
        queue.Initialize((byte*)shared, (byte*)own, size);

        VirtqueueAddresses addresses = SplitVirtqueue.AddressesOf(size, TRegion.ToIova(shared));
        if (!TTransport.TryEnableQueue(device, index, size, addresses, out VirtqueueDoorbell doorbell))
            return VirtioFailure.QueueRejected;
        queue.Attach(doorbell);
        return VirtioFailure.None;
    }
}
