// Attempts, floating-point numbers, wide integers and runs of integers in a fixed byte order.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Buffers.Binary;

public static unsafe partial class BinaryPrimitives
{
    private static bool TryRead<T>(ReadOnlySpan<byte> source, out T value, bool isBigEndian) where T : unmanaged
    {
        value = default;
        if (source.Length < sizeof(T)) return false;
        value = MemoryMarshal.Read<T>(source);
        if (isBigEndian) Reverse(ref value);
        return true;
    }

    private static void Reverse<T>(ref T value) where T : unmanaged =>
        new Span<byte>(Unsafe.AsPointer(ref value), sizeof(T)).Reverse();

    private static bool TryWrite<T>(Span<byte> destination, T value, bool isBigEndian) where T : unmanaged
    {
        if (destination.Length < sizeof(T)) return false;
        if (isBigEndian) Reverse(ref value);
        MemoryMarshal.Write(destination, in value);
        return true;
    }

    private static T Read<T>(ReadOnlySpan<byte> source, bool isBigEndian) where T : unmanaged
    {
        if (!TryRead(source, out T value, isBigEndian)) ThrowHelper.ArgumentOutOfRange("length");
        return value;
    }

    private static void Write<T>(Span<byte> destination, T value, bool isBigEndian) where T : unmanaged
    {
        if (!TryWrite(destination, value, isBigEndian)) ThrowHelper.ArgumentOutOfRange("length");
    }

    private static void Reverse<T>(ReadOnlySpan<T> source, Span<T> destination) where T : unmanaged
    {
        if (destination.Length < source.Length) throw new ArgumentException("Destination is too short.", nameof(destination));
        source.CopyTo(destination);
        for (int i = 0; i < source.Length; i++) Reverse(ref destination[i]);
    }

    public static sbyte ReverseEndianness(sbyte value) => value;

    public static nint ReverseEndianness(nint value)
    {
        Reverse(ref value);
        return value;
    }

    public static nuint ReverseEndianness(nuint value)
    {
        Reverse(ref value);
        return value;
    }

    public static Int128 ReverseEndianness(Int128 value)
    {
        Reverse(ref value);
        return value;
    }

    public static UInt128 ReverseEndianness(UInt128 value)
    {
        Reverse(ref value);
        return value;
    }

    public static void ReverseEndianness(ReadOnlySpan<ushort> source, Span<ushort> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<uint> source, Span<uint> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<ulong> source, Span<ulong> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<nuint> source, Span<nuint> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<UInt128> source, Span<UInt128> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<short> source, Span<short> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<int> source, Span<int> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<long> source, Span<long> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<nint> source, Span<nint> destination) => Reverse(source, destination);
    public static void ReverseEndianness(ReadOnlySpan<Int128> source, Span<Int128> destination) => Reverse(source, destination);

    public static bool TryReadInt16LittleEndian(ReadOnlySpan<byte> source, out short value) => TryRead(source, out value, false);
    public static bool TryWriteInt16LittleEndian(Span<byte> destination, short value) => TryWrite(destination, value, false);
    public static bool TryReadInt16BigEndian(ReadOnlySpan<byte> source, out short value) => TryRead(source, out value, true);
    public static bool TryWriteInt16BigEndian(Span<byte> destination, short value) => TryWrite(destination, value, true);

    public static bool TryReadUInt16LittleEndian(ReadOnlySpan<byte> source, out ushort value) => TryRead(source, out value, false);
    public static bool TryWriteUInt16LittleEndian(Span<byte> destination, ushort value) => TryWrite(destination, value, false);
    public static bool TryReadUInt16BigEndian(ReadOnlySpan<byte> source, out ushort value) => TryRead(source, out value, true);
    public static bool TryWriteUInt16BigEndian(Span<byte> destination, ushort value) => TryWrite(destination, value, true);

    public static bool TryReadInt32LittleEndian(ReadOnlySpan<byte> source, out int value) => TryRead(source, out value, false);
    public static bool TryWriteInt32LittleEndian(Span<byte> destination, int value) => TryWrite(destination, value, false);
    public static bool TryReadInt32BigEndian(ReadOnlySpan<byte> source, out int value) => TryRead(source, out value, true);
    public static bool TryWriteInt32BigEndian(Span<byte> destination, int value) => TryWrite(destination, value, true);

