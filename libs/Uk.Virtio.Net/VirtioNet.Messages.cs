// What the driver says when a port cannot come up: which port, what is wrong, what to do.

using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    private static string PortName =>
        TPort.Name.Length == 0 ? $"Port {TPort.Index}" : $"Port {TPort.Index} ({TPort.Name})";

    /// <summary>unix(7): sun_path, less the terminating zero.</summary>
    private const int SocketPathBytesMax = 107;

    private static string ExplainMissing(int count) =>
        $"{PortName}: the machine has {count} virtio network devices. Searched: "
        + TBus.SearchedPlaces<TDevices>()
        + $". Add one: uk run --port{TPort.Index} with user, tap, pcap:in.pcap,out.pcap or vhost-user:/path.sock. "
        + "To QEMU itself: -netdev user,id=n0 and, on microvm, -device virtio-net-device,netdev=n0 "
        + "-global virtio-mmio.force-legacy=false; on pc and q35, -device virtio-net-pci,netdev=n0.";

    private static string Explain(VirtioLookup lookup)
    {
        // Constant for the devices of machines, which are where the bus says. A backend that is not there yet is waited for:
        // what is missing is its address.
        if (TDevices.HasVdevs && lookup == VirtioLookup.Missing)
            return $"{PortName}: a backend is named by the path of its socket, of at most {SocketPathBytesMax} bytes: --port{TPort.Index}={TTransport.Forms}.";
        return $"{PortName}, {TTransport.Describe(_device)}: " + (lookup == VirtioLookup.Legacy
            ? "the device is older than virtio 1.0. On microvm add -global virtio-mmio.force-legacy=false; "
                + "on pc and q35 remove disable-modern=on."
            : "the device's registers do not lie where it has memory.");
    }

    private static string Explain(VirtioFailure failure)
    {
        switch (failure)
        {
            case VirtioFailure.MissingFeature:
                return "the device does not offer " + MissingFeatures + ".";
            case VirtioFailure.FeaturesRejected:
                return "the device insists on a feature that the driver lacks: remove iommu_platform=on.";
            case VirtioFailure.NoMemory:
                return $"the memory region has {(ulong)TRegion.FreeBytes} bytes left, too few for the rings. "
                    + "Enlarge it, or lower RxDescriptors and TxDescriptors.";
            case VirtioFailure.ResetTimeout:
                return "the device does not finish its reset.";
            case VirtioFailure.NoQueue:
                return $"the device lacks a receive or transmit queue of at least {RingSizeMin} descriptors.";
            case VirtioFailure.BadConfiguration:
                return "the device's configuration is too short, or never at rest.";
            case VirtioFailure.QueueRejected:
                return "the device does not take the addresses of its queues.";
            default:
                return "the device asks for a reset instead of starting.";
        }
    }

    /// <summary>After <see cref="VirtioFailure.MissingFeature"/> the features are those that are missing.</summary>
    private static string MissingFeatures => (_features & VirtioFeatures.VIRTIO_F_VERSION_1) != 0
        ? "VIRTIO_F_VERSION_1: it is older than virtio 1.0"
        : (_features & (VIRTIO_NET_F_MQ | VIRTIO_NET_F_CTRL_VQ)) != 0
            ? $"VIRTIO_NET_F_MQ, and the port has {TPort.Queues} queues: in QEMU add queues={TPort.Queues} to -netdev and mq=on to -device"
            : "VIRTIO_NET_F_MAC: in QEMU remove mac=off";

    private static string BuffersTooSmall =>
        "the device cannot spread a frame over several buffers, so DataRoom of the mempool, "
        + $"which is {TPool.DataRoomBytes}, must be at least {FrameBytesMax}.";

    private static int InFlight
    {
        get
        {
            int sum = 0;
            for (int i = 0; i < TPort.Queues; i++)
                sum += IsPacked ? Pair(i).Rx.Packed.InFlightCount : Pair(i).Rx.Split.InFlightCount;
            return sum;
        }
    }

    private static string TooFewBuffers =>
        $"the mempool had {InFlight} of its {TPool.Capacity} mbufs left for {TPort.Queues * TPort.RxDescriptors} descriptors. "
        + "Raise Mbufs, or lower RxDescriptors.";
}
