// What is done with a packet: it belongs to a flow that was let through, or the first rule that matches decides.

using System;
using System.Runtime.CompilerServices;
using Uk;
using Uk.Memory;
using Uk.Net;

/// <summary>What passed or was stopped by a rule.</summary>
internal struct RuleCounters
{
    public ulong Packets, Bytes;
}

/// <summary>Rules with their counters, and flows. One lcore. Nothing is allocated for a packet.</summary>
internal struct PacketFilter
{
    public const int RulesMax = 64;

    private RuleTable _rules;
    private CounterTable _counters;
    private FlowTable _flows;
    private int _ruleCount;

    [InlineArray(RulesMax)]
    private struct RuleTable
    {
        private Rule _first;
    }

    /// <summary>The last one is of what no rule matched.</summary>
    [InlineArray(RulesMax + 1)]
    private struct CounterTable
    {
        private RuleCounters _first;
    }

    public readonly int RuleCount => _ruleCount;

    public readonly int FlowCount => _flows.Count;

    public static PacketFilter Create<TRegion>() where TRegion : struct, IMemoryRegion<TRegion> =>
        new() { _flows = FlowTable.Create<TRegion>((ulong)Random.Shared.NextInt64()) };

    /// <summary>Adds a rule behind those that there are. At the start.</summary>
    public void Add(Rule rule)
    {
        if (_ruleCount == RulesMax) throw new InvalidOperationException($"There is room for {RulesMax} rules: raise PacketFilter.RulesMax.");
        _rules[_ruleCount++] = rule;
    }

    public readonly string NameOf(int rule) => _rules[rule].Name;

    public readonly RuleCounters CountersOf(int rule) => _counters[rule];

    /// <summary>Of packets that no rule matched.</summary>
    public readonly RuleCounters Unmatched => _counters[RulesMax];

    /// <summary>
    /// None: the packet may pass, as it is. <see cref="DropReason.Policy"/>: a rule stops it, or none lets it pass. Any other
    /// reason: it is not what it says that it is.
    /// </summary>
    public DropReason Decide(Span<byte> data, Direction direction, long nowMs)
    {
        if (!EthernetFrame.TryParse(data, out EthernetFrame frame, out DropReason error)) return error;
        // Without ARP no host would find another.
        if (frame.EtherType == EtherType.Arp) return DropReason.None;
        if (frame.EtherType != EtherType.Ipv4) return DropReason.UnknownProtocol;
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet ip, out error)) return error;
        error = FiveTuple.Read(ip, out FiveTuple tuple, out FlowSignal signal);
        if (error != DropReason.None) return error;

        int rule = _flows.Find(in tuple, signal, (uint)nowMs);
        if (rule >= 0)
        {
            Count(rule, data.Length);
            return DropReason.None;
        }
        return Judge(direction, in tuple, signal, (uint)nowMs, data.Length);
    }

    /// <summary>A packet that is of no flow.</summary>
    private DropReason Judge(Direction direction, in FiveTuple tuple, FlowSignal signal, uint nowMs, int bytes)
    {
        int rule = 0;
        while (rule < _ruleCount && !_rules[rule].Matches(direction, in tuple)) rule++;
        if (rule == _ruleCount)
        {
            Count(RulesMax, bytes);
            return DropReason.Policy;
        }
        Count(rule, bytes);
        switch (_rules[rule].Verdict)
        {
            case Verdict.Pass:
                return DropReason.None;
            case Verdict.PassFlow:
                // The middle of a conversation whose beginning was never seen is not let through.
                bool opens = signal == FlowSignal.MayOpen && _flows.TryOpen(in tuple, rule, nowMs);
                return opens ? DropReason.None : DropReason.Policy;
            default:
                return DropReason.Policy;
        }
    }

    private void Count(int rule, int bytes)
    {
        _counters[rule].Packets++;
        _counters[rule].Bytes += (ulong)bytes;
    }
}
