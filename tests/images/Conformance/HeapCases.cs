using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>The collector as programs see it: weak references, handles, finalizers, counters.</summary>
internal static class HeapCases
{
    private const int Many = 200;

    /// <summary>A collector that takes the stack at its word may keep a few objects that nothing refers to.</summary>
    private const int Few = 20;

    private sealed class Thing
    {
        public Thing? Other;
        public int Number;
    }

    private class Finalizable
    {
        public static int s_finalized;
        public static readonly List<Finalizable> s_raised = [];
        public bool IsRaised;

        ~Finalizable()
        {
            s_finalized++;
            if (IsRaised) s_raised.Add(this);
        }
    }

    private sealed class Derived : Finalizable
    {
        public static int s_derived;

        ~Derived() => s_derived++;
    }

    private sealed class Owner : IDisposable
    {
        public static int s_finalized;

        ~Owner() => s_finalized++;

        public void Dispose() => GC.SuppressFinalize(this);
    }

    public static void Run()
    {
        Weak();
        Handles();
        Tables();
        Finalizers();
        Counters();
        Exhaustion();
    }

    /// <summary>Writes over what earlier calls left on the stack.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ClearStack(int depth)
    {
        Span<long> room = stackalloc long[64];
        room.Clear();
        return depth == 0 ? (int)room[5] : ClearStack(depth - 1) + (int)room[7];
    }

