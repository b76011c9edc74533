// Packet sockets in the kernel's spelling: linux/if_packet.h.

using System.Runtime.InteropServices;

namespace Uk.Port.Linux;

internal static class AfPacketSpec
{
    internal const int PACKET_ADD_MEMBERSHIP = 1, PACKET_RX_RING = 5, PACKET_VERSION = 10, PACKET_TX_RING = 13, PACKET_IGNORE_OUTGOING = 23;
    internal const int TPACKET_V2 = 1;
    internal const ushort PACKET_MR_PROMISC = 1;
    /// <summary>ETH_P_ALL in network byte order.</summary>
    internal const ushort AllProtocols = 0x0300;

    internal const uint TP_STATUS_KERNEL = 0, TP_STATUS_USER = 1, TP_STATUS_VLAN_VALID = 1 << 4, TP_STATUS_VLAN_TPID_VALID = 1 << 6;
    internal const uint TP_STATUS_AVAILABLE = 0, TP_STATUS_SEND_REQUEST = 1, TP_STATUS_WRONG_FORMAT = 4;

    /// <summary>Room for one frame of Ethernet with its headers; two fit into a page, eight into a block.</summary>
    internal const uint FrameBytes = 2048, FrameCount = 512, BlockBytes = 16384;
    internal const uint RingBytes = FrameBytes * FrameCount;

    /// <summary>TPACKET2_HDRLEN without the address: where the kernel looks for the bytes of a frame to send.</summary>
    internal const uint TxDataOffset = 32;

    internal const uint EthernetBytes = 14, AddressesBytes = 12, VlanTagBytes = 4;
}

[StructLayout(LayoutKind.Sequential)]
internal struct tpacket2_hdr
{
    public uint tp_status;
    public uint tp_len;
    public uint tp_snaplen;
    public ushort tp_mac;
    public ushort tp_net;
    public uint tp_sec;
    public uint tp_nsec;
    public ushort tp_vlan_tci;
    public ushort tp_vlan_tpid;
}

[StructLayout(LayoutKind.Sequential)]
internal struct tpacket_req
{
    public uint tp_block_size;
    public uint tp_block_nr;
    public uint tp_frame_size;
    public uint tp_frame_nr;
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct sockaddr_ll
{
    public ushort sll_family;
    public ushort sll_protocol;
    public int sll_ifindex;
    public ushort sll_hatype;
    public byte sll_pkttype;
    public byte sll_halen;
    public fixed byte sll_addr[8];
}

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct packet_mreq
{
    public int mr_ifindex;
    public ushort mr_type;
    public ushort mr_alen;
    public fixed byte mr_address[8];
}
