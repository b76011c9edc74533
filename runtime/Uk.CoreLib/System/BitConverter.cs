// Numbers as bytes, in the processor's order: little-endian.

using System.Runtime.CompilerServices;

namespace System;

public static unsafe class BitConverter
{
    public static readonly bool IsLittleEndian = true;

    [Intrinsic] public static long DoubleToInt64Bits(double value) => *(long*)&value;
    [Intrinsic] public static double Int64BitsToDouble(long value) => *(double*)&value;
    [Intrinsic] public static int SingleToInt32Bits(float value) => *(int*)&value;
    [Intrinsic] public static float Int32BitsToSingle(int value) => *(float*)&value;
    [Intrinsic] public static ulong DoubleToUInt64Bits(double value) => *(ulong*)&value;
    [Intrinsic] public static double UInt64BitsToDouble(ulong value) => *(double*)&value;
    [Intrinsic] public static uint SingleToUInt32Bits(float value) => *(uint*)&value;
    [Intrinsic] public static float UInt32BitsToSingle(uint value) => *(float*)&value;

    public static byte[] GetBytes(bool value) => [value ? (byte)1 : (byte)0];
    public static byte[] GetBytes(char value) => Bytes(value);
    public static byte[] GetBytes(short value) => Bytes(value);
    public static byte[] GetBytes(ushort value) => Bytes(value);
    public static byte[] GetBytes(int value) => Bytes(value);
    public static byte[] GetBytes(uint value) => Bytes(value);
    public static byte[] GetBytes(long value) => Bytes(value);
    public static byte[] GetBytes(ulong value) => Bytes(value);
    public static byte[] GetBytes(float value) => Bytes(value);
    public static byte[] GetBytes(double value) => Bytes(value);

    private static byte[] Bytes<T>(T value) where T : unmanaged => new ReadOnlySpan<byte>(&value, sizeof(T)).ToArray();

    public static bool TryWriteBytes(Span<byte> destination, bool value) => TryWrite(destination, (byte)(value ? 1 : 0));
    public static bool TryWriteBytes(Span<byte> destination, char value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, short value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, ushort value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, int value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, uint value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, long value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, ulong value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, float value) => TryWrite(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, double value) => TryWrite(destination, value);

    private static bool TryWrite<T>(Span<byte> destination, T value) where T : unmanaged =>
        new ReadOnlySpan<byte>(&value, sizeof(T)).TryCopyTo(destination);

    public static bool ToBoolean(byte[] value, int startIndex) => At(value, startIndex, 1)[0] != 0;
    public static char ToChar(byte[] value, int startIndex) => ToChar(At(value, startIndex, sizeof(char)));
    public static short ToInt16(byte[] value, int startIndex) => ToInt16(At(value, startIndex, sizeof(short)));
    public static ushort ToUInt16(byte[] value, int startIndex) => ToUInt16(At(value, startIndex, sizeof(ushort)));
    public static int ToInt32(byte[] value, int startIndex) => ToInt32(At(value, startIndex, sizeof(int)));
    public static uint ToUInt32(byte[] value, int startIndex) => ToUInt32(At(value, startIndex, sizeof(uint)));
    public static long ToInt64(byte[] value, int startIndex) => ToInt64(At(value, startIndex, sizeof(long)));
    public static ulong ToUInt64(byte[] value, int startIndex) => ToUInt64(At(value, startIndex, sizeof(ulong)));
    public static float ToSingle(byte[] value, int startIndex) => ToSingle(At(value, startIndex, sizeof(float)));
    public static double ToDouble(byte[] value, int startIndex) => ToDouble(At(value, startIndex, sizeof(double)));

    private static ReadOnlySpan<byte> At(byte[] value, int startIndex, int size)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if ((uint)startIndex >= (uint)value.Length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (startIndex > value.Length - size)
            throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.", nameof(value));
        return new ReadOnlySpan<byte>(value, startIndex, size);
    }