    public static bool TryReadUInt32LittleEndian(ReadOnlySpan<byte> source, out uint value) => TryRead(source, out value, false);
    public static bool TryWriteUInt32LittleEndian(Span<byte> destination, uint value) => TryWrite(destination, value, false);
    public static bool TryReadUInt32BigEndian(ReadOnlySpan<byte> source, out uint value) => TryRead(source, out value, true);
    public static bool TryWriteUInt32BigEndian(Span<byte> destination, uint value) => TryWrite(destination, value, true);

    public static bool TryReadInt64LittleEndian(ReadOnlySpan<byte> source, out long value) => TryRead(source, out value, false);
    public static bool TryWriteInt64LittleEndian(Span<byte> destination, long value) => TryWrite(destination, value, false);
    public static bool TryReadInt64BigEndian(ReadOnlySpan<byte> source, out long value) => TryRead(source, out value, true);
    public static bool TryWriteInt64BigEndian(Span<byte> destination, long value) => TryWrite(destination, value, true);

    public static bool TryReadUInt64LittleEndian(ReadOnlySpan<byte> source, out ulong value) => TryRead(source, out value, false);
    public static bool TryWriteUInt64LittleEndian(Span<byte> destination, ulong value) => TryWrite(destination, value, false);
    public static bool TryReadUInt64BigEndian(ReadOnlySpan<byte> source, out ulong value) => TryRead(source, out value, true);
    public static bool TryWriteUInt64BigEndian(Span<byte> destination, ulong value) => TryWrite(destination, value, true);

    public static Int128 ReadInt128LittleEndian(ReadOnlySpan<byte> source) => Read<Int128>(source, false);
    public static void WriteInt128LittleEndian(Span<byte> destination, Int128 value) => Write(destination, value, false);
    public static bool TryReadInt128LittleEndian(ReadOnlySpan<byte> source, out Int128 value) => TryRead(source, out value, false);
    public static bool TryWriteInt128LittleEndian(Span<byte> destination, Int128 value) => TryWrite(destination, value, false);
    public static Int128 ReadInt128BigEndian(ReadOnlySpan<byte> source) => Read<Int128>(source, true);
    public static void WriteInt128BigEndian(Span<byte> destination, Int128 value) => Write(destination, value, true);
    public static bool TryReadInt128BigEndian(ReadOnlySpan<byte> source, out Int128 value) => TryRead(source, out value, true);
    public static bool TryWriteInt128BigEndian(Span<byte> destination, Int128 value) => TryWrite(destination, value, true);

    public static UInt128 ReadUInt128LittleEndian(ReadOnlySpan<byte> source) => Read<UInt128>(source, false);
    public static void WriteUInt128LittleEndian(Span<byte> destination, UInt128 value) => Write(destination, value, false);
    public static bool TryReadUInt128LittleEndian(ReadOnlySpan<byte> source, out UInt128 value) => TryRead(source, out value, false);
    public static bool TryWriteUInt128LittleEndian(Span<byte> destination, UInt128 value) => TryWrite(destination, value, false);
    public static UInt128 ReadUInt128BigEndian(ReadOnlySpan<byte> source) => Read<UInt128>(source, true);
    public static void WriteUInt128BigEndian(Span<byte> destination, UInt128 value) => Write(destination, value, true);
    public static bool TryReadUInt128BigEndian(ReadOnlySpan<byte> source, out UInt128 value) => TryRead(source, out value, true);
    public static bool TryWriteUInt128BigEndian(Span<byte> destination, UInt128 value) => TryWrite(destination, value, true);

    public static nint ReadIntPtrLittleEndian(ReadOnlySpan<byte> source) => Read<nint>(source, false);
    public static void WriteIntPtrLittleEndian(Span<byte> destination, nint value) => Write(destination, value, false);
    public static bool TryReadIntPtrLittleEndian(ReadOnlySpan<byte> source, out nint value) => TryRead(source, out value, false);
    public static bool TryWriteIntPtrLittleEndian(Span<byte> destination, nint value) => TryWrite(destination, value, false);
    public static nint ReadIntPtrBigEndian(ReadOnlySpan<byte> source) => Read<nint>(source, true);
    public static void WriteIntPtrBigEndian(Span<byte> destination, nint value) => Write(destination, value, true);
    public static bool TryReadIntPtrBigEndian(ReadOnlySpan<byte> source, out nint value) => TryRead(source, out value, true);
    public static bool TryWriteIntPtrBigEndian(Span<byte> destination, nint value) => TryWrite(destination, value, true);

