// What is known of one backend: kept in a page of its own, which VirtioDevice.Registers points to.

using System.Runtime.InteropServices;
using Uk.Platform;

namespace Uk.Virtio.User;

internal unsafe struct VhostUserDevice<TCalls> where TCalls : struct, ISystemCalls<TCalls>
{
    /// <summary>Receive and transmit queues of 16 pairs.</summary>
    public const int VringsMax = 32;

    public VhostUserChannel<TCalls> Channel;
    public byte Status;
    public ulong OfferedFeatures;
    public ulong DriverFeatures;
    public ulong ProtocolFeatures;
    public uint VringCount;
    /// <summary>Vrings that the backend knows and has to stop, a bit each.</summary>
    public uint StartedVrings;
    /// <summary>struct virtio_net_config: the front end's business in this protocol.</summary>
    public fixed byte Config[VhostUserConfig.LengthBytes];
    /// <summary>Where the driver notifies the backend, and the other way round, plus 1: 0 is not made yet.</summary>
    public fixed int KickFiles[VringsMax];
    public fixed int CallFiles[VringsMax];
    /// <summary>What an lcore that rests waits for, plus 1: the call of its queue, and the end of the connection.</summary>
    public fixed int WakeFiles[VringsMax];
    public int PathLengthBytes;
    public fixed byte Path[Linux.LinuxUnixAddress.PathBytesMax];
}

/// <summary>Fields of struct virtio_net_config, VIRTIO 1.2, §5.1.4, and the features that come with them.</summary>
internal static class VhostUserConfig
{
    public const int Mac = 0, Status = 6, MaxQueuePairs = 8, Mtu = 10, LengthBytes = 12;
    public const ulong VIRTIO_NET_F_MAC = 1UL << 5, VIRTIO_NET_F_STATUS = 1UL << 16, VIRTIO_NET_F_CTRL_VQ = 1UL << 17,
        VIRTIO_NET_F_MQ = 1UL << 22, ControlFeatures = 1UL << 18 | 1UL << 19 | 1UL << 20 | 1UL << 21 | 1UL << 23;
}