    private static void Collect()
    {
        ClearStack(8);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<Thing>> MakeWeak(List<Thing>? keep, bool track)
    {
        List<WeakReference<Thing>> weak = [];
        for (int i = 0; i < Many; i++)
        {
            Thing thing = new() { Number = i };
            keep?.Add(thing);
            weak.Add(new WeakReference<Thing>(thing, track));
        }
        return weak;
    }

    private static int Alive(List<WeakReference<Thing>> weak)
    {
        int alive = 0;
        foreach (WeakReference<Thing> one in weak)
            if (one.TryGetTarget(out Thing? target) && target.Number >= 0) alive++;
        return alive;
    }

    private static void Weak()
    {
        Suite.Group("weak references");
        List<WeakReference<Thing>> lost = MakeWeak(null, false), tracked = MakeWeak(null, true);
        List<Thing> kept = [];
        List<WeakReference<Thing>> held = MakeWeak(kept, false);
        Collect();
        Suite.True("the dead are gone", Alive(lost) <= Few);
        Suite.True("the dead are gone, tracked", Alive(tracked) <= Few);
        Suite.Show("the living are there", Alive(held));
        Suite.True("the same objects", held[7].TryGetTarget(out Thing? seventh) && ReferenceEquals(seventh, kept[7]));
        GC.KeepAlive(kept);

        Thing strong = new() { Number = 1 };
        WeakReference plain = new(strong);
        Suite.Show("plain", plain.IsAlive && ReferenceEquals(plain.Target, strong) && !plain.TrackResurrection);
        plain.Target = "other";
        Suite.Show("changed", plain.Target as string);
        plain.Target = null;
        Suite.Show("cleared", plain.IsAlive);
        WeakReference<string?> empty = new(null);
        Suite.Show("of null", empty.TryGetTarget(out _));
        empty.SetTarget("set");
        Suite.Show("set", empty.TryGetTarget(out string? set) ? set : "none");
        Suite.Show("tracks", new WeakReference("x", true).TrackResurrection);
        GC.KeepAlive(strong);
    }

    private static void Handles()
    {
        Suite.Group("handles");
        GCHandle handle = GCHandle.Alloc(MakeThing(5));
        Collect();
        Suite.Show("keeps", ((Thing)handle.Target!).Number);
        Suite.Show("allocated", handle.IsAllocated);
        IntPtr number = GCHandle.ToIntPtr(handle);
        Suite.True("through a number", ReferenceEquals(GCHandle.FromIntPtr(number).Target, handle.Target));
        handle.Target = "other";
        Suite.Show("changed", (string?)handle.Target);
        handle.Free();
        Suite.Show("freed", handle.IsAllocated);
        Suite.Show("target of a freed one", Thrown(() => default(GCHandle).Target!.ToString()!));
        GCHandle[] weak = MakeWeakHandles();
        Collect();
        int alive = 0;
        foreach (GCHandle one in weak)
        {
            if (one.Target is not null) alive++;
            one.Free();
        }
        Suite.True("weak ones do not keep", alive <= Few);
        byte[] bytes = [1, 2, 3];
        GCHandle pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        Suite.Show("pinned", Marshal(pinned.AddrOfPinnedObject(), 1));
        pinned.Free();
        GCHandle notPinned = GCHandle.Alloc(bytes);
        Suite.Show("not pinned", Thrown(() => notPinned.AddrOfPinnedObject().ToString()));
        notPinned.Free();
        Suite.Show("of null", GCHandle.Alloc(null).Target is null);
    }

    private static unsafe int Marshal(IntPtr address, int index) => ((byte*)address)[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thing MakeThing(int number) => new() { Number = number };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GCHandle[] MakeWeakHandles()
    {
        GCHandle[] handles = new GCHandle[Many];
        for (int i = 0; i < Many; i++) handles[i] = GCHandle.Alloc(MakeThing(i), i % 2 == 0 ? GCHandleType.Weak : GCHandleType.WeakTrackResurrection);
        return handles;
    }

    private static string Thrown(Func<string> action)
    {
        try
        {
            return action();
        }
        catch (InvalidOperationException)
        {
            return "InvalidOperationException";
        }
        catch (ArgumentException)
        {
            return "ArgumentException";
        }
    }

    private static void Tables()
    {
        Suite.Group("weak tables");
        ConditionalWeakTable<Thing, Thing> table = [];
        Thing key = new() { Number = 1 };
        table.Add(key, new Thing { Number = 10 });
        Suite.Show("found", table.TryGetValue(key, out Thing? value) ? value.Number : -1);
        Suite.Show("added twice", Thrown(() =>
        {
            table.Add(key, new Thing());
            return "";
        }));
        Suite.Show("not found", table.TryGetValue(new Thing(), out _));
        Suite.Show("made", table.GetValue(MakeThing(3), made => new Thing { Number = made.Number * 2 }).Number);
        Suite.Show("not made again", table.GetValue(key, _ => new Thing { Number = -1 }).Number);
        List<WeakReference<Thing>> values = FillTable(table);
        Collect();
        Suite.True("entries of dead keys go, though values refer to keys", Alive(values) <= Few);
        Suite.Show("the value lives as long as its key", table.TryGetValue(key, out value) ? value.Number : -1);
        List<Thing> keys = [];
        List<WeakReference<Thing>> chained = FillChain(table, keys);
        Collect();
        Suite.Show("chains of keys and values", Alive(chained));
        GC.KeepAlive(keys);
        table.AddOrUpdate(key, new Thing { Number = 11 });
        Suite.Show("updated", table.TryGetValue(key, out value) ? value.Number : -1);
        Suite.Show("removed", table.Remove(key));
        Suite.Show("removed twice", table.Remove(key));
        Suite.Show("no key", Thrown(() =>
        {
            table.Remove(null!);
            return "";
        }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<Thing>> FillTable(ConditionalWeakTable<Thing, Thing> table)
    {
        List<WeakReference<Thing>> values = [];
        for (int i = 0; i < Many; i++)
        {
            Thing key = MakeThing(i);
            Thing value = new() { Other = key };
            table.Add(key, value);
            values.Add(new WeakReference<Thing>(value));
        }
        return values;
    }

    /// <summary>Only the first key is kept; each value refers to the next key.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<Thing>> FillChain(ConditionalWeakTable<Thing, Thing> table, List<Thing> keep)
    {
        List<WeakReference<Thing>> values = [];
        Thing key = MakeThing(0);
        keep.Add(key);
        for (int i = 0; i < Many; i++)
        {
            Thing next = MakeThing(i);
            Thing value = new() { Other = next };
            table.Add(key, value);
            values.Add(new WeakReference<Thing>(value));
            key = next;
        }
        return values;
    }

    private static void Finalizers()
    {
        Suite.Group("finalizers");
        MakeFinalizable(raised: false);
        Collect();
        Suite.True("run", Finalizable.s_finalized >= Many - Few);
        Suite.True("run of the derived class", Derived.s_derived >= Many / 2 - Few);
        int before = Finalizable.s_finalized;
        Collect();
        Suite.True("run once", Finalizable.s_finalized - before <= Few);
        Finalizable kept = new();
        before = Finalizable.s_finalized;
        Collect();
        Suite.True("not run while it lives", Finalizable.s_finalized - before <= Few);
        GC.KeepAlive(kept);
        DisposeOwners();
        Collect();
        Suite.Show("suppressed", Owner.s_finalized);
        MakeFinalizable(raised: true);
        Collect();
        Suite.True("raised", Finalizable.s_raised.Count >= Many - Few);
        Suite.True("raised ones are whole", Finalizable.s_raised.TrueForAll(one => one.IsRaised));
        before = Finalizable.s_finalized;
        foreach (Finalizable one in Finalizable.s_raised)
        {
            one.IsRaised = false;
            GC.ReRegisterForFinalize(one);
        }
        int raised = Finalizable.s_raised.Count;
        Finalizable.s_raised.Clear();
        Collect();
        Suite.True("registered again", Finalizable.s_finalized - before >= raised - Few);
        Suite.Show("of null", Thrown(() =>
        {
            GC.SuppressFinalize(null!);
            return "";
        }));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeFinalizable(bool raised)
    {
        for (int i = 0; i < Many; i++)
        {
            Finalizable made = i % 2 == 0 ? new Finalizable() : new Derived();
            made.IsRaised = raised;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DisposeOwners()
    {
        for (int i = 0; i < Many; i++)
        {
            using Owner owner = new();
        }
    }

    private static void Counters()
    {
        Suite.Group("heap counters");
        long allocated = GC.GetTotalAllocatedBytes(true);
        int collections = GC.CollectionCount(0);
        byte[] large = new byte[200_000];
        Suite.True("allocated", GC.GetTotalAllocatedBytes(true) - allocated >= 200_000);
        Suite.True("used", GC.GetTotalMemory(false) >= large.Length);
        GC.Collect();
        Suite.True("collections", GC.CollectionCount(0) > collections);
        GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: true);
        Suite.True("pauses", GC.GetTotalPauseDuration() > TimeSpan.Zero);
        GCMemoryInfo info = GC.GetGCMemoryInfo();
        Suite.True("info", info.Index > 0 && info.HeapSizeBytes > 0 && info.TotalCommittedBytes > 0 && info.PauseDurations.Length > 0);
        Suite.True("info of pauses", info.PauseTimePercentage is >= 0 and <= 100);
        Suite.Show("generation", Thrown(() => GC.CollectionCount(-1).ToString()));
        Suite.Show("pressure", Thrown(() =>
        {
            GC.AddMemoryPressure(100);
            GC.RemoveMemoryPressure(100);
            GC.AddMemoryPressure(0);
            return "";
        }));
        Suite.Show("arrays", GC.AllocateArray<int>(3, pinned: true).Length + GC.AllocateUninitializedArray<byte>(5).Length);
        Suite.True("zero", Array.TrueForAll(GC.AllocateArray<long>(1000), value => value == 0));
        GC.KeepAlive(large);
    }

    private static void Exhaustion()
    {
        Suite.Group("heap exhaustion");
        Suite.Show("too long", OutOfMemory(() => new (long, long)[int.MaxValue]));
        Suite.Show("negative", OutOfMemory(() => new byte[s_minusOne]));
        Suite.Show("dimensions", OutOfMemory(() => new byte[1 << 20, 1 << 20]));
        Suite.Show("goes on", new byte[100_000].Length);
    }

    private static readonly int s_minusOne = -1;

    private static string OutOfMemory(Func<Array> make)
    {
        try
        {
            return make().Length.ToString();
        }
        catch (OutOfMemoryException)
        {
            return "OutOfMemoryException";
        }
        catch (OverflowException)
        {
            return "OverflowException";
        }
    }
}
