// One row of the table: whom it speaks of, and what becomes of them. All of a rule that is not said matches everything.

using Uk.Net;

/// <summary>Which way a packet goes.</summary>
internal enum Direction : byte
{
    Both,
    /// <summary>From inside.</summary>
    Outward,
    /// <summary>From outside.</summary>
    Inward,
}

internal enum Verdict : byte
{
    /// <summary>Dropped without an answer, and counted.</summary>
    Drop,
    /// <summary>The packet passes, and nothing is remembered: its answer needs a rule as well.</summary>
    Pass,
    /// <summary>The packet passes, and so does all that belongs to it, in both directions, until it has been quiet for long.</summary>
    PassFlow,
}

/// <summary>Addresses that begin alike: 10.0.0.0/24. The default is every address.</summary>
internal readonly struct Ipv4Prefix
{
    private readonly uint _value, _mask;

    /// <param name="lengthBits">0 to 32.</param>
    public Ipv4Prefix(Ipv4Address address, int lengthBits)
    {
        _mask = lengthBits == 0 ? 0 : uint.MaxValue << (32 - lengthBits);
        _value = address.Value & _mask;
    }

    public bool Covers(uint address) => (address & _mask) == _value;
}

/// <summary>Ports of UDP or TCP from one to another, both included. The default is every port.</summary>
internal readonly struct PortRange(ushort first, ushort last)
{
    private readonly ushort _first = first, _last = last;

    public PortRange(ushort port) : this(port, port)
    {
    }

    public bool Covers(ushort port) => _last == 0 || (port >= _first && port <= _last);
}

/// <summary>A rule about packets by direction and 5-tuple.</summary>
/// <param name="name">For the counters.</param>
internal readonly struct Rule(string name)
{
    public string Name { get; } = name;
    public Direction Direction { get; init; }
    /// <summary>0 is any.</summary>
    public IpProtocol Protocol { get; init; }
    public Verdict Verdict { get; init; }
    public Ipv4Prefix Source { get; init; }
    public Ipv4Prefix Destination { get; init; }
    public PortRange SourcePorts { get; init; }
    public PortRange DestinationPorts { get; init; }

    public bool Matches(Direction direction, in FiveTuple tuple) =>
        (Direction == Direction.Both || Direction == direction)
        && (Protocol == 0 || Protocol == tuple.Protocol)
        && Source.Covers(tuple.Source) && Destination.Covers(tuple.Destination)
        && SourcePorts.Covers(tuple.SourcePort) && DestinationPorts.Covers(tuple.DestinationPort);
}
