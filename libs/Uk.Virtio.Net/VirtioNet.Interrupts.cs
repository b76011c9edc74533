// Resting: the receive queue's interrupt, which is set up when an lcore first wants to rest, so that a port that is only
// polled has nothing of it. VIRTIO 1.2, §2.3 and §2.7.7.

using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    public static bool TryArm(int queue)
    {
        ref VirtioNetPair pair = ref Pair(queue);
        if (_isDown || !HasInterrupt(queue, ref pair)) return false;
        TTransport.AcknowledgeInterrupt(_device, RxIndex(queue));
        // Nobody asks while the lcore rests: a device that has ended by now is noticed here, and one that ends later wakes it.
        if (TTransport.CanVanish && TTransport.HasVanished(_device))
        {
            TakeDown();
            return false;
        }
        return IsPacked ? pair.Rx.Packed.TryArm() : pair.Rx.Split.TryArm();
    }

    public static int WakeFile(int queue) => TTransport.WakeFile(_device, RxIndex(queue));

    private static ushort RxIndex(int queue) => (ushort)(receiveq1 + 2 * queue);

    public static void Disarm(int queue)
    {
        ref VirtioNetPair pair = ref Pair(queue);
        if (IsPacked) pair.Rx.Packed.Disarm();
        else pair.Rx.Split.Disarm();
    }

    /// <summary>A device that was reset has forgotten it.</summary>
    private static bool HasInterrupt(int queue, ref VirtioNetPair pair)
    {
        ulong resets = (ulong)_resets + 1;
        if (pair.InterruptResets == resets) return pair.HasInterrupt;
        pair.InterruptResets = resets;
        pair.HasInterrupt =
            TTransport.TryEnableInterrupt(_device, RxIndex(queue), ref pair.Interrupt);
        return pair.HasInterrupt;
    }
}
