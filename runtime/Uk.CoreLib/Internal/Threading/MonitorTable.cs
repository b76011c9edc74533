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
}

internal sealed class MonitorWaiter
{
    internal bool IsPulsed;
    internal MonitorWaiter? Next;
}

internal static class MonitorTable
{
    private const int BucketCount = 32;

    /// <summary>Per core, until cores share objects: then behind a lock of its own.</summary>
    private static MonitorState?[]? s_buckets;

    /// <summary>States without an object, to be used again.</summary>
    private static MonitorState? s_free;

    private static ref MonitorState? Bucket(object target)
    {
        s_buckets ??= new MonitorState?[BucketCount];
        return ref s_buckets[RuntimeHelpers.GetHashCode(target) & (BucketCount - 1)];
    }

    internal static MonitorState? Find(object target)
    {
        for (MonitorState? state = Bucket(target); state is not null; state = state.Next)
            if (ReferenceEquals(state.Target, target)) return state;
        return null;
    }

    internal static MonitorState FindOrAdd(object target)
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

    /// <summary>Forgets a lock that nobody holds and nobody waits at.</summary>
    internal static void RemoveIfUnused(MonitorState state)
    {
        if (state.Lock.IsHeld || state.WaitCount != 0) return;
        ref MonitorState? link = ref Bucket(state.Target!);
        while (!ReferenceEquals(link, state)) link = ref link!.Next;
        link = state.Next;
        state.Target = null;
        state.Next = s_free;
        s_free = state;
    }
}
