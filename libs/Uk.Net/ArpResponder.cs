// Says "that is my address" for a host that keeps no table of neighbours. The answer is written over the question.

using System.Runtime.CompilerServices;
using Uk.EthDev;

namespace Uk.Net;

/// <summary>Data path; any context, no state.</summary>
[HotPath]
public static class ArpResponder
{
    /// <summary>
    /// Makes an ARP request for <paramref name="address"/> its own reply, or returns why there is none. RFC 826, "Packet
    /// Reception", without its table: nobody is spoken to who has not spoken first.
    /// </summary>
    /// <param name="frame">The view over the data of <paramref name="packet"/>; its EtherType is ARP.</param>
    public static DropReason Answer(ref Mbuf packet, EthernetFrame frame, MacAddress mac, Ipv4Address address)
    {
        DropReason error = Accept(frame, mac, address, out ArpPacket arp, out MacAddress asking);
        if (error != DropReason.None) return error;
        if (arp.Operation != ArpOperation.Request) return DropReason.UnknownProtocol;

        arp.Write(new ArpHeader(ArpOperation.Reply, mac, address, asking, arp.SenderAddress));
        frame.Destination = asking;
        frame.Source = mac;
        // What only padded the frame is cut off: the device pads again what is too short.
        bool fits = packet.TrySetLength(EthernetFrame.HeaderLength + ArpPacket.LengthBytes);
        return fits ? DropReason.None : DropReason.BadLength;
    }

    /// <summary>
    /// What a host with these addresses listens to, questions and replies: sent to it or to all, about its address, by a
    /// sender that can be one. A group cannot send (IEEE 802.3, 3.2.3), and nothing has the MAC address 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DropReason Accept(
        EthernetFrame frame, MacAddress mac, Ipv4Address address, out ArpPacket arp, out MacAddress sender)
    {
        arp = default;
        sender = default;
        if (frame.IsFromGroup) return DropReason.Malformed;
        if (frame.Destination != mac && frame.Destination != MacAddress.Broadcast) return DropReason.NotForUs;
        if (!ArpPacket.TryParse(frame.Payload, out arp, out DropReason error)) return error;
        if (arp.TargetAddress != address) return DropReason.NotForUs;
        sender = arp.SenderMac;
        bool isKnown = arp.Operation is ArpOperation.Request or ArpOperation.Reply;
        return sender.IsMulticast || sender.Value == 0 || !isKnown ? DropReason.Malformed : DropReason.None;
    }
}