    public static nuint ReadUIntPtrLittleEndian(ReadOnlySpan<byte> source) => Read<nuint>(source, false);
    public static void WriteUIntPtrLittleEndian(Span<byte> destination, nuint value) => Write(destination, value, false);
    public static bool TryReadUIntPtrLittleEndian(ReadOnlySpan<byte> source, out nuint value) => TryRead(source, out value, false);
    public static bool TryWriteUIntPtrLittleEndian(Span<byte> destination, nuint value) => TryWrite(destination, value, false);
    public static nuint ReadUIntPtrBigEndian(ReadOnlySpan<byte> source) => Read<nuint>(source, true);
    public static void WriteUIntPtrBigEndian(Span<byte> destination, nuint value) => Write(destination, value, true);
    public static bool TryReadUIntPtrBigEndian(ReadOnlySpan<byte> source, out nuint value) => TryRead(source, out value, true);
    public static bool TryWriteUIntPtrBigEndian(Span<byte> destination, nuint value) => TryWrite(destination, value, true);

    public static Half ReadHalfLittleEndian(ReadOnlySpan<byte> source) => Read<Half>(source, false);
    public static void WriteHalfLittleEndian(Span<byte> destination, Half value) => Write(destination, value, false);
    public static bool TryReadHalfLittleEndian(ReadOnlySpan<byte> source, out Half value) => TryRead(source, out value, false);
    public static bool TryWriteHalfLittleEndian(Span<byte> destination, Half value) => TryWrite(destination, value, false);
    public static Half ReadHalfBigEndian(ReadOnlySpan<byte> source) => Read<Half>(source, true);
    public static void WriteHalfBigEndian(Span<byte> destination, Half value) => Write(destination, value, true);
    public static bool TryReadHalfBigEndian(ReadOnlySpan<byte> source, out Half value) => TryRead(source, out value, true);
    public static bool TryWriteHalfBigEndian(Span<byte> destination, Half value) => TryWrite(destination, value, true);

    public static float ReadSingleLittleEndian(ReadOnlySpan<byte> source) => Read<float>(source, false);
    public static void WriteSingleLittleEndian(Span<byte> destination, float value) => Write(destination, value, false);
    public static bool TryReadSingleLittleEndian(ReadOnlySpan<byte> source, out float value) => TryRead(source, out value, false);
    public static bool TryWriteSingleLittleEndian(Span<byte> destination, float value) => TryWrite(destination, value, false);
    public static float ReadSingleBigEndian(ReadOnlySpan<byte> source) => Read<float>(source, true);
    public static void WriteSingleBigEndian(Span<byte> destination, float value) => Write(destination, value, true);
    public static bool TryReadSingleBigEndian(ReadOnlySpan<byte> source, out float value) => TryRead(source, out value, true);
    public static bool TryWriteSingleBigEndian(Span<byte> destination, float value) => TryWrite(destination, value, true);

    public static double ReadDoubleLittleEndian(ReadOnlySpan<byte> source) => Read<double>(source, false);
    public static void WriteDoubleLittleEndian(Span<byte> destination, double value) => Write(destination, value, false);
    public static bool TryReadDoubleLittleEndian(ReadOnlySpan<byte> source, out double value) => TryRead(source, out value, false);
    public static bool TryWriteDoubleLittleEndian(Span<byte> destination, double value) => TryWrite(destination, value, false);
    public static double ReadDoubleBigEndian(ReadOnlySpan<byte> source) => Read<double>(source, true);
    public static void WriteDoubleBigEndian(Span<byte> destination, double value) => Write(destination, value, true);
    public static bool TryReadDoubleBigEndian(ReadOnlySpan<byte> source, out double value) => TryRead(source, out value, true);
    public static bool TryWriteDoubleBigEndian(Span<byte> destination, double value) => TryWrite(destination, value, true);
}
