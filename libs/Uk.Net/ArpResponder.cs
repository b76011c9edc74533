// Says "that is my address" for a host that keeps no table of neighbours. The answer is written over the question.

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
        if (!TryAccept(frame, mac, address, out ArpPacket arp, out DropReason error)) return error;
        if (arp.Operation == ArpOperation.Reply) return DropReason.UnknownProtocol;
        if (arp.Operation != ArpOperation.Request) return DropReason.Malformed;

        MacAddress asking = arp.SenderMac;
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
    public static bool TryAccept(
        EthernetFrame frame, MacAddress mac, Ipv4Address address, out ArpPacket arp, out DropReason error)
    {
        arp = default;
        error = DropReason.Malformed;
        if (frame.Source.IsMulticast) return false;
        error = DropReason.NotForUs;
        if (frame.Destination != mac && frame.Destination != MacAddress.Broadcast) return false;
        if (!ArpPacket.TryParse(frame.Payload, out arp, out error)) return false;
        error = DropReason.NotForUs;
        if (arp.TargetAddress != address) return false;
        error = DropReason.Malformed;
        MacAddress sender = arp.SenderMac;
        if (sender.IsMulticast || sender.Value == 0) return false;
        error = DropReason.None;
        return true;
    }
}
