// The frame that is sent: a datagram to port 9 (discard, RFC 863).

using System;
using Uk.EthDev;
using Uk.Net;

internal static class TestFrame
{
    private const ushort DiscardPort = 9;
    private const byte TimeToLive = 64;

    /// <summary>
    /// From 198.18.0.1 to 198.18.0.2, addresses for benchmarks: RFC 2544, C.2.2. To all of the link. The payload is zeros.
    /// </summary>
    /// <param name="frame">Has room for the three headers.</param>
    public static void Write(Span<byte> frame, MacAddress source)
    {
        frame.Clear();
        Ipv4Address from = new(198, 18, 0, 1), to = new(198, 18, 0, 2);
        Span<byte> packet = frame[EthernetFrame.HeaderLength..];
        Span<byte> datagram = packet[Ipv4Packet.MinHeaderLength..];
        new EthernetHeader(MacAddress.Broadcast, source, EtherType.Ipv4).TryWrite(frame);
        new Ipv4Header(from, to, IpProtocol.Udp, (ushort)datagram.Length, TimeToLive, identification: 0).TryWrite(packet);
        new UdpHeader(from, DiscardPort, to, DiscardPort).TryWrite(datagram);
    }
}
