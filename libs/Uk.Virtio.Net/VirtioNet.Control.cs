// The control queue, §5.1.6.5: how many pairs are in use, and which frames the device delivers. In the image of a program
// whose port asks for something of the kind, or whose options ask for the queue.

using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>A device that takes longer for a command than so many looks has died.</summary>
    private const int AnswerPolls = 50_000_000;

    // One command at a time: header, data and the device's answer, each with a cache line of its own.
    private const nuint DataOffset = 64;
    private static nuint AnswerOffset => DataOffset + (UsesRss ? (nuint)RssBytesMax : 64);
    private static nuint CommandBytes => AnswerOffset + 64;

    private static VirtioNetQueue _control;
    private static nuint _command;
    private static bool _isPromiscuous;

    /// <summary>Constant.</summary>
    private static bool UsesControl
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTransport.HasControlQueue && (TPort.Queues > 1 || TPort.Promiscuous || UsesRss || TOptions.ControlQueue);
    }

    /// <summary>Constant.</summary>
    private static ulong ControlFeatures =>
        !UsesControl ? 0 : VIRTIO_NET_F_CTRL_VQ | (UsesRss ? VIRTIO_NET_F_RSS : 0) | (TPort.Promiscuous || TOptions.ControlQueue ? VIRTIO_NET_F_CTRL_RX : 0);

    private static bool HasControl => UsesControl && (_features & VIRTIO_NET_F_CTRL_VQ) != 0;

    /// <summary>The last queue: behind all pairs that the device could have, §5.1.2.</summary>
    private static VirtioFailure SetUpControl()
    {
        if (!HasControl) return VirtioFailure.None;
        ushort pairs = 1;
        if ((_features & VIRTIO_NET_F_MQ) != 0 && !VirtioConfig<TTransport>.TryRead16(_device, ConfigMaxPairs, out pairs))
            return VirtioFailure.BadConfiguration;
        if (!_hasStarted) _command = TRegion.Allocate(CommandBytes, 64);
        if (_command == 0) return VirtioFailure.NoMemory;
        return SetUpQueue((ushort)(2 * pairs), RingSizeMin, 0, ref _control);
    }

    /// <summary>After DRIVER_OK: what the port's attribute asks for, and what the program has asked for since.</summary>
    private static VirtioFailure Configure()
    {
        if (HasControl && TPort.Queues > 1 && !TryCommand(VIRTIO_NET_CTRL_MQ, VIRTIO_NET_CTRL_MQ_VQ_PAIRS_SET, (ushort)TPort.Queues, 2))
            return VirtioFailure.NoQueue;
        // After the number of pairs: that command lets the device forget it.
        if (UsesRss && _rssTypes != RssTypes.None && !TrySendRss(_rssTypes)) return VirtioFailure.QueueRejected;
        if (HasControl && _isPromiscuous) TryCommand(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_PROMISC, 1, 1);
        return VirtioFailure.None;
    }

    /// <summary>§5.1.6.5.1: without the feature the device delivers whatever it likes, which mostly is everything.</summary>
    public static bool IsPromiscuous => _isPromiscuous;

    public static bool TrySetPromiscuous(bool on)
    {
        if (!HasControl || (_features & VIRTIO_NET_F_CTRL_RX) == 0) return false;
        if (!TryCommand(VIRTIO_NET_CTRL_RX, VIRTIO_NET_CTRL_RX_PROMISC, on ? (ushort)1 : (ushort)0, 1)) return false;
        _isPromiscuous = on;
        return true;
    }

    /// <summary>The only packet of the queue: sent, and waited for. False where the device refuses, or does not answer.</summary>
    private static bool TryCommand(byte commandClass, byte command, ushort value, uint valueBytes)
    {
        *(ushort*)(_command + DataOffset) = value;
        return TryCommand(commandClass, command, valueBytes);
    }

    /// <summary>The command's data are in their place.</summary>
    private static bool TryCommand(byte commandClass, byte command, uint valueBytes)
    {
        byte* memory = (byte*)_command;
        memory[0] = commandClass;
        memory[1] = command;
        memory[AnswerOffset] = VIRTIO_NET_ERR;
        bool answered = IsPacked
            ? TrySendCommand(ref _control.Packed, valueBytes)
            : TrySendCommand(ref _control.Split, valueBytes);
        return answered && System.Threading.Volatile.Read(ref memory[AnswerOffset]) == VIRTIO_NET_OK;
    }

    private static bool TrySendCommand<TQueue>(ref TQueue ring, uint valueBytes) where TQueue : struct, IVirtqueue<TQueue>
    {
        ulong iova = TRegion.ToIova(_command);
        VirtqueueBuffer* pieces = stackalloc VirtqueueBuffer[3];
        pieces[0] = new VirtqueueBuffer { Iova = iova, LengthBytes = 2 };
        pieces[1] = new VirtqueueBuffer { Iova = iova + DataOffset, LengthBytes = valueBytes };
        pieces[2] = new VirtqueueBuffer { Iova = iova + AnswerOffset, LengthBytes = 1, DeviceWrites = true };
        if (!ring.TryAddChain(pieces, 3, (nint)_command)) return false;
        PublishAndNotify(ref ring, ref _control);
        nint token = 0;
        ulong errors = 0;
        for (int poll = 0; poll < AnswerPolls; poll++)
        {
            int taken = ring.TakeDone(ref token, 1, ref errors);
            if (taken != 0) return taken == 1;
        }
        return false;
    }
}
