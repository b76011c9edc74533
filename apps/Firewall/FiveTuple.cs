// What tells one conversation from another.

using System;
using System.Buffers.Binary;
using Uk;
using Uk.Net;

/// <summary>
/// Addresses, ports and protocol. Ports are 0 where the protocol has none; for ICMP echo both are the identifier, which answers
/// have as well. Sixteen bytes without padding: it is a key.
/// </summary>
internal struct FiveTuple
{
    public uint Source, Destination;
    public ushort SourcePort, DestinationPort;
    private uint _protocol;

    private const int UdpHeaderBytes = 8, TcpHeaderBytes = 20, IcmpHeaderBytes = 8, TcpFlagsOffset = 13;
    private const byte EchoReply = 0, EchoRequest = 8;
    private const byte Syn = 0x02, Rst = 0x04, Ack = 0x10;

    public readonly IpProtocol Protocol => (IpProtocol)_protocol;

    /// <summary>The same seen from the other end.</summary>
    public readonly FiveTuple Reversed() => new()
    {
        Source = Destination,
        Destination = Source,
        SourcePort = DestinationPort,
        DestinationPort = SourcePort,
        _protocol = _protocol,
    };

    /// <summary>
    /// Reads it from a packet. A fragment has no ports, or nothing behind them, so that none can be judged: dropped, as
    /// <see cref="DropReason.Fragment"/>. RFC 1858 is about what else it could be used for.
    /// </summary>
    /// <param name="signal">What the packet does to its flow.</param>
    public static DropReason Read(Ipv4Packet ip, out FiveTuple tuple, out FlowSignal signal)
    {
        signal = FlowSignal.MayOpen;
        tuple = new FiveTuple { Source = ip.Source.Value, Destination = ip.Destination.Value, _protocol = (uint)ip.Protocol };
        if (ip.IsFragment) return DropReason.Fragment;
        ReadOnlySpan<byte> payload = ip.Payload;
        switch (ip.Protocol)
        {
            case IpProtocol.Udp:
                return tuple.ReadPorts(payload, UdpHeaderBytes);
            case IpProtocol.Tcp:
                DropReason error = tuple.ReadPorts(payload, TcpHeaderBytes);
                if (error == DropReason.None) signal = SignalOf(payload[TcpFlagsOffset]);
                return error;
            case IpProtocol.Icmp:
                if (payload.Length < IcmpHeaderBytes) return DropReason.Truncated;
                if (payload[0] is EchoReply or EchoRequest)
                    tuple.SourcePort = tuple.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(payload[4..]);
                if (payload[0] != EchoRequest) signal = FlowSignal.None;
                return DropReason.None;
            default:
                return DropReason.None;
        }
    }

    private DropReason ReadPorts(ReadOnlySpan<byte> payload, int headerBytes)
    {
        if (payload.Length < headerBytes) return DropReason.Truncated;
        SourcePort = BinaryPrimitives.ReadUInt16BigEndian(payload);
        DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(payload[2..]);
        return DropReason.None;
    }

    /// <summary>RFC 9293, section 3.5: a connection begins with a SYN that acknowledges nothing.</summary>
    private static FlowSignal SignalOf(byte flags)
    {
        if ((flags & Rst) != 0) return FlowSignal.Closes;
        return (flags & (Syn | Ack)) == Syn ? FlowSignal.MayOpen : FlowSignal.None;
    }
}

/// <summary>What a packet does to the flow that it is of.</summary>
internal enum FlowSignal : byte
{
    /// <summary>It belongs to a flow that there is already, or to none.</summary>
    None,
    /// <summary>It may be the first of a flow.</summary>
    MayOpen,
    /// <summary>It is the last of a flow.</summary>
    Closes,
}
