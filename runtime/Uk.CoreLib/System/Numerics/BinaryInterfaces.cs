// Numbers made of bits.

// A constraint that allows a nullable TSelf, as .NET's does, makes the compiler warn at every use of one.
#pragma warning disable CS8602, CS8631

using System.Diagnostics.CodeAnalysis;

namespace System.Numerics;

public interface IBinaryNumber<TSelf> : IBitwiseOperators<TSelf, TSelf, TSelf>, INumber<TSelf> where TSelf : IBinaryNumber<TSelf>?
{
    static virtual TSelf AllBitsSet => ~TSelf.Zero;
    static abstract bool IsPow2(TSelf value);
    static abstract TSelf Log2(TSelf value);
}

public interface IBinaryInteger<TSelf> : IBinaryNumber<TSelf>, IShiftOperators<TSelf, int, TSelf> where TSelf : IBinaryInteger<TSelf>?
{
    static virtual (TSelf Quotient, TSelf Remainder) DivRem(TSelf left, TSelf right)
    {
        TSelf quotient = left / right;
        return (quotient, left - quotient * right);
    }

    static virtual TSelf LeadingZeroCount(TSelf value)
    {
        TSelf bits = TSelf.CreateChecked(value.GetByteCount() * 8L);
        return TSelf.IsZero(value) ? bits : bits - TSelf.One - (TSelf.IsNegative(value) ? bits - TSelf.One : TSelf.Log2(value));
    }

    static abstract TSelf PopCount(TSelf value);

    static virtual TSelf ReadBigEndian(byte[] source, bool isUnsigned) => TSelf.ReadBigEndian(new ReadOnlySpan<byte>(source), isUnsigned);
    static virtual TSelf ReadBigEndian(byte[] source, int startIndex, bool isUnsigned) =>
        TSelf.ReadBigEndian(new ReadOnlySpan<byte>(source).Slice(startIndex), isUnsigned);
    static virtual TSelf ReadBigEndian(ReadOnlySpan<byte> source, bool isUnsigned) =>
        TSelf.TryReadBigEndian(source, isUnsigned, out TSelf value) ? value : throw new OverflowException();
    static virtual TSelf ReadLittleEndian(byte[] source, bool isUnsigned) => TSelf.ReadLittleEndian(new ReadOnlySpan<byte>(source), isUnsigned);
    static virtual TSelf ReadLittleEndian(byte[] source, int startIndex, bool isUnsigned) =>
        TSelf.ReadLittleEndian(new ReadOnlySpan<byte>(source).Slice(startIndex), isUnsigned);
    static virtual TSelf ReadLittleEndian(ReadOnlySpan<byte> source, bool isUnsigned) =>
        TSelf.TryReadLittleEndian(source, isUnsigned, out TSelf value) ? value : throw new OverflowException();

    static virtual TSelf RotateLeft(TSelf value, int rotateAmount)
    {
        int bits = checked(value.GetByteCount() * 8);
        return (value << rotateAmount) | (value >>> (bits - rotateAmount));
    }

    static virtual TSelf RotateRight(TSelf value, int rotateAmount)
    {
        int bits = checked(value.GetByteCount() * 8);
        return (value >>> rotateAmount) | (value << (bits - rotateAmount));
    }

    static abstract TSelf TrailingZeroCount(TSelf value);
    static abstract bool TryReadBigEndian(ReadOnlySpan<byte> source, bool isUnsigned, out TSelf value);
    static abstract bool TryReadLittleEndian(ReadOnlySpan<byte> source, bool isUnsigned, out TSelf value);

    int GetByteCount();
    int GetShortestBitLength();
    bool TryWriteBigEndian(Span<byte> destination, out int bytesWritten);
    bool TryWriteLittleEndian(Span<byte> destination, out int bytesWritten);

    int WriteBigEndian(byte[] destination) => WriteBigEndian(new Span<byte>(destination));
    int WriteBigEndian(byte[] destination, int startIndex) => WriteBigEndian(new Span<byte>(destination).Slice(startIndex));
    int WriteBigEndian(Span<byte> destination)
    {
        if (!TryWriteBigEndian(destination, out int written)) Utf8Number.ThrowTooShort();
        return written;
    }

    int WriteLittleEndian(byte[] destination) => WriteLittleEndian(new Span<byte>(destination));
    int WriteLittleEndian(byte[] destination, int startIndex) => WriteLittleEndian(new Span<byte>(destination).Slice(startIndex));
    int WriteLittleEndian(Span<byte> destination)
    {
        if (!TryWriteLittleEndian(destination, out int written)) Utf8Number.ThrowTooShort();
        return written;
    }
}
