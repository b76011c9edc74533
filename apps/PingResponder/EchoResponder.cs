// What a host without any service says: "that is my address" and "I am here". Answers are written over the question.

using Uk;
using Uk.EthDev;
using Uk.Net;

/// <summary>Answers ARP requests and ICMP echo requests for one IPv4 address; drops all else with a reason.</summary>
/// <remarks>Data path; any context, no state.</remarks>
internal static class EchoResponder
{
    /// <summary>As far as any other host may be. RFC 1122, section 3.2.1.7, lets the sender choose.</summary>
    private const byte ReplyTimeToLive = 255;

    /// <summary>Makes the packet its own answer, or marks it as dropped. The caller keeps it either way.</summary>
    public static void Answer(ref Mbuf packet, MacAddress mac, Ipv4Address address)
    {
        DropReason reason = AnswerFrame(ref packet, mac, address);
        if (reason != DropReason.None) packet.Drop(reason);
    }

    private static DropReason AnswerFrame(ref Mbuf packet, MacAddress mac, Ipv4Address address)
    {
        if (!EthernetFrame.TryParse(packet.Data, out EthernetFrame frame, out DropReason error)) return error;
        // A group cannot send (IEEE 802.3, 3.2.3): an answer would go to many.
        if (frame.IsFromGroup) return DropReason.Malformed;
        bool forUs = frame.Destination == mac;
        switch (frame.EtherType)
        {
            case EtherType.Arp:
                return ArpResponder.Answer(ref packet, frame, mac, address);
            case EtherType.Ipv4:
                // RFC 1122, section 3.3.6: no answer to what came as a link-layer broadcast.
                if (!forUs) return DropReason.NotForUs;
                return AnswerIpv4(ref packet, frame, mac, address);
            default:
                return forUs || frame.Destination.IsMulticast ? DropReason.UnknownProtocol : DropReason.NotForUs;
        }
    }

    /// <summary>RFC 1122, section 3.2.2.6: every host answers echo requests.</summary>
    private static DropReason AnswerIpv4(ref Mbuf packet, EthernetFrame frame, MacAddress mac, Ipv4Address address)
    {
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out DropReason error)) return error;
        if (ip.Destination != address) return DropReason.NotForUs;
        if (!ip.Source.IsHost || ip.Source == address) return DropReason.Malformed;
        if (ip.IsFragment) return DropReason.Fragment;
        if (ip.Protocol != IpProtocol.Icmp) return DropReason.UnknownProtocol;
        if (!IcmpPacket.TryParse(ip.Payload, out IcmpPacket icmp, out error)) return error;
        if (icmp.Type != IcmpType.EchoRequest) return DropReason.UnknownProtocol;

        icmp.TurnIntoEchoReply();
        ip.TurnRound(ReplyTimeToLive);
        frame.Destination = frame.Source;
        frame.Source = mac;
        return Shorten(ref packet, EthernetFrame.HeaderLength + ip.TotalLength);
    }

    /// <summary>Cuts off what only padded the frame: the device pads again what is too short.</summary>
    private static DropReason Shorten(ref Mbuf packet, int lengthBytes)
    {
        bool fits = packet.TrySetLength((uint)lengthBytes);
        return fits ? DropReason.None : DropReason.BadLength;
    }
}
