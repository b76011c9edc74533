// What is done with packets: forwarded along the longest prefix, answered where they ask for an address of the router, or
// dropped with a reason. RFC 1812 as far as forwarding goes; no ICMP messages are sent.

using System;
using System.Runtime.CompilerServices;
using Uk;
using Uk.EthDev;
using Uk.Lpm;
using Uk.Memory;
using Uk.Mempool;
using Uk.Net;

/// <summary>The host or router that packets are handed to.</summary>
internal struct Neighbour
{
    public Ipv4Address Address;
    /// <summary>All zero: not known yet.</summary>
    public MacAddress Mac;
    public int Port;
    /// <summary>Its MAC address was declared: what it says itself does not count.</summary>
    public bool IsDeclared;
    /// <summary>When it was last asked for its MAC address; of <see cref="Environment.TickCount64"/>.</summary>
    public long AskedMs;
}

/// <summary>Routes, neighbours and ports. One lcore.</summary>
internal unsafe struct Router
{
    public const int West = 0, East = 1, PortCount = 2;

    private const int NeighboursMax = 16, RoutesMax = 1024, GroupsMax = 256;
    /// <summary>RFC 1122, section 2.3.2.1: at most one ARP request in a second for each destination.</summary>
    private const long AskAgainMs = 1000;

    private Lpm _routes;
    private Neighbours _neighbours;
    private int _neighbourCount;
    private Ports _ports;

    private struct Interface
    {
        public MacAddress Mac;
        public Ipv4Address Address;
    }

    [InlineArray(NeighboursMax)]
    private struct Neighbours
    {
        private Neighbour _first;
    }

    [InlineArray(PortCount)]
    private struct Ports
    {
        private Interface _first;
    }

    public static Router Create<TRegion>() where TRegion : struct, IMemoryRegion<TRegion> =>
        new() { _routes = Lpm.Create<TRegion>(RoutesMax, GroupsMax) };

    public readonly int RouteCount => _routes.Count;

    public void SetPort(int port, MacAddress mac, Ipv4Address address) => _ports[port] = new Interface { Mac = mac, Address = address };

    /// <summary>Returns its number, for routes.</summary>
    public int AddNeighbour(int port, Ipv4Address address, MacAddress mac = default)
    {
        if (_neighbourCount == NeighboursMax) throw new InvalidOperationException($"There is room for {NeighboursMax} neighbours.");
        _neighbours[_neighbourCount] = new Neighbour
        {
            Address = address,
            Mac = mac,
            Port = port,
            IsDeclared = mac.Value != 0,
            AskedMs = -AskAgainMs,
        };
        return _neighbourCount++;
    }

    public void AddRoute(Ipv4Address prefix, int lengthBits, int neighbour)
    {
        LpmResult result = _routes.Set(prefix.Value, lengthBits, (uint)neighbour);
        if (result is LpmResult.Added or LpmResult.Replaced) return;
        throw new InvalidOperationException($"The route to {prefix}/{lengthBits} cannot be added: there is room for {RoutesMax}, and {GroupsMax} groups.");
    }

    /// <summary>
    /// Moves what is to be passed on into the burst of its port, with new MAC addresses and one hop less to live. What stays
    /// in <paramref name="burst"/> is an answer, or marked as dropped. The other bursts are empty before; together they get
    /// no more packets than were received.
    /// </summary>
    public void Forward<TPool>(ref Burst burst, int port, ref Burst toWest, ref Burst toEast) where TPool : struct, IMempool<TPool>
    {
        int count = burst.Count, kept = 0;
        for (int i = 0; i < count; i++)
        {
            Mbuf* packet = burst.At(i);
            int to = Decide(packet, port, out int neighbour);
            if (to == West) toWest.Add(packet);
            else if (to == East) toEast.Add(packet);
            else if (to != Consumed) burst.Set(kept++, packet);
            else TPool.Free(packet);
            if (neighbour < 0) continue;
            Mbuf* question = Ask<TPool>(ref _neighbours[neighbour]);
            if (question == null) continue;
            if (_neighbours[neighbour].Port == West) toWest.Add(question);
            else toEast.Add(question);
        }
        burst.Truncate(kept);
    }

    /// <summary>The packet stays where it came from; or it was for the router itself, and is done with.</summary>
    private const int Back = -1, Consumed = -2;

