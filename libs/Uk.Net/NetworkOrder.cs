// Integers in network byte order at a place whose length the caller has checked: the views' only way to their bytes.
// RFC 1700, "Data Notations": most significant byte first.

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Uk.EthDev;

namespace Uk.Net;

/// <summary>
/// Invariant of every call: the integer at <c>offset</c> lies inside the bytes that start at <c>first</c>.
/// </summary>
internal static class NetworkOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Load8(ref byte first, int offset) => Unsafe.Add(ref first, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Load16(ref byte first, int offset) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Load32(ref byte first, int offset) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MacAddress LoadMac(ref byte first, int offset) =>
        new(((ulong)Load32(ref first, offset) << 16) | Load16(ref first, offset + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store16(ref byte first, int offset, ushort value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, offset), BinaryPrimitives.ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store32(ref byte first, int offset, uint value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, offset), BinaryPrimitives.ReverseEndianness(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMac(ref byte first, int offset, MacAddress value)
    {
        Store32(ref first, offset, (uint)(value.Value >> 16));
        Store16(ref first, offset + 4, (ushort)value.Value);
    }
}
