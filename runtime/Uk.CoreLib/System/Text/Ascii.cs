// Text of ASCII characters, in bytes or UTF-16.

using System.Buffers;

namespace System.Text;

public static class Ascii
{
    private const byte FirstBeyond = 0x80;

    public static bool IsValid(byte value) => value < FirstBeyond;
    public static bool IsValid(char value) => value < FirstBeyond;

    public static bool IsValid(ReadOnlySpan<byte> value)
    {
        foreach (byte unit in value)
            if (unit >= FirstBeyond) return false;
        return true;
    }

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        foreach (char unit in value)
            if (unit >= FirstBeyond) return false;
        return true;
    }

    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => AreEqual<byte, ByteUnit, byte, ByteUnit>(left, right, false);
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<char> right) => AreEqual<byte, ByteUnit, char, CharUnit>(left, right, false);
    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<byte> right) => AreEqual<char, CharUnit, byte, ByteUnit>(left, right, false);
    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => AreEqual<char, CharUnit, char, CharUnit>(left, right, false);
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => AreEqual<byte, ByteUnit, byte, ByteUnit>(left, right, true);
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> left, ReadOnlySpan<char> right) => AreEqual<byte, ByteUnit, char, CharUnit>(left, right, true);
    public static bool EqualsIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<byte> right) => AreEqual<char, CharUnit, byte, ByteUnit>(left, right, true);
    public static bool EqualsIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => AreEqual<char, CharUnit, char, CharUnit>(left, right, true);

    /// <summary>What is beyond ASCII is equal to nothing.</summary>
    private static bool AreEqual<TLeft, TLeftUnit, TRight, TRightUnit>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, bool ignoreCase)
        where TLeftUnit : ITextUnit<TLeft> where TRightUnit : ITextUnit<TRight>
    {
        if (left.Length != right.Length) return false;
        for (int i = 0; i < left.Length; i++)
        {
            char a = TLeftUnit.ToChar(left[i]), b = TRightUnit.ToChar(right[i]);
            if (a >= FirstBeyond || (a != b && !(ignoreCase && char.IsAsciiLetter(a) && (a | 0x20) == (b | 0x20)))) return false;
        }
        return true;
    }

    public static OperationStatus FromUtf16(ReadOnlySpan<char> source, Span<byte> destination, out int bytesWritten) =>
        Copy<char, CharUnit, byte, ByteUnit>(source, destination, out bytesWritten, 0);
    public static OperationStatus ToUtf16(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
        Copy<byte, ByteUnit, char, CharUnit>(source, destination, out charsWritten, 0);
    public static OperationStatus ToUpper(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten) =>
        Copy<byte, ByteUnit, byte, ByteUnit>(source, destination, out bytesWritten, 'a');
    public static OperationStatus ToUpper(ReadOnlySpan<char> source, Span<char> destination, out int charsWritten) =>
        Copy<char, CharUnit, char, CharUnit>(source, destination, out charsWritten, 'a');
    public static OperationStatus ToUpper(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
        Copy<byte, ByteUnit, char, CharUnit>(source, destination, out charsWritten, 'a');
    public static OperationStatus ToUpper(ReadOnlySpan<char> source, Span<byte> destination, out int bytesWritten) =>
        Copy<char, CharUnit, byte, ByteUnit>(source, destination, out bytesWritten, 'a');
    public static OperationStatus ToLower(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten) =>
        Copy<byte, ByteUnit, byte, ByteUnit>(source, destination, out bytesWritten, 'A');
    public static OperationStatus ToLower(ReadOnlySpan<char> source, Span<char> destination, out int charsWritten) =>
        Copy<char, CharUnit, char, CharUnit>(source, destination, out charsWritten, 'A');
    public static OperationStatus ToLower(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
        Copy<byte, ByteUnit, char, CharUnit>(source, destination, out charsWritten, 'A');
    public static OperationStatus ToLower(ReadOnlySpan<char> source, Span<byte> destination, out int bytesWritten) =>
        Copy<char, CharUnit, byte, ByteUnit>(source, destination, out bytesWritten, 'A');
    public static OperationStatus ToUpperInPlace(Span<byte> value, out int bytesWritten) => ToUpper(value, value, out bytesWritten);
    public static OperationStatus ToUpperInPlace(Span<char> value, out int charsWritten) => ToUpper(value, value, out charsWritten);
    public static OperationStatus ToLowerInPlace(Span<byte> value, out int bytesWritten) => ToLower(value, value, out bytesWritten);
    public static OperationStatus ToLowerInPlace(Span<char> value, out int charsWritten) => ToLower(value, value, out charsWritten);

    /// <param name="firstChanged">The first of the letters that change case; 0 where none do.</param>
    private static OperationStatus Copy<TFrom, TFromUnit, TTo, TToUnit>(ReadOnlySpan<TFrom> source, Span<TTo> destination, out int written, uint firstChanged)
        where TFromUnit : ITextUnit<TFrom> where TToUnit : ITextUnit<TTo>
    {
        for (written = 0; written < source.Length; written++)
        {
            char c = TFromUnit.ToChar(source[written]);
            if (written == destination.Length) return OperationStatus.DestinationTooSmall;
            if (c >= FirstBeyond) return OperationStatus.InvalidData;
            bool changes = firstChanged != 0 && c - firstChanged <= 'z' - 'a';
            destination[written] = TToUnit.From(changes ? (char)(c ^ 0x20) : c);
        }
        return OperationStatus.Done;
    }

    public static Range Trim(ReadOnlySpan<byte> value) => Trim<byte, ByteUnit>(value, true, true);
    public static Range Trim(ReadOnlySpan<char> value) => Trim<char, CharUnit>(value, true, true);
    public static Range TrimStart(ReadOnlySpan<byte> value) => Trim<byte, ByteUnit>(value, true, false);
    public static Range TrimStart(ReadOnlySpan<char> value) => Trim<char, CharUnit>(value, true, false);
    public static Range TrimEnd(ReadOnlySpan<byte> value) => Trim<byte, ByteUnit>(value, false, true);
    public static Range TrimEnd(ReadOnlySpan<char> value) => Trim<char, CharUnit>(value, false, true);

    private static Range Trim<T, TUnit>(ReadOnlySpan<T> value, bool atStart, bool atEnd) where TUnit : ITextUnit<T>
    {
        int start = 0, end = value.Length;
        while (atStart && start < end && IsWhite(TUnit.ToChar(value[start]))) start++;
        while (atEnd && start < end && IsWhite(TUnit.ToChar(value[end - 1]))) end--;
        return start..end;
    }

    private static bool IsWhite(char c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';
}
