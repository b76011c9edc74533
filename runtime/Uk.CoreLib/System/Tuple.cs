// Tuples as objects, of up to seven elements.

using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public static class Tuple
{
    public static Tuple<T1> Create<T1>(T1 item1) => new(item1);
    public static Tuple<T1, T2> Create<T1, T2>(T1 item1, T2 item2) => new(item1, item2);
    public static Tuple<T1, T2, T3> Create<T1, T2, T3>(T1 item1, T2 item2, T3 item3) => new(item1, item2, item3);
    public static Tuple<T1, T2, T3, T4> Create<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4) => new(item1, item2, item3, item4);
    public static Tuple<T1, T2, T3, T4, T5> Create<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) => new(item1, item2, item3, item4, item5);
    public static Tuple<T1, T2, T3, T4, T5, T6> Create<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) => new(item1, item2, item3, item4, item5, item6);
    public static Tuple<T1, T2, T3, T4, T5, T6, T7> Create<T1, T2, T3, T4, T5, T6, T7>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7) => new(item1, item2, item3, item4, item5, item6, item7);
}

public class Tuple<T1>(T1 item1) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 1;
    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        _ => throw new IndexOutOfRangeException(),
    };
}

public class Tuple<T1, T2>(T1 item1, T2 item2) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 2;
    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        _ => throw new IndexOutOfRangeException(),
    };
}

public class Tuple<T1, T2, T3>(T1 item1, T2 item2, T3 item3) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;
    public T3 Item3 { get; } = item3;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2, T3> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 3;
    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        _ => throw new IndexOutOfRangeException(),
    };
}

public class Tuple<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;
    public T3 Item3 { get; } = item3;
    public T4 Item4 { get; } = item4;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3, T4> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2, T3, T4> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 4;
    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        _ => throw new IndexOutOfRangeException(),
    };
}

public class Tuple<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;
    public T3 Item3 { get; } = item3;
    public T4 Item4 { get; } = item4;
    public T5 Item5 { get; } = item5;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3, T4, T5> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2, T3, T4, T5> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 5;
    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        _ => throw new IndexOutOfRangeException(),
    };
}

public class Tuple<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;
    public T3 Item3 { get; } = item3;
    public T4 Item4 { get; } = item4;
    public T5 Item5 { get; } = item5;
    public T6 Item6 { get; } = item6;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString(), Item6?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3, T4, T5, T6> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2, T3, T4, T5, T6> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 6;
    object? ITuple.this[int index] => index switch
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

public class Tuple<T1, T2, T3, T4, T5, T6, T7>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7) : IStructuralEquatable, IStructuralComparable, IComparable, ITuple
{
    public T1 Item1 { get; } = item1;
    public T2 Item2 { get; } = item2;
    public T3 Item3 { get; } = item3;
    public T4 Item4 { get; } = item4;
    public T5 Item5 { get; } = item5;
    public T6 Item6 { get; } = item6;
    public T7 Item7 { get; } = item7;

    public override bool Equals([NotNullWhen(true)] object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);
    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);
    public override string ToString() => string.Concat("(", string.Join(", ", [Item1?.ToString(), Item2?.ToString(), Item3?.ToString(), Item4?.ToString(), Item5?.ToString(), Item6?.ToString(), Item7?.ToString()]), ")");

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3, T4, T5, T6, T7> tuple && TupleSupport.AreEqual(this, tuple, comparer);
    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleSupport.HashCode(this, comparer);
    int IStructuralComparable.CompareTo(object? other, IComparer comparer) =>
        other is null ? 1 : other is Tuple<T1, T2, T3, T4, T5, T6, T7> tuple ? TupleSupport.Compare(this, tuple, comparer) : throw TupleSupport.WrongType(nameof(other));
    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int ITuple.Length => 7;
    object? ITuple.this[int index] => index switch
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
