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
        if (frame.Destination != mac && frame.Destination != MacAddress.Broadcast) return DropReason.NotForUs;
        if (!ArpPacket.TryParse(frame.Payload, out ArpPacket arp, out DropReason error)) return error;
        if (arp.TargetAddress != address) return DropReason.NotForUs;
        if (arp.Operation == ArpOperation.Reply) return DropReason.UnknownProtocol;
        MacAddress asking = arp.SenderMac;
        if (arp.Operation != ArpOperation.Request || asking.IsMulticast) return DropReason.Malformed;

        arp.Write(new ArpHeader(ArpOperation.Reply, mac, address, asking, arp.SenderAddress));
        frame.Destination = asking;
        frame.Source = mac;
        // What only padded the frame is cut off: the device pads again what is too short.
        bool fits = packet.TrySetLength(EthernetFrame.HeaderLength + ArpPacket.LengthBytes);
        return fits ? DropReason.None : DropReason.BadLength;
    }
}
