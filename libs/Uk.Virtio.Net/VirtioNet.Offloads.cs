// What the device does with checksums and segments, in the header before each packet: §5.1.6.2 and §5.1.6.4. Nothing of
// it is left for a port that asks for no offloads.

using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    // Constants, which the compiler must not leave as calls where a method is long.

    private static bool ReceivesOffloads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TPort.Offloads & (EthOffloads.RxChecksum | EthOffloads.RxLro)) != 0;
    }

    private static bool SendsOffloads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TPort.Offloads & (EthOffloads.TxChecksum | EthOffloads.TxSegmentation)) != 0;
    }

    /// <summary>The features behind the offloads that the port asks for. Constant.</summary>
    private static ulong OffloadFeatures
    {
        get
        {
            EthOffloads asked = TPort.Offloads;
            ulong features = 0;
            if ((asked & (EthOffloads.TxChecksum | EthOffloads.TxSegmentation)) != 0) features |= VIRTIO_NET_F_CSUM;
            if ((asked & EthOffloads.TxSegmentation) != 0) features |= VIRTIO_NET_F_HOST_TSO4 | VIRTIO_NET_F_HOST_TSO6;
            if ((asked & (EthOffloads.RxChecksum | EthOffloads.RxLro)) != 0) features |= VIRTIO_NET_F_GUEST_CSUM;
            if ((asked & EthOffloads.RxLro) != 0) features |= VIRTIO_NET_F_GUEST_TSO4 | VIRTIO_NET_F_GUEST_TSO6;
            return features;
        }
    }

    /// <summary>Of what the port asks for, what was agreed.</summary>
    public static EthOffloads Capabilities
    {
        get
        {
            if (TPort.Offloads == EthOffloads.None) return EthOffloads.None;
            EthOffloads has = EthOffloads.None;
            if ((_features & VIRTIO_NET_F_CSUM) != 0) has |= EthOffloads.TxChecksum;
            if ((_features & VIRTIO_NET_F_HOST_TSO4) != 0) has |= EthOffloads.TxSegmentation;
            if ((_features & VIRTIO_NET_F_GUEST_CSUM) != 0) has |= EthOffloads.RxChecksum;
            if ((_features & VIRTIO_NET_F_GUEST_TSO4) != 0 && (Scatters ? Merges : TPool.DataRoomBytes >= LroBytesMax)) has |= EthOffloads.RxLro;
            if (Scatters && Merges) has |= EthOffloads.RxScatter;
            return has;
        }
    }

    /// <summary>What the device found out. The header is as untrusted as the frame behind it.</summary>
    private static void ReadOffloads(Mbuf* mbuf)
    {
        byte* header = mbuf->DataPointer - HeaderBytes;
        byte flags = header[HeaderFlags];
        MbufOffloads found = MbufOffloads.None;
        if ((flags & VIRTIO_NET_HDR_F_NEEDS_CSUM) != 0) found = MbufOffloads.RxL4ChecksumNone;
        else if ((flags & VIRTIO_NET_HDR_F_DATA_VALID) != 0) found = MbufOffloads.RxL4ChecksumGood;
        ushort segmentBytes = 0;
        if ((TPort.Offloads & EthOffloads.RxLro) != 0 && header[HeaderGsoType] != VIRTIO_NET_HDR_GSO_NONE)
        {
            found |= MbufOffloads.RxLro;
            segmentBytes = *(ushort*)(header + HeaderGsoSize);
        }
        mbuf->SetReceived(found, segmentBytes);
    }

    /// <summary>What is asked for can be done: all headers are in the first segment, and a segment has some payload.</summary>
    private static bool HasGoodOffloads(Mbuf* mbuf)
    {
        MbufOffloads asked = mbuf->Offloads & MbufOffloads.TxAny;
        if (asked == MbufOffloads.None) return true;
        // Neither IP checksums nor anything that the port did not ask for; the others go out as they are.
        uint headers = mbuf->L2Length + mbuf->L3Length;
        if ((asked & MbufOffloads.TxTcpSegmentation) != 0)
            return (TPort.Offloads & EthOffloads.TxSegmentation) != 0 && mbuf->SegmentSize != 0
                && headers + mbuf->L4Length <= mbuf->DataLength && mbuf->L4Length >= TcpHeaderBytes
                && mbuf->HeadroomLength >= HeaderBytes;
        uint transport = (asked & MbufOffloads.TxUdpChecksum) != 0 ? UdpHeaderBytes : TcpHeaderBytes;
        return (asked & MbufOffloads.TxIpChecksum) == 0 && headers + transport <= mbuf->DataLength
            && mbuf->HeadroomLength >= HeaderBytes;
    }

    /// <summary>§5.1.6.2, steps 1 to 4: the offloads are good, and the header is empty so far.</summary>
    private static void WriteOffloads(Mbuf* mbuf, byte* header)
    {
        MbufOffloads asked = mbuf->Offloads & MbufOffloads.TxAny;
        if (asked == MbufOffloads.None) return;
        uint headers = mbuf->L2Length + mbuf->L3Length;
        bool udp = (asked & MbufOffloads.TxUdpChecksum) != 0;
        header[HeaderFlags] = VIRTIO_NET_HDR_F_NEEDS_CSUM;
        *(ushort*)(header + HeaderChecksumStart) = (ushort)headers;
        *(ushort*)(header + HeaderChecksumOffset) = udp ? UdpChecksumOffset : TcpChecksumOffset;
        if ((asked & MbufOffloads.TxTcpSegmentation) == 0) return;
        header[HeaderGsoType] = (asked & MbufOffloads.TxIpv6) != 0 ? VIRTIO_NET_HDR_GSO_TCPV6 : VIRTIO_NET_HDR_GSO_TCPV4;
        *(ushort*)(header + HeaderLength) = (ushort)(headers + mbuf->L4Length);
        *(ushort*)(header + HeaderGsoSize) = (ushort)mbuf->SegmentSize;
    }
}
