// Integers of any length as bytes, in either order: what IBinaryInteger reads and writes.

namespace System.Numerics;

internal static class IntegerBytes
{
    internal static bool TryReadBigEndian(ReadOnlySpan<byte> source, bool isUnsigned, int size, bool isSigned, out ulong bits)
    {
        ulong value = 0;
        bool isNegative = source.Length != 0 && !isUnsigned && (sbyte)source[0] < 0;
        bool fits = Extra(source.Slice(0, Math.Max(source.Length - size, 0)), isNegative);
        foreach (byte part in source.Slice(Math.Max(source.Length - size, 0))) value = (value << 8) | part;
        return Finish(value, source.Length, size, isNegative, isUnsigned, isSigned, fits, out bits);
    }

    internal static bool TryReadLittleEndian(ReadOnlySpan<byte> source, bool isUnsigned, int size, bool isSigned, out ulong bits)
    {
        ulong value = 0;
        bool isNegative = source.Length != 0 && !isUnsigned && (sbyte)source[source.Length - 1] < 0;
        int taken = Math.Min(source.Length, size);
        bool fits = Extra(source.Slice(taken), isNegative);
        for (int i = taken - 1; i >= 0; i--) value = (value << 8) | source[i];
        return Finish(value, source.Length, size, isNegative, isUnsigned, isSigned, fits, out bits);
    }

    /// <summary>The bytes that the integer has no room for must repeat its sign.</summary>
    private static bool Extra(ReadOnlySpan<byte> bytes, bool isNegative)
    {
        foreach (byte part in bytes)
            if (part != (isNegative ? 0xFF : 0)) return false;
        return true;
    }

    private static bool Finish(
        ulong value, int length, int size, bool isNegative, bool isUnsigned, bool isSigned, bool fits, out ulong bits)
    {
        bits = 0;
        if (!fits || (isNegative && !isSigned)) return false;
        bool topBit = length >= size && (value >> (size * 8 - 1)) != 0;
        // A longer or unsigned source has its sign elsewhere: the top bit of the integer must agree with it.
        if (isSigned && topBit != isNegative && length >= size) return false;
        if (isNegative && length < size) value |= ulong.MaxValue << (length * 8);
        bits = value;
        return true;
    }

    internal static bool TryWriteBigEndian(ulong bits, int size, Span<byte> destination, out int written)
    {
        written = destination.Length < size ? 0 : size;
        for (int i = 0; i < written; i++) destination[i] = (byte)(bits >> ((size - 1 - i) * 8));
        return written != 0;
    }

    internal static bool TryWriteLittleEndian(ulong bits, int size, Span<byte> destination, out int written)
    {
        written = destination.Length < size ? 0 : size;
        for (int i = 0; i < written; i++) destination[i] = (byte)(bits >> (i * 8));
        return written != 0;
    }
}
