// A virtio network device as an ethdev driver: what it needs, and how it comes up. The packets are in VirtioNet.Rx.cs
// and VirtioNet.Tx.cs, the queues in VirtioNet.Queues.cs, the end of a device in VirtioNet.Recovery.cs. One closed
// generic type is one port, so its static fields are the port's state.

using System;
using Uk.Bus;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

/// <summary>Driver of a virtio network device: VIRTIO 1.2, §5.1. Polled; one lcore for each pair of queues.</summary>
/// <remarks>
/// The 12 bytes of virtio_net_hdr are in the mbuf's headroom, directly before the frame, in both directions: so each
/// packet is one descriptor, and the mbuf's data is the frame and nothing else.
/// </remarks>
[UkLibrary]
[PciDevice(0x1AF4, 0x1000)]
[PciDevice(0x1AF4, 0x1041)]
[VirtioDevice(DeviceType)]
[Provides<IEthDriver>]
[Requires<IBus>]
[Requires<IVirtioTransport>]
[Requires<IDeviceTable>]
[Requires<IMempool>]
[Requires<IMemoryRegion>]
[Requires<IPortOptions>]
[Requires<IVirtioNetOptions>]
public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
    : IEthDriver<VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>>,
      IInitialize<VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>>
    where TBus : struct, IBus<TBus>
    where TTransport : struct, IVirtioTransport<TTransport>
    where TDevices : struct, IDeviceTable<TDevices>
    where TPool : struct, IMempool<TPool>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TPort : struct, IPortOptions
    where TOptions : struct, IVirtioNetOptions
{
    private static VirtioDevice _device;
    private static ulong _features;
    private static MacAddress _macAddress;

    /// <summary>What is done once is done: a restart finds the memory that the driver took before.</summary>
    private static bool _hasStarted;

    /// <summary>Where the machine's devices are looked at, a port without one is an error of its own.</summary>
    public static bool IsChosen => (TDevices.IsAlone && !TDevices.HasVdevs) || BusSearch<TBus, TDevices>.Serves(TPort.Index);
    public static string Forms => TTransport.Forms;
    public static MacAddress MacAddress => _macAddress;

    /// <summary>
    /// Asks the device; without VIRTIO_NET_F_STATUS the link is up, §5.1.4.2. Down while the device is being reset.
    /// </summary>
    public static bool LinkUp
    {
        get
        {
            if (_isDown) return false;
            if ((_features & VIRTIO_NET_F_STATUS) == 0) return true;
            return VirtioConfig<TTransport>.TryRead16(_device, ConfigStatus, out ushort status)
                && (status & VIRTIO_NET_S_LINK_UP) != 0;
        }
    }

    public static bool Ended => false;

    public static int MaxQueues => IPortOptions.QueuesMax;

    /// <summary>What the device says where the port asked for another than the usual one; else it is the usual one.</summary>
    public static int MtuBytes =>
        TPort.Mtu != UsualMtu && (_features & VIRTIO_NET_F_MTU) != 0
            && VirtioConfig<TTransport>.TryRead16(_device, ConfigMtu, out ushort mtu) ? mtu : UsualMtu;

    /// <summary>
    /// Up to what the device has, and what an mbuf holds or several together: the device sends no longer ones (§5.1.4.1).
    /// </summary>
    public static bool TrySetMtu(int mtuBytes) =>
        mtuBytes <= MtuBytes && (Scatters || mtuBytes + (int)EthernetHeaderBytes <= TPool.DataRoomBytes);

    private const int UsualMtu = 1500;

    /// <summary>Finds the device, negotiates, fills the receive rings and starts it. §5.1.5.</summary>
    public static void Initialize()
    {
        if (!IsChosen) return;
        CheckRingSize(TPort.RxDescriptors, nameof(TPort.RxDescriptors));
        CheckRingSize(TPort.TxDescriptors, nameof(TPort.TxDescriptors));
        Find();

        _isDown = _hasStarted = _isPromiscuous = false;
        _resets = 0;
        _abandonedPackets = 0;
        for (int i = 0; i < TPort.Queues; i++) Pair(i) = default;
        _control = default;
        if (UsesRss) _rssTypes = RssTypes.None;
        Require(Negotiate(WantedFeatures));
        if ((_features & VIRTIO_NET_F_MRG_RXBUF) == 0 && TPool.DataRoomBytes < FrameBytesMax) Refuse(BuffersTooSmall);
        Require(SetUpQueues());
        if (!TryStartReceive()) Refuse(TooFewBuffers);
        Require(Start());
        _hasStarted = true;
    }

    private static void Find()
    {
        int ahead = TPort.Index;
        if (TBus.Find<TDevices>(TPort.Index, ref ahead, out BusDevice found) != DeviceMatch.Own)
            throw new InvalidOperationException(ExplainMissing(TPort.Index - ahead));
        VirtioLookup lookup = TTransport.Open(found, out _device);
        if (lookup != VirtioLookup.Found) throw new InvalidOperationException(Explain(lookup));
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

    private static ulong RequiredFeatures =>
        VirtioFeatures.VIRTIO_F_VERSION_1 | VIRTIO_NET_F_MAC
        | (TPort.Queues > 1 ? VIRTIO_NET_F_MQ | (TTransport.HasControlQueue ? VIRTIO_NET_F_CTRL_VQ : 0) : 0);

    /// <summary>What is used where the device has it. All of it but the sum is constant.</summary>
    private static ulong WantedFeatures =>
        VIRTIO_NET_F_STATUS | VirtioFeatures.VIRTIO_F_IN_ORDER
        | (MayPack ? VirtioFeatures.VIRTIO_F_RING_PACKED : 0)
        | (TTransport.DevicesPoll ? 0 : VirtioFeatures.VIRTIO_F_EVENT_IDX)
        | (TOptions.IndirectDescriptors > 1 ? VirtioFeatures.VIRTIO_F_INDIRECT_DESC : 0)
        | OffloadFeatures
        | ControlFeatures
        | (TPort.Mtu != UsualMtu ? VIRTIO_NET_F_MTU : 0)
        | (WantsMergeableBuffers ? VIRTIO_NET_F_MRG_RXBUF : 0);

    private static VirtioFailure Negotiate(ulong wanted)
    {
        VirtioFailure failure = VirtioHandshake<TTransport>.Begin(_device, RequiredFeatures, wanted, out _features);
        if (failure != VirtioFailure.None) return failure;

        Span<byte> mac = stackalloc byte[6];
        if (!VirtioConfig<TTransport>.TryRead(_device, ConfigMac, mac))
            return VirtioFailure.BadConfiguration;
        ulong value = 0;
        foreach (byte octet in mac) value = (value << 8) | octet;
        _macAddress = new MacAddress(value);
        return VirtioFailure.None;
    }

    /// <summary>DRIVER_OK, and the device may look at what is in the rings.</summary>
    private static VirtioFailure Start()
    {
        VirtioFailure failure = VirtioHandshake<TTransport>.Complete(_device);
        for (int i = 0; i < TPort.Queues && failure == VirtioFailure.None; i++)
            TTransport.Ring(Pair(i).Rx.Setup.Doorbell);
        return failure == VirtioFailure.None ? Configure() : failure;
    }
}