    /// <param name="unknown">The neighbour whose MAC address would have been needed, or -1.</param>
    private int Decide(Mbuf* packet, int port, out int unknown)
    {
        unknown = -1;
        if (!EthernetFrame.TryParse(packet->Data, out EthernetFrame frame, out DropReason error))
        {
            packet->Drop(error);
            return Back;
        }
        // A group cannot send (IEEE 802.3, 3.2.3).
        if (frame.IsFromGroup)
        {
            packet->Drop(DropReason.Malformed);
            return Back;
        }
        if (frame.EtherType != EtherType.Ipv4) return HandleOther(packet, frame, port);
        error = Route(frame, port, out int to, out unknown);
        if (error == DropReason.None) return to;
        packet->Drop(error);
        return Back;
    }

    /// <summary>RFC 1812, section 5.2.1: what is wrong is dropped in silence.</summary>
    private DropReason Route(EthernetFrame frame, int port, out int to, out int unknown)
    {
        to = Back;
        unknown = -1;
        // Section 5.3.4: what came as a link-layer broadcast is not passed on.
        if (frame.Destination != _ports[port].Mac) return DropReason.NotForUs;
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out DropReason error)) return error;
        // Section 5.3.7: addresses that no host has.
        if (!ip.Source.IsHost || !ip.Destination.IsHost) return DropReason.Malformed;
        if (IsOwn(ip.Destination)) return DropReason.UnknownProtocol;
        if (!_routes.TryLookup(ip.Destination.Value, out uint index)) return DropReason.NoRoute;
        ref Neighbour next = ref _neighbours[(int)index];
        if (next.Mac.Value == 0)
        {
            unknown = (int)index;
            return DropReason.NoNeighbour;
        }
        if (!ip.TryDecrementTimeToLive()) return DropReason.TimeToLive;
        frame.Destination = next.Mac;
        frame.Source = _ports[next.Port].Mac;
        to = next.Port;
        return DropReason.None;
    }

    private readonly bool IsOwn(Ipv4Address address) => address == _ports[West].Address || address == _ports[East].Address;

    private int HandleOther(Mbuf* packet, EthernetFrame frame, int port)
    {
        DropReason error = DropReason.UnknownProtocol;
        if (frame.EtherType == EtherType.Arp)
        {
            if (TryLearn(frame, port)) return Consumed;
            error = ArpResponder.Answer(ref *packet, frame, _ports[port].Mac, _ports[port].Address);
        }
        if (error != DropReason.None) packet->Drop(error);
        return Back;
    }

    /// <summary>
    /// A neighbour that speaks is remembered with the MAC address that it says; one whose address was declared is not. True if
    /// that was a reply to the router, and all there is to be done with it.
    /// </summary>
    private bool TryLearn(EthernetFrame frame, int port)
    {
        DropReason error = ArpResponder.Accept(frame, _ports[port].Mac, _ports[port].Address, out ArpPacket arp, out MacAddress mac);
        if (error != DropReason.None) return false;
        for (int i = 0; i < _neighbourCount; i++)
        {
            ref Neighbour neighbour = ref _neighbours[i];
            if (neighbour.Address != arp.SenderAddress || neighbour.Port != port || neighbour.IsDeclared) continue;
            neighbour.Mac = mac;
            return arp.Operation == ArpOperation.Reply && frame.Destination == _ports[port].Mac;
        }
        return false;
    }

    /// <summary>An ARP request for the neighbour, or null where it was asked just now or there is no mbuf.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [ColdPath("at most once in a second for each neighbour")]
    private readonly Mbuf* Ask<TPool>(ref Neighbour neighbour) where TPool : struct, IMempool<TPool>
    {
        long nowMs = Environment.TickCount64;
        if (nowMs - neighbour.AskedMs < AskAgainMs) return null;
        Mbuf* question = TPool.Allocate();
        if (question == null) return null;
        neighbour.AskedMs = nowMs;
        Interface from = _ports[neighbour.Port];
        question->TrySetLength(EthernetFrame.HeaderLength + ArpPacket.LengthBytes);
        new EthernetHeader(MacAddress.Broadcast, from.Mac, EtherType.Arp).TryWrite(question->Data);
        new ArpHeader(ArpOperation.Request, from.Mac, from.Address, default, neighbour.Address).TryWrite(question->Data[EthernetFrame.HeaderLength..]);
        return question;
    }
}
