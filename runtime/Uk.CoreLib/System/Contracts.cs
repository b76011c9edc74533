// Interfaces and small types that programs implement and use, and the core library only knows.

namespace System
{
    public interface ICustomFormatter
    {
        string Format(string? format, object? arg, IFormatProvider? formatProvider);
    }

    public interface IServiceProvider
    {
        object? GetService(Type serviceType);
    }

    public interface IObserver<in T>
    {
        void OnNext(T value);
        void OnError(Exception error);
        void OnCompleted();
    }

    public interface IObservable<out T>
    {
        IDisposable Subscribe(IObserver<T> observer);
    }

    public delegate void EventHandler<in TSender, in TEventArgs>(TSender sender, TEventArgs e) where TSender : allows ref struct where TEventArgs : allows ref struct;

    /// <summary>A value that a database does not have.</summary>
    public sealed class DBNull : IConvertible
    {
        public static readonly DBNull Value = new();

        private DBNull() { }

        public override string ToString() => "";
        public string ToString(IFormatProvider? provider) => "";
        public TypeCode GetTypeCode() => TypeCode.DBNull;

        private static InvalidCastException None => new("Object cannot be cast from DBNull to other types.");

        bool IConvertible.ToBoolean(IFormatProvider? provider) => throw None;
        char IConvertible.ToChar(IFormatProvider? provider) => throw None;
        sbyte IConvertible.ToSByte(IFormatProvider? provider) => throw None;
        byte IConvertible.ToByte(IFormatProvider? provider) => throw None;
        short IConvertible.ToInt16(IFormatProvider? provider) => throw None;
        ushort IConvertible.ToUInt16(IFormatProvider? provider) => throw None;
        int IConvertible.ToInt32(IFormatProvider? provider) => throw None;
        uint IConvertible.ToUInt32(IFormatProvider? provider) => throw None;
        long IConvertible.ToInt64(IFormatProvider? provider) => throw None;
        ulong IConvertible.ToUInt64(IFormatProvider? provider) => throw None;
        float IConvertible.ToSingle(IFormatProvider? provider) => throw None;
        double IConvertible.ToDouble(IFormatProvider? provider) => throw None;
        decimal IConvertible.ToDecimal(IFormatProvider? provider) => throw None;
        DateTime IConvertible.ToDateTime(IFormatProvider? provider) => throw None;
        object IConvertible.ToType(Type type, IFormatProvider? provider) => Convert.ToTypeOf(this, type, provider);
    }

    /// <summary>A value that is made when it is first asked for, and what it was made from.</summary>
    public class Lazy<T, TMetadata> : Lazy<T>
    {
        public Lazy(TMetadata metadata) => Metadata = metadata;
        public Lazy(TMetadata metadata, bool isThreadSafe) : base(isThreadSafe) => Metadata = metadata;
        public Lazy(TMetadata metadata, Threading.LazyThreadSafetyMode mode) : base(mode) => Metadata = metadata;
        public Lazy(Func<T> valueFactory, TMetadata metadata) : base(valueFactory) => Metadata = metadata;
        public Lazy(Func<T> valueFactory, TMetadata metadata, bool isThreadSafe) : base(valueFactory, isThreadSafe) => Metadata = metadata;
        public Lazy(Func<T> valueFactory, TMetadata metadata, Threading.LazyThreadSafetyMode mode) : base(valueFactory, mode) => Metadata = metadata;

        public TMetadata Metadata { get; }
    }
}

namespace System.Runtime.CompilerServices
{
    public interface IStrongBox
    {
        object? Value { get; set; }
    }

    /// <summary>A value that others can change: a field in an object.</summary>
    public class StrongBox<T> : IStrongBox
    {
        public T Value = default!;

        public StrongBox() { }
        public StrongBox(T value) => Value = value;

        object? IStrongBox.Value
        {
            get => Value;
            set => Value = (T)value!;
        }
    }
}
