// What is done with a packet: a request becomes its own answer, all else is dropped with a reason. No memory of clients is
// kept: a datagram has all that its answer needs.

using Uk;
using Uk.EthDev;
using Uk.Hash;
using Uk.Net;

/// <summary>One store at one address.</summary>
/// <remarks>Data path; one lcore. Nothing is allocated: keys and values lie in the region of the table.</remarks>
internal readonly struct KeyValueServer(HashTable<StoreKey, StoreValue> store, MacAddress mac, Ipv4Address address)
{
    private const byte AnswerTimeToLive = 64;

    private readonly HashTable<StoreKey, StoreValue> _store = store;
    private readonly MacAddress _mac = mac;
    private readonly Ipv4Address _address = address;

    /// <summary>Makes the packet its own answer, or marks it as dropped. The caller keeps it either way.</summary>
    public void Answer(ref Mbuf packet)
    {
        DropReason reason = AnswerFrame(ref packet);
        if (reason != DropReason.None) packet.Drop(reason);
    }

    private DropReason AnswerFrame(ref Mbuf packet)
    {
        if (!EthernetFrame.TryParse(packet.Data, out EthernetFrame frame, out DropReason error)) return error;
        // A group cannot send (IEEE 802.3, 3.2.3): an answer would go to many.
        if (frame.IsFromGroup) return DropReason.Malformed;
        if (frame.EtherType == EtherType.Arp) return ArpResponder.Answer(ref packet, frame, _mac, _address);
        if (frame.Destination != _mac) return DropReason.NotForUs;
        if (frame.EtherType != EtherType.Ipv4) return DropReason.UnknownProtocol;
        return AnswerDatagram(ref packet, frame);
    }

    private DropReason AnswerDatagram(ref Mbuf packet, EthernetFrame frame)
    {
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out DropReason error)) return error;
        if (ip.Destination != _address) return DropReason.NotForUs;
        if (!ip.Source.IsHost || ip.Source == _address) return DropReason.Malformed;
        if (!UdpPacket.TryParse(ip, out UdpPacket udp, out error)) return error;
        if (udp.DestinationPort != KeyValueMessage.UdpPort) return DropReason.NotForUs;
        // RFC 768: a port of 0 is none, so nobody waits for an answer.
        if (udp.SourcePort == 0) return DropReason.Malformed;
        if (!KeyValueMessage.TryParse(udp.Payload, out KeyValueMessage message, out error)) return error;

        int count = message.Count;
        for (int i = 0; i < count; i++) Execute(ref message[i]);
        message.TurnIntoResponse();
        udp.TurnRound();
        ip.TurnRound(AnswerTimeToLive);
        frame.Destination = frame.Source;
        frame.Source = _mac;
        bool fits = packet.TrySetLength((uint)(EthernetFrame.HeaderLength + ip.TotalLength));
        return fits ? DropReason.None : DropReason.BadLength;
    }

    private unsafe void Execute(ref StoreOperation operation)
    {
        switch (operation.Code)
        {
            case StoreOperationCode.Get:
                StoreValue* found = _store.Find(in operation.Key);
                operation.Status = found == null ? StoreStatus.NotFound : StoreStatus.Done;
                operation.Value = found == null ? default : *found;
                break;
            case StoreOperationCode.Set:
                HashResult result = _store.Set(in operation.Key, operation.Value);
                operation.Status = result == HashResult.Full ? StoreStatus.Full : StoreStatus.Done;
                break;
            default:
                operation.Status = _store.Remove(in operation.Key) ? StoreStatus.Done : StoreStatus.NotFound;
                break;
        }
    }
}