    public static bool ToBoolean(ReadOnlySpan<byte> value) => Read<byte>(value) != 0;
    public static char ToChar(ReadOnlySpan<byte> value) => Read<char>(value);
    public static short ToInt16(ReadOnlySpan<byte> value) => Read<short>(value);
    public static ushort ToUInt16(ReadOnlySpan<byte> value) => Read<ushort>(value);
    public static int ToInt32(ReadOnlySpan<byte> value) => Read<int>(value);
    public static uint ToUInt32(ReadOnlySpan<byte> value) => Read<uint>(value);
    public static long ToInt64(ReadOnlySpan<byte> value) => Read<long>(value);
    public static ulong ToUInt64(ReadOnlySpan<byte> value) => Read<ulong>(value);
    public static float ToSingle(ReadOnlySpan<byte> value) => Read<float>(value);
    public static double ToDouble(ReadOnlySpan<byte> value) => Read<double>(value);

    private static T Read<T>(ReadOnlySpan<byte> value) where T : unmanaged
    {
        if (value.Length < sizeof(T)) ThrowHelper.ArgumentOutOfRange(nameof(value));
        return Unsafe.ReadUnaligned<T>(ref value._reference);
    }

    /// <summary>Pairs of hexadecimal digits with dashes between them.</summary>
    public static string ToString(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return ToString(value, 0, value.Length);
    }

    public static string ToString(byte[] value, int startIndex) => ToString(value, startIndex, value.Length - startIndex);

    public static string ToString(byte[] value, int startIndex, int length)
    {
        ReadOnlySpan<byte> bytes = new(value, startIndex, length);
        if (bytes.IsEmpty) return "";
        string result = string.FastAllocateString(bytes.Length * 3 - 1);
        Span<char> chars = result.Writable;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (i != 0) chars[i * 3 - 1] = '-';
            chars[i * 3] = "0123456789ABCDEF"[bytes[i] >> 4];
            chars[i * 3 + 1] = "0123456789ABCDEF"[bytes[i] & 15];
        }
        return result;
    }

    public static short HalfToInt16Bits(Half value) => (short)value.Bits;
    public static ushort HalfToUInt16Bits(Half value) => value.Bits;
    public static Half Int16BitsToHalf(short value) => new((ushort)value);
    public static Half UInt16BitsToHalf(ushort value) => new(value);

    public static byte[] GetBytes(Half value) => GetBytes(value.Bits);
    public static Half ToHalf(byte[] value, int startIndex) => new(ToUInt16(value, startIndex));
    public static Half ToHalf(ReadOnlySpan<byte> value) => new(ToUInt16(value));
    public static bool TryWriteBytes(Span<byte> destination, Half value) => TryWriteBytes(destination, value.Bits);

    private const int WideSize = 16;

    public static byte[] GetBytes(UInt128 value)
    {
        byte[] result = new byte[WideSize];
        Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(result, value);
        return result;
    }

    public static byte[] GetBytes(Int128 value) => GetBytes((UInt128)value);

    public static UInt128 ToUInt128(ReadOnlySpan<byte> value)
    {
        if (value.Length < WideSize) ThrowHelper.ArgumentOutOfRange(nameof(value));
        return Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(value);
    }

    public static Int128 ToInt128(ReadOnlySpan<byte> value) => (Int128)ToUInt128(value);

    public static UInt128 ToUInt128(byte[] value, int startIndex)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if ((uint)startIndex >= (uint)value.Length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if (startIndex > value.Length - WideSize) throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.", nameof(value));
        return ToUInt128(value.AsSpan(startIndex));
    }

    public static Int128 ToInt128(byte[] value, int startIndex) => (Int128)ToUInt128(value, startIndex);

    public static bool TryWriteBytes(Span<byte> destination, UInt128 value) => Buffers.Binary.BinaryPrimitives.TryWriteUInt128LittleEndian(destination, value);
    public static bool TryWriteBytes(Span<byte> destination, Int128 value) => TryWriteBytes(destination, (UInt128)value);
}
