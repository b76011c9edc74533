// A Unicode scalar value: any code point but the surrogates. What it is in UTF-8 is in Utf8Sequence.cs.

using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace System.Text;

public readonly struct Rune : IComparable, IComparable<Rune>, IEquatable<Rune>, ISpanFormattable, IUtf8SpanFormattable
{
    private const uint FirstBeyond = 0x11_0000;

    private readonly uint _value;

    private Rune(uint value, bool _) => _value = value;

    public Rune(char ch)
    {
        if (char.IsSurrogate(ch)) ThrowHelper.ArgumentOutOfRange(nameof(ch));
        _value = ch;
    }

    public Rune(char highSurrogate, char lowSurrogate)
    {
        if (!char.IsHighSurrogate(highSurrogate)) ThrowHelper.ArgumentOutOfRange(nameof(highSurrogate));
        if (!char.IsLowSurrogate(lowSurrogate)) ThrowHelper.ArgumentOutOfRange(nameof(lowSurrogate));
        _value = (uint)char.ConvertToUtf32(highSurrogate, lowSurrogate);
    }

    public Rune(int value)
    {
        if (!IsValid(value)) ThrowHelper.ArgumentOutOfRange(nameof(value));
        _value = (uint)value;
    }

    public Rune(uint value)
    {
        if (!IsValid(value)) ThrowHelper.ArgumentOutOfRange(nameof(value));
        _value = value;
    }

    internal static Rune Unchecked(uint value) => new(value, true);

    public static Rune ReplacementChar => Unchecked(0xFFFD);

    public int Value => (int)_value;
    public bool IsAscii => _value < 0x80;
    public bool IsBmp => _value < 0x1_0000;
    public int Plane => (int)(_value >> 16);
    public int Utf16SequenceLength => IsBmp ? 1 : 2;
    public int Utf8SequenceLength => _value < 0x80 ? 1 : _value < 0x800 ? 2 : IsBmp ? 3 : 4;

    public static bool IsValid(int value) => IsValid((uint)value);
    public static bool IsValid(uint value) => value < 0xD800 || value - 0xE000 < FirstBeyond - 0xE000;

    public static bool TryCreate(char ch, out Rune result) => TryCreate((uint)ch, out result);
    public static bool TryCreate(int value, out Rune result) => TryCreate((uint)value, out result);

    public static bool TryCreate(uint value, out Rune result)
    {
        bool isValid = IsValid(value);
        result = Unchecked(isValid ? value : 0);
        return isValid;
    }

    public static bool TryCreate(char highSurrogate, char lowSurrogate, out Rune result)
    {
        bool isPair = char.IsSurrogatePair(highSurrogate, lowSurrogate);
        result = isPair ? new Rune(highSurrogate, lowSurrogate) : default;
        return isPair;
    }

    public static OperationStatus DecodeFromUtf16(ReadOnlySpan<char> source, out Rune result, out int charsConsumed)
    {
        result = ReplacementChar;
        charsConsumed = 0;
        if (source.IsEmpty) return OperationStatus.NeedMoreData;
        charsConsumed = 1;
        if (TryCreate(source[0], out Rune single))
        {
            result = single;
            return OperationStatus.Done;
        }
        if (!char.IsHighSurrogate(source[0])) return OperationStatus.InvalidData;
        if (source.Length == 1) return OperationStatus.NeedMoreData;
        if (!char.IsLowSurrogate(source[1])) return OperationStatus.InvalidData;
        result = new Rune(source[0], source[1]);
        charsConsumed = 2;
        return OperationStatus.Done;
    }

    public static OperationStatus DecodeFromUtf8(ReadOnlySpan<byte> source, out Rune result, out int bytesConsumed)
    {
        OperationStatus status = Utf8Sequence.Decode(source, out uint value, out bytesConsumed);
        result = status == OperationStatus.Done ? Unchecked(value) : ReplacementChar;
        return status;
    }

    public static OperationStatus DecodeLastFromUtf16(ReadOnlySpan<char> source, out Rune result, out int charsConsumed)
    {
        if (source.Length >= 2 && char.IsSurrogatePair(source[^2], source[^1])) return DecodeFromUtf16(source.Slice(source.Length - 2), out result, out charsConsumed);
        return DecodeFromUtf16(source.Slice(Math.Max(source.Length - 1, 0)), out result, out charsConsumed);
    }

    public static OperationStatus DecodeLastFromUtf8(ReadOnlySpan<byte> source, out Rune result, out int bytesConsumed)
    {
        // The longest sequence that ends where the source ends.
        for (int length = Math.Min(4, source.Length); length > 0; length--)
        {
            OperationStatus status = DecodeFromUtf8(source.Slice(source.Length - length), out result, out bytesConsumed);
            if (bytesConsumed == length && (length == 1 || status != OperationStatus.InvalidData || Utf8Sequence.IsLead(source[^length]))) return status;
        }
        return DecodeFromUtf8(default, out result, out bytesConsumed);
    }

    public int EncodeToUtf16(Span<char> destination) =>
        TryEncodeToUtf16(destination, out int written) ? written : throw new ArgumentException("Destination is too short.", nameof(destination));

    public int EncodeToUtf8(Span<byte> destination) =>
        TryEncodeToUtf8(destination, out int written) ? written : throw new ArgumentException("Destination is too short.", nameof(destination));

    public bool TryEncodeToUtf16(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (destination.Length < Utf16SequenceLength) return false;
        charsWritten = Utf16SequenceLength;
        if (IsBmp) destination[0] = (char)_value;
        else (destination[0], destination[1]) = ((char)(0xD7C0 + (_value >> 10)), (char)(0xDC00 + (_value & 0x3FF)));
        return true;
    }

    public bool TryEncodeToUtf8(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < Utf8SequenceLength) return false;
        bytesWritten = Utf8Sequence.Encode(_value, destination);
        return true;
    }

    public static Rune GetRuneAt(string input, int index) =>
        TryGetRuneAt(input, index, out Rune value) ? value : throw new ArgumentException("Cannot extract a Unicode scalar value from the specified index in the input.", nameof(index));

    public static bool TryGetRuneAt(string input, int index, out Rune value)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        if ((uint)index >= (uint)input.Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        bool isWhole = DecodeFromUtf16(input.AsSpan(index), out value, out _) == OperationStatus.Done;
        if (!isWhole) value = default;
        return isWhole;
    }

    public static bool IsControl(Rune value) => value.IsBmp && char.IsControl((char)value._value);
    public static bool IsWhiteSpace(Rune value) => value.IsBmp && char.IsWhiteSpace((char)value._value);

    public override string ToString()
    {
        Span<char> room = stackalloc char[2];
        TryEncodeToUtf16(room, out int length);
        return new string(room.Slice(0, length));
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryEncodeToUtf16(destination, out charsWritten);
    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryEncodeToUtf8(utf8Destination, out bytesWritten);

    public static explicit operator Rune(char ch) => new(ch);
    public static explicit operator Rune(int value) => new(value);
    public static explicit operator Rune(uint value) => new(value);
    public static bool operator ==(Rune left, Rune right) => left._value == right._value;
    public static bool operator !=(Rune left, Rune right) => left._value != right._value;
    public static bool operator <(Rune left, Rune right) => left._value < right._value;
    public static bool operator <=(Rune left, Rune right) => left._value <= right._value;
    public static bool operator >(Rune left, Rune right) => left._value > right._value;
    public static bool operator >=(Rune left, Rune right) => left._value >= right._value;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Rune other && this == other;
    public bool Equals(Rune other) => this == other;
    public override int GetHashCode() => Value;
    public int CompareTo(Rune other) => Value - other.Value;
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : obj is Rune other ? CompareTo(other) : throw new ArgumentException("Object must be of type Rune.");
}
