// Tuples of more than seven elements: the rest is a tuple in turn.

using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, TRest rest)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal where TRest : struct
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;
    public T6 Item6 = item6;
    public T7 Item7 = item7;
    public TRest Rest = rest;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3)
        && EqualityComparer<T4>.AreEqual(Item4, other.Item4)
        && EqualityComparer<T5>.AreEqual(Item5, other.Item5)
        && EqualityComparer<T6>.AreEqual(Item6, other.Item6)
        && EqualityComparer<T7>.AreEqual(Item7, other.Item7)
        && EqualityComparer<TRest>.AreEqual(Rest, other.Rest);

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        if ((order = Comparer<T3>.Default.Compare(Item3, other.Item3)) != 0) return order;
        if ((order = Comparer<T4>.Default.Compare(Item4, other.Item4)) != 0) return order;
        if ((order = Comparer<T5>.Default.Compare(Item5, other.Item5)) != 0) return order;
        if ((order = Comparer<T6>.Default.Compare(Item6, other.Item6)) != 0) return order;
        if ((order = Comparer<T7>.Default.Compare(Item7, other.Item7)) != 0) return order;
        return Comparer<TRest>.Default.Compare(Rest, other.Rest);
    }

    public override readonly int GetHashCode() =>
        HashCode.Combine(HashCode.Combine(Item1, Item2, Item3, Item4, Item5, Item6, Item7), Rest);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString(), Item6?.ToString(), Item7?.ToString(), Rest is IValueTupleInternal more ? more.Inside() : string.Concat(Rest.ToString(), ")")]);

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 7 + (Rest is ITuple more ? more.Length : 1);

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        5 => Item6,
        6 => Item7,
        _ => Rest is ITuple more ? more[index - 7] : index == 7 ? Rest : throw new IndexOutOfRangeException(),
    };
}
