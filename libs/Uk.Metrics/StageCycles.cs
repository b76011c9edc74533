// Where the time of a run-to-completion loop goes.

using System;
using Uk.Cycles;
using Uk.EthDev;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Metrics;

/// <summary>
/// Declares that the stages of the loop are timed: <c>[StageCycles&lt;PacketMemory&gt;] partial struct Stages;</c>
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IStageCycles, IStageCyclesOptions>]
public sealed class StageCyclesAttribute<TRegion> : Attribute where TRegion : struct;

public interface IStageCyclesOptions : IOptions;

/// <summary>
/// What bursts have cost. Polls that found nothing are not counted: what they cost is the wait for packets.
/// </summary>
public struct StageCounters
{
    /// <summary>Cycles in the driver, receiving; refilling the receive ring and its share of the mempool included.</summary>
    public ulong RxCycles;
    /// <summary>Cycles between the reception of a burst and the moment when the port begins to send: the application's.</summary>
    public ulong ParseCycles;
    /// <summary>Cycles in the driver, sending; freeing what was sent before included.</summary>
    public ulong TxCycles;
    public ulong RxPackets;
    public ulong TxPackets;
    public ulong RxBursts;
    public ulong TxBursts;
}

public interface IStageCycles : IPortObserver;

/// <summary>Cycles of each stage. Four readings of the clock for a burst that goes through.</summary>
public interface IStageCycles<TSelf> : IStageCycles, IPortObserver<TSelf> where TSelf : struct, IStageCycles<TSelf>
{
    /// <summary>The counters of one lcore. Others may read them while they are written.</summary>
    static abstract ref readonly StageCounters OfLcore(int lcore);
}

/// <summary>Counters for each lcore.</summary>
[UkLibrary]
[Provides<IStageCycles>]
[Requires<IMemoryRegion>]
[Requires<ILcores>]
[Requires<ICycleClock>]
public unsafe struct StageCycles<TRegion, TLcores, TClock>
    : IStageCycles<StageCycles<TRegion, TLcores, TClock>>, IInitialize<StageCycles<TRegion, TLcores, TClock>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TLcores : struct, ILcores<TLcores>
    where TClock : struct, ICycleClock<TClock>
{
    private struct Block
    {
        public StageCounters Counters;
        /// <summary>When the stage that runs now began.</summary>
        public ulong Start;
        /// <summary>A burst was received and nothing sent since: the application has it.</summary>
        public bool Parses;
    }

    private static LcoreBlocks<TLcores> s_blocks;

    public static bool Observes => true;

    public static void Initialize() =>
        s_blocks = LcoreBlocks<TLcores>.Create<TRegion>((nuint)sizeof(Block), "Stage counters");

    public static void Polling(int port, int queue)
    {
        Block* block = (Block*)s_blocks.Own;
        ulong now = TClock.Now;
        // What was received and all dropped or kept, or is sent only after the next poll.
        if (block->Parses) block->Counters.ParseCycles += now - block->Start;
        block->Parses = false;
        block->Start = now;
    }

    public static void Received(int port, int queue, ref Burst burst)
    {
        Block* block = (Block*)s_blocks.Own;
        ulong now = TClock.Now;
        block->Counters.RxCycles += now - block->Start;
        block->Counters.RxPackets += (uint)burst.Count;
        block->Counters.RxBursts++;
        block->Parses = true;
        block->Start = now;
    }

    public static void Sending(int port, int queue, ref Burst burst)
    {
        Block* block = (Block*)s_blocks.Own;
        ulong now = TClock.Now;
        if (block->Parses) block->Counters.ParseCycles += now - block->Start;
        block->Parses = false;
        block->Start = now;
    }

    public static void Sent(int port, int queue, int count)
    {
        Block* block = (Block*)s_blocks.Own;
        block->Counters.TxCycles += TClock.Now - block->Start;
        block->Counters.TxPackets += (uint)count;
        block->Counters.TxBursts++;
    }

    public static void Dropped(int port, int queue, Mbuf* packet, DropReason reason)
    {
    }

    public static ref readonly StageCounters OfLcore(int lcore) => ref ((Block*)s_blocks.Of(lcore))->Counters;
}
