using System;
using Uk;
using Uk.EthDev;
using Uk.Net;

static class Case
{
    [HotPath]
    internal static void Answer(ref Mbuf packet, MacAddress mac, Ipv4Address address)
    {
        if (!EthernetFrame.TryParse(packet.Data, out EthernetFrame frame, out DropReason error)
            || !Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out error))
        {
            packet.Drop(error);
            return;
        }
        if (ip.Destination != address || frame.Source.IsMulticast) packet.Drop(DropReason.NotForUs);
        frame.Destination = frame.Source;
        frame.Source = mac;
    }
}
