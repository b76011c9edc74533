// The network device in the spelling of VIRTIO 1.2, §5.1.

namespace Uk.Virtio.Net;

internal static class VirtioNetSpec
{
    /// <summary>§5.1.1</summary>
    internal const uint DeviceType = 1;

    // Virtqueues without VIRTIO_NET_F_MQ, §5.1.2
    internal const ushort receiveq1 = 0;
    internal const ushort transmitq1 = 1;

    // Feature bits, §5.1.3, as masks
    internal const ulong VIRTIO_NET_F_CSUM = 1UL << 0;
    internal const ulong VIRTIO_NET_F_GUEST_CSUM = 1UL << 1;
    internal const ulong VIRTIO_NET_F_MAC = 1UL << 5;
    internal const ulong VIRTIO_NET_F_GUEST_TSO4 = 1UL << 7;
    internal const ulong VIRTIO_NET_F_GUEST_TSO6 = 1UL << 8;
    internal const ulong VIRTIO_NET_F_HOST_TSO4 = 1UL << 11;
    internal const ulong VIRTIO_NET_F_HOST_TSO6 = 1UL << 12;
    internal const ulong VIRTIO_NET_F_MRG_RXBUF = 1UL << 15;
    internal const ulong VIRTIO_NET_F_STATUS = 1UL << 16;

    internal const ulong VIRTIO_NET_F_MTU = 1UL << 3;
    internal const ulong VIRTIO_NET_F_CTRL_VQ = 1UL << 17;
    internal const ulong VIRTIO_NET_F_CTRL_RX = 1UL << 18;
    internal const ulong VIRTIO_NET_F_MQ = 1UL << 22;
    internal const ulong VIRTIO_NET_F_RSS = 1UL << 60;

    // struct virtio_net_config, §5.1.4
    internal const uint ConfigMac = 0;
    internal const uint ConfigStatus = 6;
    internal const uint ConfigMaxPairs = 8;
    internal const uint ConfigMtu = 10;
    internal const uint ConfigRssMaxKeySize = 17;
    internal const uint ConfigRssMaxTableLength = 18;
    internal const uint ConfigSupportedHashTypes = 20;
    internal const ushort VIRTIO_NET_S_LINK_UP = 1;

    // Commands, §5.1.6.5
    internal const byte VIRTIO_NET_OK = 0, VIRTIO_NET_ERR = 1;
    internal const byte VIRTIO_NET_CTRL_RX = 0, VIRTIO_NET_CTRL_RX_PROMISC = 0;
    internal const byte VIRTIO_NET_CTRL_MQ = 4, VIRTIO_NET_CTRL_MQ_VQ_PAIRS_SET = 0, VIRTIO_NET_CTRL_MQ_RSS_CONFIG = 1;

    // struct virtio_net_hdr, §5.1.6
    internal const uint HeaderBytes = 12;
    internal const uint HeaderFlags = 0;
    internal const uint HeaderGsoType = 1;
    internal const uint HeaderLength = 2;
    internal const uint HeaderGsoSize = 4;
    internal const uint HeaderChecksumStart = 6;
    internal const uint HeaderChecksumOffset = 8;
    internal const uint HeaderNumBuffers = 10;
    internal const byte VIRTIO_NET_HDR_F_NEEDS_CSUM = 1;
    internal const byte VIRTIO_NET_HDR_F_DATA_VALID = 2;
    internal const byte VIRTIO_NET_HDR_GSO_NONE = 0;
    internal const byte VIRTIO_NET_HDR_GSO_TCPV4 = 1;
    internal const byte VIRTIO_NET_HDR_GSO_TCPV6 = 4;

    // RFC 9293, 3.1; RFC 768
    internal const uint TcpHeaderBytes = 20;
    internal const uint UdpHeaderBytes = 8;
    internal const ushort TcpChecksumOffset = 16;
    internal const ushort UdpChecksumOffset = 6;

    /// <summary>With VIRTIO_NET_F_GUEST_TSO4 a buffer has room for such a packet, or is mergeable, §5.1.6.3.1.</summary>
    internal const int LroBytesMax = 65550;

    /// <summary>Without VIRTIO_NET_F_MRG_RXBUF a buffer has room for such a frame and the header, §5.1.6.3.1.</summary>
    internal const int FrameBytesMax = 1514;
    /// <summary>The longest frame that a device may have for us: QEMU's NET_BUFSIZE, 4 KiB beside 64 KiB.</summary>
    internal const int DeviceFrameBytesMax = 68 << 10;
    /// <summary>Destination, source, EtherType: IEEE 802.3.</summary>
    internal const uint EthernetHeaderBytes = 14;
}
