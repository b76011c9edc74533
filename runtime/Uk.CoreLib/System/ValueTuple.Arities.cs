// Tuples: what the C# compiler makes of (a, b). One struct for each number of elements, all alike; more than seven are nested.

using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1>(T1 item1)
    : IEquatable<ValueTuple<T1>>, IComparable, IComparable<ValueTuple<T1>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1);

    public readonly int CompareTo(ValueTuple<T1> other)
    {
        return Comparer<T1>.Default.Compare(Item1, other.Item1);
    }

    public override readonly int GetHashCode() => Item1?.GetHashCode() ?? 0;

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 1;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2>(T1 item1, T2 item2)
    : IEquatable<ValueTuple<T1, T2>>, IComparable, IComparable<ValueTuple<T1, T2>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2);

    public readonly int CompareTo(ValueTuple<T1, T2> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        return Comparer<T2>.Default.Compare(Item2, other.Item2);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 2;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3>(T1 item1, T2 item2, T3 item3)
    : IEquatable<ValueTuple<T1, T2, T3>>, IComparable, IComparable<ValueTuple<T1, T2, T3>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3);

    public readonly int CompareTo(ValueTuple<T1, T2, T3> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        return Comparer<T3>.Default.Compare(Item3, other.Item3);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 3;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4)
    : IEquatable<ValueTuple<T1, T2, T3, T4>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3, T4> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3)
        && EqualityComparer<T4>.AreEqual(Item4, other.Item4);

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        if ((order = Comparer<T3>.Default.Compare(Item3, other.Item3)) != 0) return order;
        return Comparer<T4>.Default.Compare(Item4, other.Item4);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 4;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3)
        && EqualityComparer<T4>.AreEqual(Item4, other.Item4)
        && EqualityComparer<T5>.AreEqual(Item5, other.Item5);

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        if ((order = Comparer<T3>.Default.Compare(Item3, other.Item3)) != 0) return order;
        if ((order = Comparer<T4>.Default.Compare(Item4, other.Item4)) != 0) return order;
        return Comparer<T5>.Default.Compare(Item5, other.Item5);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4, Item5);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 5;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5, T6>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;
    public T6 Item6 = item6;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3)
        && EqualityComparer<T4>.AreEqual(Item4, other.Item4)
        && EqualityComparer<T5>.AreEqual(Item5, other.Item5)
        && EqualityComparer<T6>.AreEqual(Item6, other.Item6);

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        if ((order = Comparer<T3>.Default.Compare(Item3, other.Item3)) != 0) return order;
        if ((order = Comparer<T4>.Default.Compare(Item4, other.Item4)) != 0) return order;
        if ((order = Comparer<T5>.Default.Compare(Item5, other.Item5)) != 0) return order;
        return Comparer<T6>.Default.Compare(Item6, other.Item6);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4, Item5, Item6);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString(), Item6?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5, T6> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 6;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        5 => Item6,
        _ => throw new IndexOutOfRangeException(),
    };
}

[StructLayout(LayoutKind.Auto)]
public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>, IStructuralEquatable, IStructuralComparable, ITuple, IValueTupleInternal
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;
    public T6 Item6 = item6;
    public T7 Item7 = item7;

    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7> other && Equals(other);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6, T7> other) =>
        EqualityComparer<T1>.AreEqual(Item1, other.Item1)
        && EqualityComparer<T2>.AreEqual(Item2, other.Item2)
        && EqualityComparer<T3>.AreEqual(Item3, other.Item3)
        && EqualityComparer<T4>.AreEqual(Item4, other.Item4)
        && EqualityComparer<T5>.AreEqual(Item5, other.Item5)
        && EqualityComparer<T6>.AreEqual(Item6, other.Item6)
        && EqualityComparer<T7>.AreEqual(Item7, other.Item7);

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6, T7> other)
    {
        int order;
        if ((order = Comparer<T1>.Default.Compare(Item1, other.Item1)) != 0) return order;
        if ((order = Comparer<T2>.Default.Compare(Item2, other.Item2)) != 0) return order;
        if ((order = Comparer<T3>.Default.Compare(Item3, other.Item3)) != 0) return order;
        if ((order = Comparer<T4>.Default.Compare(Item4, other.Item4)) != 0) return order;
        if ((order = Comparer<T5>.Default.Compare(Item5, other.Item5)) != 0) return order;
        if ((order = Comparer<T6>.Default.Compare(Item6, other.Item6)) != 0) return order;
        return Comparer<T7>.Default.Compare(Item7, other.Item7);
    }

    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4, Item5, Item6, Item7);

    public override readonly string ToString() => string.Concat("(", ((IValueTupleInternal)this).Inside());

    readonly string IValueTupleInternal.Inside() =>
        string.Concat(string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString(), Item6?.ToString(), Item7?.ToString()]), ")");

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6, T7> tuple ? CompareTo(tuple) : throw TupleSupport.WrongType(nameof(other));

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5, T6, T7> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is ValueTuple<T1, T2, T3, T4, T5, T6, T7> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));

    readonly int ITuple.Length => 7;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        5 => Item6,
        6 => Item7,
        _ => throw new IndexOutOfRangeException(),
    };
}
