// Finalizers. Objects that have one are registered when they are made. A collection that finds one dead keeps it once more
// and queues it. The queue is emptied where no code of the core library is halfway through something: when the next object
// with a finalizer is made, in GC.Collect and GC.WaitForPendingFinalizers, and when the loop of tasks has nothing to do.

using System;

namespace Internal.Runtime.GarbageCollection;

internal static unsafe class Finalization
{
    /// <summary>Addresses of objects whose finalizer has not run.</summary>
    private static nint[] s_registered = [];
    private static int s_registeredCount;

    /// <summary>Dead but for their finalizer; room for as many as are registered.</summary>
    private static object?[] s_pending = [];
    private static int s_pendingCount;
    private static bool s_running;

    internal static int PendingCount => s_pendingCount;

    internal static object New(MethodTable* type)
    {
        RunPending();
        object made = Allocator.NewFast(type);
        Register(made);
        return made;
    }

    internal static void Register(object target)
    {
        // A collection must not have to allocate.
        if (s_pending.Length < s_registeredCount + s_pendingCount + 1)
        {
            object?[] larger = new object?[Math.Max(8, 2 * (s_registeredCount + s_pendingCount + 1))];
            new ReadOnlySpan<object?>(s_pending, 0, s_pendingCount).CopyTo(larger);
            s_pending = larger;
        }
        WeakObjects.Add(ref s_registered, ref s_registeredCount, WeakObjects.AddressOf(target));
        WeakObjects.s_resurrect = &QueueTheDead;
        Collector.s_afterMarking = &WeakObjects.AfterMarking;
    }

    internal static void Suppress(object target)
    {
        nint address = WeakObjects.AddressOf(target);
        for (int i = s_registeredCount - 1; i >= 0; i--)
        {
            if (s_registered[i] != address) continue;
            s_registered[i] = s_registered[--s_registeredCount];
            return;
        }
    }

    private static void QueueTheDead()
    {
        int kept = 0, first = s_pendingCount;
        for (int i = 0; i < s_registeredCount; i++)
        {
            if (Collector.IsMarked(s_registered[i])) s_registered[kept++] = s_registered[i];
            else s_pending[s_pendingCount++] = WeakObjects.FromAddress(s_registered[i]);
        }
        s_registeredCount = kept;
        for (int i = first; i < s_pendingCount; i++) Collector.Keep(WeakObjects.AddressOf(s_pending[i]));
    }

    internal static void RunPending()
    {
        if (s_running) return;
        s_running = true;
        while (s_pendingCount != 0)
        {
            object dead = s_pending[--s_pendingCount]!;
            s_pending[s_pendingCount] = null;
            ((delegate*<object, void>)dead.m_pEEType->Finalizer)(dead);
        }
        s_running = false;
    }
}
