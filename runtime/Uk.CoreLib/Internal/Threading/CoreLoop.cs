// The scheduler of an image: one cooperative loop for each core. Whoever waits runs what is ready until what it waits for
// is there; the entry point waits for Main's task. Nothing interrupts what runs.

using System;
using System.Threading;

namespace Internal.Threading;

internal struct ReadyItem
{
    internal Action<object?> Callback;
    internal object? State;
}

/// <summary>The loop of one core.</summary>
internal struct LoopState
{
    /// <summary>What is ready, first in first out: a ring whose length is a power of two.</summary>
    internal ReadyItem[]? Ready;
    internal int First;
    internal int Count;
    internal int ItemsSinceTimers;

    /// <summary>Null in images that measure no time.</summary>
    internal TimedLoop? Timers;
}

internal static class CoreLoop
{
    private const int InitialCapacity = 16;

    /// <summary>Timers are looked at after so many items at the latest.</summary>
    private const int ItemsBetweenTimers = 64;

    /// <summary>Of the one lcore.</summary>
    private static LoopState s_loop;

    /// <summary>Per core: what a core makes ready runs there.</summary>
    private static ref LoopState Mine
    {
        get
        {
            if (Runtime.RuntimeFeatures.SeveralLcores) return ref Runtime.LcoreState.Mine.Loop;
            return ref s_loop;
        }
    }

    /// <summary>The callback runs when the loop comes to it. Callbacks that throw end the program.</summary>
    internal static void Post(Action<object?> callback, object? state)
    {
        ref LoopState loop = ref Mine;
        if (loop.Ready is null || loop.Count == loop.Ready.Length) Grow(ref loop);
        ref ReadyItem item = ref loop.Ready![(loop.First + loop.Count) & (loop.Ready.Length - 1)];
        item.Callback = callback;
        item.State = state;
        loop.Count++;
    }

    private static void Grow(ref LoopState loop)
    {
        ReadyItem[] larger = new ReadyItem[loop.Ready is null ? InitialCapacity : loop.Ready.Length * 2];
        for (int i = 0; i < loop.Count; i++) larger[i] = loop.Ready![(loop.First + i) & (loop.Ready.Length - 1)];
        loop.Ready = larger;
        loop.First = 0;
    }

    internal static void UseTimers(TimedLoop timers) => Mine.Timers = timers;

    /// <summary>
    /// One turn of a wait: runs something that is ready or due, or rests until something is. Throws where nothing is left
    /// that could ever end the wait.
    /// </summary>
    internal static void Turn()
    {
        ref LoopState loop = ref Mine;
        if (TryTurn(ref loop)) return;
        if (Runtime.RuntimeFeatures.Finalizers) Runtime.GarbageCollection.Finalization.RunPending();
        if (loop.Timers is null || !loop.Timers.RestUntil(TimedLoop.Never)) ThrowNeverEnds();
    }

    /// <summary>One turn of a wait that ends at a moment of the clock.</summary>
    internal static void Turn(long deadline)
    {
        if (deadline == TimedLoop.Never)
        {
            Turn();
            return;
        }
        ref LoopState loop = ref Mine;
        if (!TryTurn(ref loop)) loop.Timers!.RestUntil(deadline);
    }

    /// <summary>
    /// One turn of a wait that another lcore may end as well: it has no means to wake this one, so there is no rest, and no
    /// saying that the wait never ends.
    /// </summary>
    internal static void TurnShared(long deadline)
    {
        if (!Runtime.RuntimeFeatures.SeveralLcores) Turn(deadline);
        else if (!TryTurn(ref Mine)) System.Runtime.Intrinsics.X86.X86Base.Pause();
    }

    private static bool TryTurn(ref LoopState loop)
    {
        if (loop.Timers is not null && (loop.Count == 0 || ++loop.ItemsSinceTimers >= ItemsBetweenTimers))
        {
            loop.ItemsSinceTimers = 0;
            if (loop.Timers.FireDue()) return true;
        }
        return TryRunReady(ref loop);
    }

    /// <summary>Runs what is due, and what was ready at the call. False if there was nothing.</summary>
    internal static bool RunReady()
    {
        ref LoopState loop = ref Mine;
        bool any = loop.Timers is not null && loop.Timers.FireDue();
        for (int left = loop.Count; left > 0 && TryRunReady(ref loop); left--) any = true;
        return any;
    }

    private static bool TryRunReady(ref LoopState loop)
    {
        if (loop.Count == 0) return false;
        ReadyItem item = loop.Ready![loop.First];
        loop.Ready[loop.First] = default;
        loop.First = (loop.First + 1) & (loop.Ready.Length - 1);
        loop.Count--;
        Run(item.Callback, item.State);
        return true;
    }

    /// <summary>As an item of its own, which knows nothing of what runs now.</summary>
    internal static void Run(Action<object?> callback, object? state)
    {
        Flow before = Flow.Current;
        Flow.Current = default;
        Flow.Current.Depth = before.Depth + 1;
        try
        {
            callback(state);
        }
        catch (Exception exception) when (EndProgram(exception))
        {
        }
        Flow.Current = before;
    }

    /// <summary>In the filter, so that the stack is still there to be printed.</summary>
    private static bool EndProgram(Exception exception)
    {
        Runtime.Panic.Fail(exception.Message, exception);
        return true;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    internal static void ThrowNeverEnds() => throw new InvalidOperationException(
        "This wait can never end: no task is ready and no timer is set. Whoever is to end it waits itself further up the stack, or there is nobody. In async methods use await in place of Wait, Result and blocking calls.");
}
