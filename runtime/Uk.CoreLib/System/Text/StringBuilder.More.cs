// Chunks, memory, numbers of every type, replacing by spans.

using System.Runtime.CompilerServices;

namespace System.Text;

public sealed unsafe partial class StringBuilder
{
    public StringBuilder(string? value, int startIndex, int length, int capacity) : this(Math.Max(capacity, length))
    {
        if (capacity < 0) ThrowHelper.ArgumentOutOfRange(nameof(capacity));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if (startIndex < 0) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (startIndex > (value?.Length ?? 0) - length) ThrowHelper.ArgumentOutOfRange(nameof(length));
        Append(value.AsSpan(startIndex, length));
    }

    public StringBuilder Append(ReadOnlyMemory<char> value) => Append(value.Span);
    public StringBuilder Append(float value) => Append(value.ToString());
    public StringBuilder Append(double value) => Append(value.ToString());

    public StringBuilder Append(char* value, int valueCount)
    {
        if (valueCount < 0) ThrowHelper.ArgumentOutOfRange(nameof(valueCount));
        return Append(new ReadOnlySpan<char>(value, valueCount));
    }

    public StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2) =>
        AppendFormat(provider, format, (ReadOnlySpan<object?>)[arg0, arg1, arg2]);

    public StringBuilder AppendFormat<TArg0>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0) => AppendFormat(provider, format, (ReadOnlySpan<object?>)[arg0]);

    public StringBuilder AppendFormat<TArg0, TArg1>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0, TArg1 arg1) =>
        AppendFormat(provider, format, (ReadOnlySpan<object?>)[arg0, arg1]);

    public StringBuilder AppendFormat<TArg0, TArg1, TArg2>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        AppendFormat(provider, format, (ReadOnlySpan<object?>)[arg0, arg1, arg2]);

    public StringBuilder AppendFormat(IFormatProvider? provider, CompositeFormat format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        ArgumentNullException.ThrowIfNull(args, nameof(args));
        return AppendFormat(provider, format, (ReadOnlySpan<object?>)args);
    }

    public StringBuilder AppendFormat(IFormatProvider? provider, CompositeFormat format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return Append(format.Apply(args, provider));
    }

    public StringBuilder Insert(int index, sbyte value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, byte value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, short value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, ushort value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, uint value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, ulong value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, float value) => Insert(index, value.ToString());
    public StringBuilder Insert(int index, double value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, char[]? value, int startIndex, int charCount)
    {
        if (value is null)
        {
            if (startIndex != 0 || charCount != 0) throw new ArgumentNullException(nameof(value));
            return this;
        }
        if (startIndex < 0) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (charCount < 0) ThrowHelper.ArgumentOutOfRange(nameof(charCount));
        if (startIndex > value.Length - charCount) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        return Insert(index, new ReadOnlySpan<char>(value, startIndex, charCount));
    }

    public StringBuilder Replace(ReadOnlySpan<char> oldValue, ReadOnlySpan<char> newValue) => Replace(oldValue, newValue, 0, _length);

    public StringBuilder Replace(ReadOnlySpan<char> oldValue, ReadOnlySpan<char> newValue, int startIndex, int count)
    {
        if (oldValue.IsEmpty) throw new ArgumentException("The value cannot be an empty string.", nameof(oldValue));
        return Replace(new string(oldValue), new string(newValue), startIndex, count);
    }

    public ChunkEnumerator GetChunks() => new(this);

    /// <summary>All of the text is one chunk.</summary>
    public struct ChunkEnumerator
    {
        private readonly StringBuilder _builder;
        private int _state;

        internal ChunkEnumerator(StringBuilder builder) => _builder = builder;

        public readonly ChunkEnumerator GetEnumerator() => this;

        public bool MoveNext() => _state++ == 0;

        public readonly ReadOnlyMemory<char> Current
        {
            get
            {
                if (_state != 1) ThrowHelper.InvalidOperation("Enumeration has either not started or has already finished.");
                return new ReadOnlyMemory<char>(_builder._chars, 0, _builder._length);
            }
        }
    }
}
