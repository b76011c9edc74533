// What is known of packets and bursts at one point of a method.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace UkGen.Analyzers;

/// <summary>What a variable can hold: one bit for each thing that it holds on some path to here.</summary>
[Flags]
internal enum Holds
{
    Nothing = 0,
    /// <summary>No packet: null, or an empty burst.</summary>
    Empty = 1,
    /// <summary>A packet, or packets, that this method must give to somebody.</summary>
    Owned = 2,
    /// <summary>What was freed or sent.</summary>
    Gone = 4,
    /// <summary>Anything else, about which nothing is said.</summary>
    Other = 8,
}

/// <param name="Holds">On the paths to here.</param>
/// <param name="Where">Where it was given away, or where it came from.</param>
/// <param name="Verb">How it was given away: freed, sent.</param>
/// <param name="Burst">The burst that the packet is in as well.</param>
/// <param name="FreedInside">For a burst: where a packet in it was freed.</param>
internal sealed record Value(Holds Holds, SyntaxNode? Where = null, string Verb = "", ISymbol? Burst = null, SyntaxNode? FreedInside = null)
{
    public static readonly Value Unknown = new(Holds.Other);

    public bool IsGone => Holds == Holds.Gone;
    public bool IsOwned => Holds == Holds.Owned;

    public static Value Merge(Value left, Value right) =>
        left == right
            ? left
            : new(left.Holds | right.Holds, left.Where ?? right.Where, left.Verb.Length != 0 ? left.Verb : right.Verb,
                SymbolEqualityComparer.Default.Equals(left.Burst, right.Burst) ? left.Burst : null, left.FreedInside ?? right.FreedInside);

    public bool Equals(Value? other) =>
        other is not null && Holds == other.Holds && Where == other.Where && SymbolEqualityComparer.Default.Equals(Burst, other.Burst) && FreedInside == other.FreedInside;

    public override int GetHashCode() => (int)Holds;
}

/// <summary>Variables that are not in it hold Other.</summary>
internal sealed class OwnershipState
{
    private readonly Dictionary<ISymbol, Value> _values;

    public OwnershipState() => _values = new(SymbolEqualityComparer.Default);

    private OwnershipState(OwnershipState from) => _values = new(from._values, SymbolEqualityComparer.Default);

    public OwnershipState Copy() => new(this);

    public Value this[ISymbol variable]
    {
        get => _values.TryGetValue(variable, out Value? value) ? value : Value.Unknown;
        set => _values[variable] = value;
    }

    public IEnumerable<KeyValuePair<ISymbol, Value>> All => _values;

    /// <summary>True where something changed.</summary>
    public bool Join(OwnershipState other)
    {
        bool changed = false;
        foreach (ISymbol variable in _values.Keys.Union(other._values.Keys, SymbolEqualityComparer.Default).ToArray())
        {
            Value before = this[variable], merged = Value.Merge(before, other[variable]);
            // Where something came from may differ from path to path without an end to it.
            if (merged.Holds == before.Holds && SymbolEqualityComparer.Default.Equals(merged.Burst, before.Burst) && (merged.FreedInside is null) == (before.FreedInside is null)) continue;
            this[variable] = merged;
            changed = true;
        }
        return changed;
    }
}
