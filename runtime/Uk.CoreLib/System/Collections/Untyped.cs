// The interfaces and comparers of collections that do not know their element type.

namespace System.Collections
{
    public interface IDictionary : ICollection
    {
        object? this[object key] { get; set; }
        ICollection Keys { get; }
        ICollection Values { get; }
        bool IsFixedSize { get; }
        bool IsReadOnly { get; }
        void Add(object key, object? value);
        void Clear();
        bool Contains(object key);
        new IDictionaryEnumerator GetEnumerator();
        void Remove(object key);
    }

    public interface IDictionaryEnumerator : IEnumerator
    {
        DictionaryEntry Entry { get; }
        object Key { get; }
        object? Value { get; }
    }

    public struct DictionaryEntry(object key, object? value)
    {
        public object Key { readonly get; set; } = key;
        public object? Value { readonly get; set; } = value;

        [ComponentModel.EditorBrowsable(ComponentModel.EditorBrowsableState.Never)]
        public readonly void Deconstruct(out object key, out object? value)
        {
            key = Key;
            value = Value;
        }

        public override readonly string ToString() => string.Concat(string.Concat("[", Key?.ToString(), ", "), Value?.ToString(), "]");
    }

    public sealed class Comparer : IComparer
    {
        public static readonly Comparer Default = new();
        public static readonly Comparer DefaultInvariant = Default;

        private Comparer() { }

        public Comparer(Globalization.CultureInfo culture) => ArgumentNullException.ThrowIfNull(culture, nameof(culture));

        public int Compare(object? a, object? b)
        {
            if (a == b) return 0;
            if (a is null) return -1;
            if (b is null) return 1;
            if (a is IComparable left) return left.CompareTo(b);
            if (b is IComparable right) return -right.CompareTo(a);
            throw new ArgumentException("At least one object must implement IComparable.");
        }
    }
}

namespace System.Collections.Generic
{
    public sealed class ReferenceEqualityComparer : IEqualityComparer<object?>, IEqualityComparer
    {
        private ReferenceEqualityComparer() { }

        public static ReferenceEqualityComparer Instance { get; } = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);
        public int GetHashCode(object? obj) => Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }

    /// <summary>Compares what a collection holds with keys of another type: spans with strings.</summary>
    public interface IAlternateEqualityComparer<in TAlternate, T> where TAlternate : allows ref struct where T : allows ref struct
    {
        bool Equals(TAlternate alternate, T other);
        int GetHashCode(TAlternate alternate);
        T Create(TAlternate alternate);
    }

    /// <summary>
    /// .NET's collections ask this for the comparer that a user gave, because theirs may have replaced it. Here none is ever replaced.
    /// </summary>
    internal class NonRandomizedStringEqualityComparer
    {
        internal static IEqualityComparer<string>? GetStringComparer(object? comparer) => null;
        internal virtual IEqualityComparer<string?> GetUnderlyingEqualityComparer() => EqualityComparer<string?>.Default;
    }
}

namespace System
{
    public class RankException : SystemException
    {
        public RankException() : base("Attempted to operate on an array with the incorrect number of dimensions.") { }
        public RankException(string? message) : base(message) { }
        public RankException(string? message, Exception? innerException) : base(message, innerException) { }
    }
}
