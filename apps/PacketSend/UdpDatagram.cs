// The frame that is sent: Ethernet, IPv4, UDP to port 9 (discard, RFC 863).

using System;
using System.Buffers.Binary;
using Uk.EthDev;
using Uk.Net;

internal static class UdpDatagram
{
    private const int EthernetBytes = 14, Ipv4Bytes = 20, DiscardPort = 9;
    private const byte TimeToLive = 64, Udp = 17;

    /// <summary>From 198.18.0.1 to 198.18.0.2, addresses for benchmarks: RFC 2544, C.2.2. To all of the link.</summary>
    public static void Write(Span<byte> frame, MacAddress source)
    {
        frame.Clear();
        for (int i = 0; i < MacAddress.LengthBytes; i++)
        {
            frame[i] = 0xFF;
            frame[MacAddress.LengthBytes + i] = (byte)(source.Value >> (40 - 8 * i));
        }
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], 0x0800);
        Span<byte> ip = frame[EthernetBytes..];
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)ip.Length);
        ip[8] = TimeToLive;
        ip[9] = Udp;
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], 0xC612_0001);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], 0xC612_0002);
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], InternetChecksum.Compute(ip[..Ipv4Bytes]));
        Span<byte> udp = ip[Ipv4Bytes..];
        BinaryPrimitives.WriteUInt16BigEndian(udp, DiscardPort);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], DiscardPort);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length);
    }
}
