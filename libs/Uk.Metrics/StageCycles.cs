// Where the time of a run-to-completion loop goes.

using System;
using Uk.Cycles;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
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
/// What bursts have cost. Polls that found nothing are not counted: what they cost is the wait for packets. No cycle is in two
/// stages.
/// </summary>
public struct StageCounters
{
    /// <summary>Cycles in the driver, receiving; describing new buffers to the device included.</summary>
    public ulong RxCycles;
    /// <summary>
    /// Cycles of the application: from the reception of a burst, or the end of sending one, to the moment when the port
    /// begins to send or to look again.
    /// </summary>
    public ulong ParseCycles;
    /// <summary>Cycles in the driver, sending; taking back what was sent before included.</summary>
    public ulong TxCycles;
    /// <summary>
    /// Cycles in pools, whoever called them: mbufs for the receive ring, mbufs that were sent, bursts that the application
    /// takes or gives back. Calls for a single mbuf count with the stage that makes them.
    /// </summary>
    public ulong MempoolCycles;
    public ulong RxPackets;
    public ulong TxPackets;
    public ulong RxBursts;
    public ulong TxBursts;
}

public interface IStageCycles : IPortObserver, IPoolObserver;

/// <summary>Cycles of each stage. Four readings of the clock for a burst that goes through, and two for each call of a pool.</summary>
public interface IStageCycles<TSelf> : IStageCycles, IPortObserver<TSelf>, IPoolObserver<TSelf>
    where TSelf : struct, IStageCycles<TSelf>
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
        /// <summary>Cycles in pools since then.</summary>
        public ulong PoolCycles;
        /// <summary>When the pool was called that works now.</summary>
        public ulong PoolStart;
        /// <summary>A burst was received or sent and no port was called since: the application has the lcore.</summary>
        public bool Parses;

        /// <summary>Ends the stage, and begins the next one. Returns its cycles, without those of pools.</summary>
        public ulong Next(ulong now)
        {
            ulong cycles = now - Start - PoolCycles;
            Counters.MempoolCycles += PoolCycles;
            Begin(now);
            return cycles;
        }

        /// <summary>Begins a stage; what was before is not counted.</summary>
        public void Begin(ulong now)
        {
            Start = now;
            PoolCycles = 0;
        }
    }

    private static LcoreBlocks<TLcores> s_blocks;

    public static bool Observes => true;
    public static bool ObservesPool => true;

    public static void Initialize() =>
        s_blocks = LcoreBlocks<TLcores>.Create<TRegion>((nuint)sizeof(Block), "Stage counters");

    private static Block* Own => (Block*)s_blocks.Own;

    public static void Polling(int port, int queue)
    {
        Block* block = Own;
        EndParsing(block, TClock.Now);
    }

    public static void Received(int port, int queue, ref Burst burst)
    {
        Block* block = Own;
        block->Counters.RxCycles += block->Next(TClock.Now);
        block->Counters.RxPackets += (uint)burst.Count;
        block->Counters.RxBursts++;
        block->Parses = true;
    }

    public static void Sending(int port, int queue, ref Burst burst)
    {
        Block* block = Own;
        EndParsing(block, TClock.Now);
    }

    public static void Sent(int port, int queue, int count)
    {
        Block* block = Own;
        block->Counters.TxCycles += block->Next(TClock.Now);
        block->Counters.TxPackets += (uint)count;
        block->Counters.TxBursts++;
        block->Parses = true;
    }

    private static void EndParsing(Block* block, ulong now)
    {
        if (block->Parses) block->Counters.ParseCycles += block->Next(now);
        else block->Begin(now);
        block->Parses = false;
    }

    public static void Dropped(int port, int queue, Mbuf* packet, DropReason reason)
    {
    }

    // A pool comes up after what looks on, so there are counters.

    public static void EnterPool() => Own->PoolStart = TClock.Now;

    public static void LeavePool()
    {
        Block* block = Own;
        block->PoolCycles += TClock.Now - block->PoolStart;
    }

    public static ref readonly StageCounters OfLcore(int lcore) => ref ((Block*)s_blocks.Of(lcore))->Counters;
}
