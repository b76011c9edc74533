// References that keep nothing alive. They are kept as numbers, which the collector does not follow; after it has marked
// what lives, this clears those to the rest. The objects that hold the numbers are registered in the same way.

using System;
using System.Collections.Generic;

namespace Internal.Runtime.GarbageCollection;

/// <summary>One reference that keeps nothing alive.</summary>
internal sealed unsafe class WeakHolder
{
    /// <summary>The object's address, 0 for none. It does not change, because objects do not move.</summary>
    internal nint Address;

    /// <summary>Until the object is gone for good, also behind its finalizer.</summary>
    internal readonly bool TracksResurrection;

    internal WeakHolder(object? target, bool tracksResurrection)
    {
        TracksResurrection = tracksResurrection;
        Target = target;
        WeakObjects.Register(this);
    }

    internal object? Target
    {
        get => WeakObjects.FromAddress(Address);
        set => Address = WeakObjects.AddressOf(value);
    }
}

/// <summary>Values that live for as long as their keys do, though they may refer to them.</summary>
internal sealed class Ephemerons
{
    /// <summary>Addresses of keys, and of their values.</summary>
    internal readonly Dictionary<nint, nint> Values = [];

    internal Ephemerons() => WeakObjects.Register(this);
}

internal static unsafe class WeakObjects
{
    // Addresses of WeakHolders and of Ephemerons.
    private static nint[] s_holders = [];
    private static int s_holderCount;
    private static nint[] s_ephemerons = [];
    private static int s_ephemeronsCount;

    /// <summary>Keeps what has a finalizer until that has run. Set where there are any.</summary>
    internal static delegate*<void> s_resurrect;

    internal static nint AddressOf(object? target) => *(nint*)&target;

    internal static object? FromAddress(nint address) => *(object?*)&address;

    internal static void Register(WeakHolder holder)
    {
        Add(ref s_holders, ref s_holderCount, AddressOf(holder));
        if (RuntimeFeatures.GarbageCollection) Collector.s_afterMarking = &AfterMarking;
    }

    internal static void Register(Ephemerons ephemerons)
    {
        Add(ref s_ephemerons, ref s_ephemeronsCount, AddressOf(ephemerons));
        if (RuntimeFeatures.GarbageCollection) Collector.s_afterMarking = &AfterMarking;
    }

    internal static void Add(ref nint[] addresses, ref int count, nint address)
    {
        // The new array may be the one allocation too many: a collection in it shortens the old one.
        if (count == addresses.Length)
        {
            nint[] larger = new nint[Math.Max(8, 2 * count)];
            new ReadOnlySpan<nint>(addresses, 0, count).CopyTo(larger);
            addresses = larger;
        }
        addresses[count++] = address;
    }

    internal static void AfterMarking()
    {
        KeepValues();
        Clear(tracksResurrection: false);
        if (s_resurrect != null)
        {
            s_resurrect();
            KeepValues();
        }
        Clear(tracksResurrection: true);
        DropDeadKeys();
    }

    /// <summary>Until no key is found to live any more: a value may be what another key is reached through.</summary>
    private static void KeepValues()
    {
        bool any;
        do
        {
            any = false;
            for (int i = 0; i < s_ephemeronsCount; i++)
            {
                if (!Collector.IsMarked(s_ephemerons[i])) continue;
                foreach (KeyValuePair<nint, nint> pair in At(i).Values)
                {
                    if (!Collector.IsMarked(pair.Key) || Collector.IsMarked(pair.Value)) continue;
                    Collector.Keep(pair.Value);
                    any = true;
                }
            }
        }
        while (any);
    }

    private static Ephemerons At(int index) => System.Runtime.CompilerServices.Unsafe.As<Ephemerons>(FromAddress(s_ephemerons[index])!);

    private static void DropDeadKeys()
    {
        int kept = 0;
        for (int i = 0; i < s_ephemeronsCount; i++)
        {
            if (!Collector.IsMarked(s_ephemerons[i])) continue;
            Dictionary<nint, nint> values = At(i).Values;
            foreach (KeyValuePair<nint, nint> pair in values)
                if (!Collector.IsMarked(pair.Key)) values.Remove(pair.Key);
            s_ephemerons[kept++] = s_ephemerons[i];
        }
        s_ephemeronsCount = kept;
    }

    /// <summary>And forgets the holders that are dead themselves.</summary>
    private static void Clear(bool tracksResurrection)
    {
        int kept = 0;
        for (int i = 0; i < s_holderCount; i++)
        {
            WeakHolder holder = System.Runtime.CompilerServices.Unsafe.As<WeakHolder>(FromAddress(s_holders[i])!);
            if (!Collector.IsMarked(s_holders[i]) && tracksResurrection) continue;
            if (holder.TracksResurrection == tracksResurrection && holder.Address != 0 && !Collector.IsMarked(holder.Address))
                holder.Address = 0;
            s_holders[kept++] = s_holders[i];
        }
        s_holderCount = kept;
    }
}
