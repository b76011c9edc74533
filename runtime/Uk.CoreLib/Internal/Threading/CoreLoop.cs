// The scheduler of an image: one cooperative loop for each core. Whoever waits runs what is ready until what it waits for
// is there; the entry point waits for Main's task. Nothing interrupts what runs.

using System;
using System.Threading;

namespace Internal.Threading;

internal static class CoreLoop
{
    private struct ReadyItem
    {
        internal Action<object?> Callback;
        internal object? State;
    }

    private const int InitialCapacity = 16;

    /// <summary>Timers are looked at after so many items at the latest.</summary>
    private const int ItemsBetweenTimers = 64;

    /// <summary>Per core. What is ready, first in first out: a ring whose length is a power of two.</summary>
    private static ReadyItem[]? s_ready;
    private static int s_first;
    private static int s_count;
    private static int s_itemsSinceTimers;

    /// <summary>Per core. Null in images that measure no time.</summary>
    private static TimedLoop? s_timers;

    /// <summary>The callback runs when the loop comes to it. Callbacks that throw end the program.</summary>
    internal static void Post(Action<object?> callback, object? state)
    {
        if (s_ready is null || s_count == s_ready.Length) Grow();
        ref ReadyItem item = ref s_ready![(s_first + s_count) & (s_ready.Length - 1)];
        item.Callback = callback;
        item.State = state;
        s_count++;
    }

    private static void Grow()
    {
        ReadyItem[] larger = new ReadyItem[s_ready is null ? InitialCapacity : s_ready.Length * 2];
        for (int i = 0; i < s_count; i++) larger[i] = s_ready![(s_first + i) & (s_ready.Length - 1)];
        s_ready = larger;
        s_first = 0;
    }

    internal static void UseTimers(TimedLoop timers) => s_timers = timers;

    /// <summary>
    /// One turn of a wait: runs something that is ready or due, or rests until something is. Throws where nothing is left
    /// that could ever end the wait.
    /// </summary>
    internal static void Turn()
    {
        if (TryTurn()) return;
        if (Runtime.RuntimeFeatures.Finalizers) Runtime.GarbageCollection.Finalization.RunPending();
        if (s_timers is null || !s_timers.RestUntil(TimedLoop.Never)) ThrowNeverEnds();
    }

    /// <summary>One turn of a wait that ends at a moment of the clock.</summary>
    internal static void Turn(long deadline)
    {
        if (deadline == TimedLoop.Never) Turn();
        else if (!TryTurn()) s_timers!.RestUntil(deadline);
    }

    private static bool TryTurn()
    {
        if (s_timers is not null && (s_count == 0 || ++s_itemsSinceTimers >= ItemsBetweenTimers))
        {
            s_itemsSinceTimers = 0;
            if (s_timers.FireDue()) return true;
        }
        return TryRunReady();
    }

    /// <summary>Runs what is due, and what was ready at the call. False if there was nothing.</summary>
    internal static bool RunReady()
    {
        bool any = s_timers is not null && s_timers.FireDue();
        for (int left = s_count; left > 0 && TryRunReady(); left--) any = true;
        return any;
    }

    private static bool TryRunReady()
    {
        if (s_count == 0) return false;
        ReadyItem item = s_ready![s_first];
        s_ready[s_first] = default;
        s_first = (s_first + 1) & (s_ready.Length - 1);
        s_count--;
        Run(item.Callback, item.State);
        return true;
    }

    /// <summary>As an item of its own, which knows nothing of what runs now.</summary>
    internal static void Run(Action<object?> callback, object? state)
    {
        Flow before = Flow.s_current;
        Flow.s_current = default;
        Flow.s_current.Depth = before.Depth + 1;
        try
        {
            callback(state);
        }
        catch (Exception exception) when (EndProgram(exception))
        {
        }
        Flow.s_current = before;
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
