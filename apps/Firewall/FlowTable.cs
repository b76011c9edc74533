// The conversations that were let through, so that their answers are.

using Uk.Hash;
using Uk.Memory;

/// <summary>Flows by the 5-tuple of their first packet. One lcore.</summary>
internal readonly unsafe struct FlowTable
{
    public const int Capacity = 16_384;

    /// <summary>A flow that has been quiet for so long is over. RFC 4787, REQ-5, for UDP: no less than two minutes.</summary>
    private const uint QuietMaxMs = 120_000;

    private readonly HashTable<FiveTuple, Flow> _flows;

    private FlowTable(HashTable<FiveTuple, Flow> flows) => _flows = flows;

    private struct Flow
    {
        /// <summary>When its last packet came. Differences are right although it starts again after 49 days.</summary>
        public uint SeenMs;
        public int Rule;
    }

    public int Count => _flows.Count;

    /// <param name="seed">Nobody can know which flows share a bucket, and so nobody can fill one on purpose.</param>
    public static FlowTable Create<TRegion>(ulong seed) where TRegion : struct, IMemoryRegion<TRegion> =>
        new(HashTable<FiveTuple, Flow>.Create<TRegion>(Capacity, seed));

    /// <summary>The rule by which the flow of this packet was let through, or -1 where it is of none.</summary>
    public int Find(in FiveTuple tuple, FlowSignal signal, uint nowMs)
    {
        FiveTuple key = tuple;
        Flow* flow = _flows.Find(in key);
        if (flow == null)
        {
            key = tuple.Reversed();
            flow = _flows.Find(in key);
            if (flow == null) return -1;
        }
        int rule = flow->Rule;
        bool isOver = nowMs - flow->SeenMs > QuietMaxMs;
        flow->SeenMs = nowMs;
        if (isOver || signal == FlowSignal.Closes) _flows.Remove(in key);
        return isOver ? -1 : rule;
    }

    /// <summary>False where there is no room for one more.</summary>
    public bool TryOpen(in FiveTuple tuple, int rule, uint nowMs)
    {
        Flow flow = new() { Rule = rule, SeenMs = nowMs };
        if (_flows.Set(in tuple, flow) != HashResult.Full) return true;
        RemoveQuiet(nowMs);
        return _flows.Set(in tuple, flow) != HashResult.Full;
    }

    /// <summary>Looks at all flows: only where the table is full.</summary>
    private void RemoveQuiet(uint nowMs)
    {
        int position = 0;
        while (_flows.TryNext(ref position, out FiveTuple tuple, out Flow flow))
            if (nowMs - flow.SeenMs > QuietMaxMs) _flows.Remove(in tuple);
    }
}
