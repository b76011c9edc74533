// What may pass. To guard another network, change this.

using Uk.Net;

internal static class Policy
{
    /// <summary>The hosts inside.</summary>
    private static Ipv4Prefix Office => new(new(10, 0, 0, 0), 24);

    /// <summary>The one host inside that serves others.</summary>
    private static Ipv4Prefix WebServer => new(new(10, 0, 0, 80), 32);

    /// <summary>
    /// The first rule that matches a packet decides about it; what none matches is dropped. Answers in a flow that was let
    /// through with <see cref="Verdict.PassFlow"/> need no rule of their own. ARP passes always.
    /// </summary>
    public static void Declare(ref PacketFilter filter)
    {
        filter.Add(new Rule("no telnet") { Protocol = IpProtocol.Tcp, DestinationPorts = new(23), Verdict = Verdict.Drop });
        filter.Add(new Rule("office asks") { Direction = Direction.Outward, Source = Office, Verdict = Verdict.PassFlow });
        filter.Add(new Rule("web") { Direction = Direction.Inward, Protocol = IpProtocol.Tcp, Destination = WebServer, DestinationPorts = new(80), Verdict = Verdict.PassFlow });
        filter.Add(new Rule("log collector") { Direction = Direction.Inward, Protocol = IpProtocol.Udp, Destination = Office, DestinationPorts = new(514, 517), Verdict = Verdict.Pass });
    }
}
