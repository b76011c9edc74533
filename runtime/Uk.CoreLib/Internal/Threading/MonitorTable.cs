// The locks of objects that were locked: a table from an object to its state, kept while somebody holds or waits.

using System.Runtime.CompilerServices;

namespace Internal.Threading;

/// <summary>The lock of an object, and who waits to be told of a change.</summary>
internal sealed class MonitorState
{
    internal object? Target;
    internal LockState Lock;
    internal MonitorState? Next;

    /// <summary>Those in Wait, in the order in which they came.</summary>
    internal MonitorWaiter? FirstWaiter;

    /// <summary>How many are in Wait, told or not: they will want the lock back.</summary>
    internal int WaitCount;

    /// <summary>With several lcores: how often it was entered, or is about to be, and not left since.</summary>
    internal int EnterCount;
}

internal sealed class MonitorWaiter
{
    internal bool IsPulsed;
    internal MonitorWaiter? Next;
}

internal static class MonitorTable
{
    private const int BucketCount = 32;

    /// <summary>Of all lcores: whoever looks into the table, or into the list of who waits, holds the gate.</summary>
    internal static Runtime.SpinGate s_gate;

    private static MonitorState?[]? s_buckets;

    /// <summary>States without an object, to be used again.</summary>
    private static MonitorState? s_free;

    private static ref MonitorState? Bucket(object target)
    {
        s_buckets ??= new MonitorState?[BucketCount];
        return ref s_buckets[RuntimeHelpers.GetHashCode(target) & (BucketCount - 1)];
    }

    private static MonitorState? Find(object target)
    {
        for (MonitorState? state = Bucket(target); state is not null; state = state.Next)
            if (ReferenceEquals(state.Target, target)) return state;
        return null;
    }

    /// <summary>Null if nobody holds it or waits at it.</summary>
    internal static MonitorState? TryFind(object target)
    {
        s_gate.Enter();
        MonitorState? state = Find(target);
        s_gate.Exit();
        return state;
    }

    private static MonitorState FindOrAdd(object target)
    {
        if (Find(target) is MonitorState known) return known;
        MonitorState state = s_free ?? new MonitorState();
        s_free = state.Next;
        state.Target = target;
        ref MonitorState? bucket = ref Bucket(target);
        state.Next = bucket;
        bucket = state;
        return state;
    }

    /// <summary>The lock of an object that somebody is about to enter: it stays in the table until <see cref="Leave"/>.</summary>
    internal static MonitorState Approach(object target)
    {
        s_gate.Enter();
        MonitorState state = FindOrAdd(target);
        if (Runtime.RuntimeFeatures.SeveralLcores) state.EnterCount++;
        s_gate.Exit();
        return state;
    }

    /// <summary>After the lock was left, or not got.</summary>
    internal static void Leave(MonitorState state)
    {
        s_gate.Enter();
        if (Runtime.RuntimeFeatures.SeveralLcores) state.EnterCount--;
        RemoveIfUnused(state);
        s_gate.Exit();
    }

    /// <summary>Forgets a lock that nobody holds and nobody waits at.</summary>
    private static void RemoveIfUnused(MonitorState state)
    {
        if (state.Lock.IsHeld || state.WaitCount != 0 || state.EnterCount != 0) return;
        ref MonitorState? link = ref Bucket(state.Target!);
        while (!ReferenceEquals(link, state)) link = ref link!.Next;
        link = state.Next;
        state.Target = null;
        state.Next = s_free;
        s_free = state;
    }
}
