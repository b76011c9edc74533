// The timers of a core, the one that is due next in front.

using System;
using Internal.Runtime;

namespace Internal.Threading;

/// <summary>A callback at a moment of the clock. It is in the heap from Set until it is due or cancelled.</summary>
internal sealed class TimerEntry(Action<object?> callback, object? state)
{
    internal const int NotSet = -1;

    internal readonly Action<object?> Callback = callback;
    internal readonly object? State = state;
    internal long Due;
    /// <summary>Of two that are due at once the one that was set first is first.</summary>
    internal long Order;
    internal int Index = NotSet;

    internal bool IsSet => Index != NotSet;

    internal bool IsBefore(TimerEntry other) => Due < other.Due || (Due == other.Due && Order < other.Order);
}

internal sealed class TimerHeap : TimedLoop
{
    private const int InitialCapacity = 8;

    /// <summary>Of the one lcore.</summary>
    private static TimerHeap? s_heap;

    /// <summary>Per core.</summary>
    private static ref TimerHeap? Mine
    {
        get
        {
            if (RuntimeFeatures.SeveralLcores) return ref LcoreState.Mine.Timers;
            return ref s_heap;
        }
    }

    private TimerEntry?[] _entries = new TimerEntry?[InitialCapacity];
    private int _count;
    private long _order;

    private static TimerHeap Heap
    {
        get
        {
            ref TimerHeap? heap = ref Mine;
            if (heap is null) CoreLoop.UseTimers(heap = new TimerHeap());
            return heap;
        }
    }

    /// <summary>The moment that many milliseconds from now; never, for a negative number.</summary>
    internal static long Deadline(long milliseconds)
    {
        if (milliseconds < 0) return Never;
        // Whoever has a deadline waits for it in the loop.
        _ = Heap;
        return Clock.Nanoseconds + milliseconds * Clock.NanosecondsPerMillisecond;
    }

    internal static bool HasPassed(long deadline) => deadline != Never && Clock.Nanoseconds >= deadline;

    internal static void Set(TimerEntry entry, long due)
    {
        Cancel(entry);
        Heap.Add(entry, due);
    }

    internal static bool Cancel(TimerEntry entry)
    {
        if (!entry.IsSet) return false;
        Mine!.RemoveAt(entry.Index);
        return true;
    }

    internal override bool FireDue()
    {
        if (_count == 0) return false;
        // Timers that callbacks set are for the next time, so that they cannot keep the loop here.
        long now = Clock.Nanoseconds, order = _order;
        bool any = false;
        while (_count != 0 && _entries[0]!.Due <= now && _entries[0]!.Order < order)
        {
            TimerEntry entry = _entries[0]!;
            RemoveAt(0);
            CoreLoop.Run(entry.Callback, entry.State);
            any = true;
        }
        return any;
    }

    internal override bool RestUntil(long deadline)
    {
        if (_count != 0 && _entries[0]!.Due < deadline) deadline = _entries[0]!.Due;
        if (deadline == Never) return false;
        long left = deadline - Clock.Nanoseconds;
        if (left > 0) Clock.Sleep(left);
        return true;
    }

    private void Add(TimerEntry entry, long due)
    {
        if (_count == _entries.Length)
        {
            TimerEntry?[] larger = new TimerEntry?[_count * 2];
            for (int i = 0; i < _count; i++) larger[i] = _entries[i];
            _entries = larger;
        }
        entry.Due = due;
        entry.Order = _order++;
        MoveUp(entry, _count++);
    }

    private void RemoveAt(int index)
    {
        _entries[index]!.Index = TimerEntry.NotSet;
        TimerEntry last = _entries[--_count]!;
        _entries[_count] = null;
        if (index == _count) return;
        if (index != 0 && last.IsBefore(_entries[(index - 1) / 2]!)) MoveUp(last, index);
        else MoveDown(last, index);
    }

    private void MoveUp(TimerEntry entry, int index)
    {
        while (index != 0 && entry.IsBefore(_entries[(index - 1) / 2]!))
        {
            Place(_entries[(index - 1) / 2]!, index);
            index = (index - 1) / 2;
        }
        Place(entry, index);
    }

    private void MoveDown(TimerEntry entry, int index)
    {
        while (true)
        {
            int child = 2 * index + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _entries[child + 1]!.IsBefore(_entries[child]!)) child++;
            if (!_entries[child]!.IsBefore(entry)) break;
            Place(_entries[child]!, index);
            index = child;
        }
        Place(entry, index);
    }

    private void Place(TimerEntry entry, int index)
    {
        _entries[index] = entry;
        entry.Index = index;
    }
}
