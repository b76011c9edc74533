// ARP for IPv4 over Ethernet: the packet as a view over bytes, and as a value. RFC 826; numbers: RFC 5494, IANA.
// There is no table of neighbours here.

using System;
using System.Runtime.InteropServices;
using Uk.EthDev;

namespace Uk.Net;

/// <summary>RFC 826, "Packet format", ar$op.</summary>
public enum ArpOperation : ushort
{
    Request = 1,
    Reply = 2,
}

/// <summary>
/// An ARP packet for IPv4 over Ethernet, at least <see cref="LengthBytes"/> bytes: accessors cannot fail. Valid as long
/// as the buffer is.
/// </summary>
/// <remarks>DPDK: <c>rte_arp_hdr</c>.</remarks>
[HotPath]
public readonly ref struct ArpPacket
{
    public const int LengthBytes = 28;

    internal const ushort EthernetHardware = 1;

    private readonly Span<byte> _bytes;

    private ArpPacket(Span<byte> bytes) => _bytes = bytes;

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    /// <summary>The checks of RFC 826, "Packet Reception", in its order.</summary>
    public static bool TryParse(Span<byte> bytes, out ArpPacket packet, out DropReason error)
    {
        packet = default;
        error = Check(bytes);
        if (error != DropReason.None) return false;
        packet = new ArpPacket(bytes);
        return true;
    }

    /// <summary>Any value: what is neither request nor reply is for the caller to judge.</summary>
    public ArpOperation Operation => (ArpOperation)NetworkOrder.Load16(ref First, 6);

    public MacAddress SenderMac => NetworkOrder.LoadMac(ref First, 8);
    public Ipv4Address SenderAddress => new(NetworkOrder.Load32(ref First, 14));
    public MacAddress TargetMac => NetworkOrder.LoadMac(ref First, 18);
    public Ipv4Address TargetAddress => new(NetworkOrder.Load32(ref First, 24));

    /// <summary>Replaces the packet.</summary>
    public void Write(in ArpHeader header) => header.Write(ref First);

    private static DropReason Check(Span<byte> bytes)
    {
        if (bytes.Length < LengthBytes) return DropReason.Truncated;
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        if (NetworkOrder.Load16(ref first, 0) != EthernetHardware) return DropReason.UnknownProtocol;
        if (NetworkOrder.Load16(ref first, 2) != (ushort)EtherType.Ipv4) return DropReason.UnknownProtocol;
        if (bytes[4] != MacAddress.LengthBytes || bytes[5] != Ipv4Address.LengthBytes) return DropReason.BadLength;
        return DropReason.None;
    }
}

/// <summary>A whole packet as a value: ARP has nothing but its header.</summary>
[HotPath]
public readonly struct ArpHeader(
    ArpOperation operation,
    MacAddress senderMac,
    Ipv4Address senderAddress,
    MacAddress targetMac,
    Ipv4Address targetAddress)
{
    public readonly ArpOperation Operation = operation;
    public readonly MacAddress SenderMac = senderMac;
    public readonly Ipv4Address SenderAddress = senderAddress;
    public readonly MacAddress TargetMac = targetMac;
    public readonly Ipv4Address TargetAddress = targetAddress;

    /// <summary>Writes 28 bytes. False, and nothing written, where there is not so much room.</summary>
    public bool TryWrite(Span<byte> destination)
    {
        if (destination.Length < ArpPacket.LengthBytes) return false;
        Write(ref MemoryMarshal.GetReference(destination));
        return true;
    }

    /// <summary>Invariant: 28 bytes follow <paramref name="first"/>.</summary>
    internal void Write(ref byte first)
    {
        NetworkOrder.Store16(ref first, 0, ArpPacket.EthernetHardware);
        NetworkOrder.Store16(ref first, 2, (ushort)EtherType.Ipv4);
        NetworkOrder.Store16(ref first, 4, (MacAddress.LengthBytes << 8) | Ipv4Address.LengthBytes);
        NetworkOrder.Store16(ref first, 6, (ushort)Operation);
        NetworkOrder.StoreMac(ref first, 8, SenderMac);
        NetworkOrder.Store32(ref first, 14, SenderAddress.Value);
        NetworkOrder.StoreMac(ref first, 18, TargetMac);
        NetworkOrder.Store32(ref first, 24, TargetAddress.Value);
    }
}
