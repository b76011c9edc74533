// One queue of a device from nothing to enabled. §4.1.5.1.3, §4.2.3.2.

using System.Numerics;
using Uk.Memory;

namespace Uk.Virtio;

/// <summary>The memory of a queue and how it is reached: what outlives a reset of the device.</summary>
public struct VirtioQueueSetup
{
    public VirtqueueFormat Format;
    public VirtqueueDoorbell Doorbell;
    internal nuint Shared;
    internal nuint Own;
    internal nuint SharedBytes;
    internal nuint OwnBytes;
}

/// <summary>Sets a queue up between the two halves of <see cref="VirtioHandshake{TTransport}"/>. Control path.</summary>
public static unsafe class VirtioQueue<TTransport, TRegion>
    where TTransport : struct, IVirtioTransport<TTransport>
    where TRegion : struct, IMemoryRegion<TRegion>
{
    /// <summary>
    /// Enables the queue, empty. Its memory is taken out of the region, where it stays: a queue that is set up once more
    /// after a reset of the device gets the same.
    /// </summary>
    /// <param name="setup">The format is what is wanted; a device may offer a smaller size.</param>
    /// <param name="sizeLeast">With less than this the driver does not work.</param>
    public static VirtioFailure TryEnable<TQueue>(
        in VirtioDevice device, ushort index, int sizeLeast, ref VirtioQueueSetup setup, ref TQueue queue)
        where TQueue : struct, IVirtqueue<TQueue>
    {
        uint sizeMax = TTransport.GetQueueSizeMax(device, index);
        if (sizeMax < sizeLeast) return VirtioFailure.NoQueue;
        if (sizeMax < setup.Format.Size) setup.Format.Size = (ushort)(1 << BitOperations.Log2(sizeMax));
        if (setup.Format.Size < sizeLeast) return VirtioFailure.NoQueue;
        if (!TryTakeMemory(ref setup, TQueue.SharedBytes(setup.Format), TQueue.OwnBytes(setup.Format)))
            return VirtioFailure.NoMemory;

        ulong iova = TRegion.ToIova(setup.Shared);
        queue.Initialize((byte*)setup.Shared, iova, (byte*)setup.Own, setup.Format);
        VirtqueueAddresses addresses = TQueue.AddressesOf(setup.Format, iova);
        return TTransport.TryEnableQueue(device, index, setup.Format.Size, addresses, out setup.Doorbell)
            ? VirtioFailure.None
            : VirtioFailure.QueueRejected;
    }

    private static bool TryTakeMemory(ref VirtioQueueSetup setup, nuint sharedBytes, nuint ownBytes)
    {
        if (setup.SharedBytes < sharedBytes)
        {
            setup.Shared = TRegion.Allocate(sharedBytes, 64);
            setup.SharedBytes = setup.Shared == 0 ? 0 : sharedBytes;
        }
        if (setup.OwnBytes < ownBytes)
        {
            setup.Own = TRegion.Allocate(ownBytes, 64);
            setup.OwnBytes = setup.Own == 0 ? 0 : ownBytes;
        }
        return setup.Shared != 0 && setup.Own != 0;
    }
}
