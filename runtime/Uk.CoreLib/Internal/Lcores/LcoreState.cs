// What the core library keeps for each lcore, in programs with several. With one lcore the same things are static fields.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.ExceptionHandling;
using Internal.Threading;
using Uk.Platform;

namespace Internal.Runtime;

/// <remarks>
/// References in here are seen by no collector: there is none where there are several lcores.
/// </remarks>
internal unsafe struct LcoreState
{
    internal const int MaxCount = 64;

    [InlineArray(MaxCount)]
    private struct BlockTable
    {
        private nint _first;
    }

    private static BlockTable s_blocks;

    internal LcoreHeap Heap;
    internal object?[]? ThreadStatics;
    internal Flow Flow;
    internal LoopState Loop;
    internal TimerHeap? Timers;
    internal Invocation* InnermostHandler;
    internal RunningConstructor* Constructor;

    /// <summary>While it waits for a static constructor that another lcore runs: that lcore plus 1.</summary>
    internal int AwaitedLcore;

    internal Thread? Thread;
    internal Random? Random;

    [RuntimeImport("*", "uk_lcore_block")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern CoreBlock* Block();

    /// <summary>The lcore that runs.</summary>
    [RuntimeImport("*", "uk_lcore")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int Current();

    internal static ref LcoreState Mine => ref *Of(Block());

#pragma warning disable CS8500 // a pointer to references: the block does not move
    private static LcoreState* Of(CoreBlock* block) => (LcoreState*)((byte*)block + CoreBlock.RuntimeOffset);

    /// <summary>Null for an lcore that has not been started.</summary>
    internal static LcoreState* Of(int lcore) => s_blocks[lcore] == 0 ? null : Of((CoreBlock*)s_blocks[lcore]);
#pragma warning restore CS8500

    /// <summary>On lcore 0, before anything else of the core library.</summary>
    internal static void EnterFirst()
    {
        CoreBlock* block = Block();
        block->Enter = &Enter;
        Enter(block);
    }

    private static void Enter(CoreBlock* block)
    {
        if (sizeof(LcoreState) > CoreBlock.RuntimeLength) Panic.Fail("CoreBlock.RuntimeLength is too small.");
        s_blocks[block->Lcore] = (nint)block;
    }
}
