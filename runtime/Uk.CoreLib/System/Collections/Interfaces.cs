// The interfaces of collections, as .NET declares them.

namespace System.Collections
{
    public interface IEnumerator
    {
        bool MoveNext();
        object? Current { get; }
        void Reset();
    }

    public interface IEnumerable
    {
        IEnumerator GetEnumerator();
    }
}

namespace System.Collections.Generic
{
    public interface IEnumerator<out T> : IEnumerator, IDisposable where T : allows ref struct
    {
        new T Current { get; }
    }

    public interface IEnumerable<out T> : IEnumerable where T : allows ref struct
    {
        new IEnumerator<T> GetEnumerator();
    }

    public interface IReadOnlyCollection<out T> : IEnumerable<T>
    {
        int Count { get; }
    }

    public interface IReadOnlyList<out T> : IReadOnlyCollection<T>
    {
        T this[int index] { get; }
    }

    public interface ICollection<T> : IEnumerable<T>
    {
        int Count { get; }
        bool IsReadOnly { get; }
        void Add(T item);
        void Clear();
        bool Contains(T item);
        void CopyTo(T[] array, int arrayIndex);
        bool Remove(T item);
    }

    public interface IList<T> : ICollection<T>
    {
        T this[int index] { get; set; }
        int IndexOf(T item);
        void Insert(int index, T item);
        void RemoveAt(int index);
    }

    public interface IEqualityComparer<in T> where T : allows ref struct
    {
        bool Equals(T? x, T? y);
        int GetHashCode([Diagnostics.CodeAnalysis.DisallowNull] T obj);
    }

    public abstract class EqualityComparer<T> : IEqualityComparer<T>
    {
        public static EqualityComparer<T> Default { get; } = new DefaultComparer<T>();

        public abstract bool Equals(T? x, T? y);
        public abstract int GetHashCode([Diagnostics.CodeAnalysis.DisallowNull] T obj);

        /// <summary>What Default does, without an object: compiled for each T, so that nothing is boxed.</summary>
        internal static bool AreEqual(T? x, T? y)
        {
            if (x is null) return y is null;
            return x is IEquatable<T> equatable ? equatable.Equals(y) : x.Equals(y);
        }
    }

    internal sealed class DefaultComparer<T> : EqualityComparer<T>
    {
        public override bool Equals(T? x, T? y) => AreEqual(x, y);
        public override int GetHashCode(T obj) => obj?.GetHashCode() ?? 0;
    }
}
