// Tuples: what the C# compiler makes of (a, b). One struct for each number of elements, all alike.

using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple : IEquatable<ValueTuple>, IComparable, IComparable<ValueTuple>
{
    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple;
    public readonly bool Equals(ValueTuple other) => true;
    public readonly int CompareTo(ValueTuple other) => 0;
    readonly int IComparable.CompareTo(object? other) => other is null ? 1 : other is ValueTuple ? 0 : throw TupleSupport.WrongType(nameof(other));
    public override readonly int GetHashCode() => 0;
    public override readonly string ToString() => "()";

    public static ValueTuple Create() => default;
    public static ValueTuple<T1> Create<T1>(T1 item1) => new(item1);
    public static ValueTuple<T1, T2> Create<T1, T2>(T1 item1, T2 item2) => new(item1, item2);
    public static ValueTuple<T1, T2, T3> Create<T1, T2, T3>(T1 item1, T2 item2, T3 item3) => new(item1, item2, item3);
    public static ValueTuple<T1, T2, T3, T4> Create<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4) => new(item1, item2, item3, item4);
    public static ValueTuple<T1, T2, T3, T4, T5> Create<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) => new(item1, item2, item3, item4, item5);
    public static ValueTuple<T1, T2, T3, T4, T5, T6> Create<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) => new(item1, item2, item3, item4, item5, item6);
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7> Create<T1, T2, T3, T4, T5, T6, T7>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7) => new(item1, item2, item3, item4, item5, item6, item7);
}

internal interface IValueTupleInternal
{
    /// <summary>The elements' text and the closing parenthesis.</summary>
    string Inside();
}

/// <summary>Element-wise work with a comparer that knows only objects.</summary>
internal static class TupleSupport
{
    internal static ArgumentException WrongType(string parameter) => new("The parameter should be a ValueTuple type of appropriate arity.", parameter);

    internal static bool AreEqual(ITuple left, ITuple right, IEqualityComparer comparer)
    {
        if (left.Length != right.Length) return false;
        for (int i = 0; i < left.Length; i++)
            if (!comparer.Equals(left[i], right[i])) return false;
        return true;
    }

    internal static int Compare(ITuple left, ITuple right, IComparer comparer)
    {
        for (int i = 0; i < left.Length && i < right.Length; i++)
            if (comparer.Compare(left[i], right[i]) is not 0 and int order) return order;
        return left.Length.CompareTo(right.Length);
    }

    internal static int HashCode(ITuple tuple, IEqualityComparer comparer)
    {
        HashCode hash = default;
        for (int i = 0; i < tuple.Length; i++) hash.Add(tuple[i] is { } element ? comparer.GetHashCode(element) : 0);
        return hash.ToHashCode();
    }
}
