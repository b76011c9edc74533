// Order: of values that know theirs, and by a function.

namespace System.Collections.Generic;

public interface IComparer<in T> where T : allows ref struct
{
    int Compare(T? x, T? y);
}

public abstract class Comparer<T> : IComparer<T>, IComparer
{
    public static Comparer<T> Default { get; } = new DefaultOrder<T>();

    public abstract int Compare(T? x, T? y);

    public static Comparer<T> Create(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison, nameof(comparison));
        return new ComparisonComparer<T>(comparison);
    }

    int IComparer.Compare(object? x, object? y)
    {
        if (x is null) return y is null ? 0 : -1;
        if (y is null) return 1;
        if (x is T left && y is T right) return Compare(left, right);
        throw new ArgumentException("Type of argument is not compatible with the generic comparer.");
    }
}

/// <summary>Null comes first. A type without an order is an error when two of its values meet.</summary>
internal sealed class DefaultOrder<T> : Comparer<T>
{
    public override int Compare(T? x, T? y) => Order(x, y);

    [Runtime.CompilerServices.MethodImpl(Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    internal static int Order(T? x, T? y)
    {
        if (x is null) return y is null ? 0 : -1;
        if (y is null) return 1;
        if (x is IComparable<T>) return ((IComparable<T>)x).CompareTo(y);
        if (x is IComparable) return ((IComparable)x).CompareTo(y);
        throw new ArgumentException("At least one object must implement IComparable.");
    }

    public override bool Equals(object? obj) => obj is DefaultOrder<T>;
    public override int GetHashCode() => 0;
}

internal sealed class ComparisonComparer<T>(Comparison<T> comparison) : Comparer<T>
{
    public override int Compare(T? x, T? y) => comparison(x!, y!);
}
