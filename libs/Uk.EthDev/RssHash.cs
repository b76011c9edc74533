// The Toeplitz hash that devices choose receive queues by, in software: for ports whose device has none, and to know what a
// device will choose. Microsoft, "RSS Hashing Functions"; VIRTIO 1.2, §5.1.6.4.3.

using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Uk.EthDev;

/// <summary>Hashes over addresses and ports. Data path; any lcore. DPDK: <c>rte_softrss</c>.</summary>
public static class RssHash
{
    public const int KeyBytes = 40;

    private const int EthernetBytes = 14, Ipv4BytesMin = 20, Ipv6Bytes = 40, PortsBytes = 4;
    private const byte Tcp = 6, Udp = 17;

    /// <summary>A key of 40 bytes.</summary>
    [InlineArray(KeyBytes)]
    public struct Key
    {
        private byte _first;
    }

    /// <summary>The key of Microsoft's verification suite, which most drivers have where none is given.</summary>
    public static ReadOnlySpan<byte> DefaultKey =>
    [
        0x6D, 0x5A, 0x56, 0xDA, 0x25, 0x5B, 0x0E, 0xC2, 0x41, 0x67, 0x25, 0x3D, 0x43, 0xA3, 0x8F, 0xB0, 0xD0, 0xCA, 0x2B, 0xCB,
        0xAE, 0x7B, 0x30, 0xB4, 0x77, 0xCB, 0x2D, 0xA3, 0x80, 0x30, 0xF2, 0x0C, 0x6A, 0x42, 0xB7, 0x3B, 0xBE, 0xAC, 0x01, 0xFA,
    ];

    /// <summary>For each bit of the input that is 1, the 32 bits of the key from there on.</summary>
    /// <param name="input">At most 36 bytes, in the order of the wire.</param>
    /// <param name="key"><see cref="KeyBytes"/> long.</param>
    public static uint Toeplitz(ReadOnlySpan<byte> input, ReadOnlySpan<byte> key)
    {
        uint hash = 0;
        for (int i = 0; i < input.Length; i++)
        {
            // The window of the first bit, and the bits that come into it.
            ulong window = (ulong)BinaryPrimitives.ReadUInt32BigEndian(key[i..]) << 8 | key[i + 4];
            for (int bit = 0; bit < 8; bit++)
                if ((input[i] & (0x80 >> bit)) != 0) hash ^= (uint)(window >> (8 - bit));
        }
        return hash;
    }

    /// <summary>
    /// The hash of a frame, by the most that the types allow and the packet has: addresses and ports, else addresses. 0
    /// where it is no IP packet of these types. Fragments have no ports. DPDK: <c>rte_thash_tuple</c>.
    /// </summary>
    /// <param name="frame">From the Ethernet header on; untrusted.</param>
    public static uint Of(ReadOnlySpan<byte> frame, RssTypes types, ReadOnlySpan<byte> key)
    {
        if (frame.Length < EthernetBytes + Ipv4BytesMin) return 0;
        ReadOnlySpan<byte> packet = frame[EthernetBytes..];
        return BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) switch
        {
            0x0800 => OfIpv4(packet, types, key),
            0x86DD when packet.Length >= Ipv6Bytes => OfIpv6(packet, types, key),
            _ => 0,
        };
    }

    private static uint OfIpv4(ReadOnlySpan<byte> packet, RssTypes types, ReadOnlySpan<byte> key)
    {
        int headerBytes = (packet[0] & 15) * 4;
        if (headerBytes < Ipv4BytesMin || packet.Length < headerBytes) return 0;
        bool isFragment = (BinaryPrimitives.ReadUInt16BigEndian(packet[6..]) & 0x3FFF) != 0;
        RssTypes transport = isFragment ? RssTypes.None : packet[9] switch { Tcp => RssTypes.TcpIpv4, Udp => RssTypes.UdpIpv4, _ => RssTypes.None };
        return OfParts(packet.Slice(12, 8), packet[headerBytes..], transport, RssTypes.Ipv4, types, key);
    }

    private static uint OfIpv6(ReadOnlySpan<byte> packet, RssTypes types, ReadOnlySpan<byte> key)
    {
        RssTypes transport = packet[6] switch { Tcp => RssTypes.TcpIpv6, Udp => RssTypes.UdpIpv6, _ => RssTypes.None };
        return OfParts(packet.Slice(8, 32), packet[Ipv6Bytes..], transport, RssTypes.Ipv6, types, key);
    }

    private static uint OfParts(
        ReadOnlySpan<byte> addresses, ReadOnlySpan<byte> payload, RssTypes transport, RssTypes network, RssTypes types, ReadOnlySpan<byte> key)
    {
        if ((types & transport) != 0 && payload.Length >= PortsBytes)
        {
            Span<byte> input = stackalloc byte[32 + PortsBytes];
            addresses.CopyTo(input);
            payload[..PortsBytes].CopyTo(input[addresses.Length..]);
            return Toeplitz(input[..(addresses.Length + PortsBytes)], key);
        }
        return (types & network) != 0 ? Toeplitz(addresses, key) : 0;
    }

    /// <summary>
    /// Which of several workers a packet belongs to: packets of one connection have the same. For programs that share out in
    /// software what one queue receives.
    /// </summary>
    /// <param name="count">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Choose(uint hash, int count) => (int)((hash & 127) % (uint)count);
}
