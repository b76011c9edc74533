namespace System.Collections.Generic;

public interface IEqualityComparer<in T> where T : allows ref struct
{
    bool Equals(T? x, T? y);
    int GetHashCode([Diagnostics.CodeAnalysis.DisallowNull] T obj);
}

public abstract class EqualityComparer<T> : IEqualityComparer<T>, IEqualityComparer
{
    public static EqualityComparer<T> Default { get; } = new DefaultComparer<T>();

    public abstract bool Equals(T? x, T? y);
    public abstract int GetHashCode([Diagnostics.CodeAnalysis.DisallowNull] T obj);

    public static EqualityComparer<T> Create(Func<T?, T?, bool> equals, Func<T, int>? getHashCode = null)
    {
        ArgumentNullException.ThrowIfNull(equals, nameof(equals));
        return new FunctionComparer<T>(equals, getHashCode);
    }

    bool IEqualityComparer.Equals(object? x, object? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null) return false;
        if (x is T left && y is T right) return Equals(left, right);
        throw new ArgumentException("Type of argument is not compatible with the generic comparer.");
    }

    int IEqualityComparer.GetHashCode(object? obj) =>
        obj is null ? 0
        : obj is T value ? GetHashCode(value)
        : throw new ArgumentException("Type of argument is not compatible with the generic comparer.");

    /// <summary>What Default does, without an object: compiled for each T, so that nothing is boxed.</summary>
    [Runtime.CompilerServices.MethodImpl(Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    internal static bool AreEqual(T? x, T? y)
    {
        if (default(T) is null) return AreReferencesEqual(x, y);
        // Asked, then cast: the compiler knows the answer, and makes no box for a cast that is called upon at once.
        return x is IEquatable<T> ? ((IEquatable<T>)x).Equals(y) : x!.Equals(y);
    }

    /// <summary>Of objects, and of values that may be null.</summary>
    private static bool AreReferencesEqual(T? x, T? y)
    {
        if (x is null) return y is null;
        // By far the most frequent reference that is compared, and its meaning is the same whatever T is.
        if (x is string text) return y is string other && string.Equals(text, other);
        return x is IEquatable<T> equatable ? equatable.Equals(y) : x.Equals(y);
    }
}

internal sealed class DefaultComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y) => AreEqual(x, y);
    public override int GetHashCode(T obj) => obj?.GetHashCode() ?? 0;
    public override bool Equals(object? obj) => obj is DefaultComparer<T>;
    public override int GetHashCode() => 1;
}

internal sealed class FunctionComparer<T>(Func<T?, T?, bool> equals, Func<T, int>? getHashCode) : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y) => equals(x, y);
    public override int GetHashCode(T obj) =>
        getHashCode is null ? throw new NotSupportedException("Specified method is not supported.") : getHashCode(obj);
}
