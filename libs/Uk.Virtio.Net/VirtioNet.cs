// A virtio network device as an ethdev driver: what it needs, and how it comes up. The packets are in VirtioNet.Rx.cs
// and VirtioNet.Tx.cs. One closed generic type is one port, so its static fields are the port's state.

using System;
using System.Numerics;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

/// <summary>Driver of a virtio network device: VIRTIO 1.2, §5.1. One queue pair, polled, one lcore.</summary>
/// <remarks>
/// The 12 bytes of virtio_net_hdr are in the mbuf's headroom, directly before the frame, in both directions: so each
/// packet is one descriptor, and the mbuf's data is the frame and nothing else.
/// </remarks>
[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IEthDriver>]
[Requires<IVirtioTransport>]
[Requires<IMempool>]
[Requires<IMemoryRegion>]
[Requires<IPortOptions>]
public readonly unsafe partial struct VirtioNet<TTransport, TPool, TRegion, TPort>
    : IEthDriver<VirtioNet<TTransport, TPool, TRegion, TPort>>,
      IInitialize<VirtioNet<TTransport, TPool, TRegion, TPort>>
    where TTransport : struct, IVirtioTransport<TTransport>
    where TPool : struct, IMempool<TPool>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TPort : struct, IPortOptions
{
    /// <summary>Below this a ring is not worth polling.</summary>
    private const int RingSizeMin = 4;

    private static VirtioDevice _device;
    private static ulong _features;
    private static MacAddress _macAddress;
    private static SplitVirtqueue _rx;
    private static SplitVirtqueue _tx;

    public static MacAddress MacAddress => _macAddress;

    /// <summary>
    /// Asks the device; without VIRTIO_NET_F_STATUS the link is up, §5.1.4.2. Down once a queue is broken.
    /// </summary>
    public static bool LinkUp
    {
        get
        {
            if (_rx.IsBroken || _tx.IsBroken) return false;
            if ((_features & VIRTIO_NET_F_STATUS) == 0) return true;
            return VirtioConfig<TTransport>.TryRead16(_device, ConfigStatus, out ushort status)
                && (status & VIRTIO_NET_S_LINK_UP) != 0;
        }
    }

    public static bool Ended => false;

    /// <summary>Finds the device, negotiates, fills the receive ring and starts it. §5.1.5.</summary>
    public static void Initialize()
    {
        CheckRingSize(TPort.RxDescriptors, nameof(TPort.RxDescriptors));
        CheckRingSize(TPort.TxDescriptors, nameof(TPort.TxDescriptors));
        VirtioLookup lookup = TTransport.Find(DeviceType, TPort.Index, out _device);
        if (lookup != VirtioLookup.Found) throw new InvalidOperationException(Explain(lookup));

        Require(Negotiate());
        if ((_features & VIRTIO_NET_F_MRG_RXBUF) == 0 && TPool.DataRoomBytes < FrameBytesMax) Refuse(BuffersTooSmall);
        Require(SetUpQueues());
        if (!TryStartReceive()) Refuse(TooFewBuffers);
        Require(VirtioHandshake<TTransport>.Complete(_device));
        _rx.Notify();
    }

    private static void Require(VirtioFailure failure)
    {
        if (failure != VirtioFailure.None) Refuse(Explain(failure));
    }

    /// <summary>The device keeps whatever memory it was told of, so the port is of no more use.</summary>
    private static void Refuse(string reason)
    {
        VirtioHandshake<TTransport>.Abandon(_device);
        throw new InvalidOperationException($"{PortName}, {TTransport.Describe(_device)}: {reason}");
    }

    private static VirtioFailure Negotiate()
    {
        VirtioFailure failure = VirtioHandshake<TTransport>.Begin(
            _device,
            required: VirtioFeatures.VIRTIO_F_VERSION_1 | VIRTIO_NET_F_MAC,
            wanted: VIRTIO_NET_F_STATUS | (WantsMergeableBuffers ? VIRTIO_NET_F_MRG_RXBUF : 0),
            out _features);
        if (failure != VirtioFailure.None) return failure;

        Span<byte> mac = stackalloc byte[6];
        if (!VirtioConfig<TTransport>.TryRead(_device, ConfigMac, mac))
            return VirtioFailure.BadConfiguration;
        ulong value = 0;
        foreach (byte octet in mac) value = (value << 8) | octet;
        _macAddress = new MacAddress(value);
        return VirtioFailure.None;
    }

    private static VirtioFailure SetUpQueues()
    {
        VirtioFailure failure = VirtioQueue<TTransport, TRegion>.TryEnable(
            _device, receiveq1, TPort.RxDescriptors, RingSizeMin, out _rx);
        if (failure == VirtioFailure.None) failure = VirtioQueue<TTransport, TRegion>.TryEnable(
            _device, transmitq1, TPort.TxDescriptors, RingSizeMin, out _tx);
        return failure == VirtioFailure.None && !TryStartTransmit() ? VirtioFailure.NoMemory : failure;
    }

    private static void CheckRingSize(int size, string option)
    {
        if (size < RingSizeMin || size > SplitVirtqueue.SizeMax || !BitOperations.IsPow2(size))
            throw new InvalidOperationException(
                $"{PortName}: {option} is {size}; it must be a power of two from {RingSizeMin} to "
                + $"{SplitVirtqueue.SizeMax}.");
    }
}
