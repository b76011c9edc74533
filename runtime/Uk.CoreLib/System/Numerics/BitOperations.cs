// Bit twiddling that the compiler turns into single instructions where the processor has them; the bodies serve
// processors without (x86-64-v1 has no lzcnt, tzcnt or popcnt).

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace System.Numerics;

public static class BitOperations
{
    public static bool IsPow2(int value) => (value & (value - 1)) == 0 && value > 0;
    public static bool IsPow2(uint value) => (value & (value - 1)) == 0 && value != 0;
    public static bool IsPow2(long value) => (value & (value - 1)) == 0 && value > 0;
    public static bool IsPow2(ulong value) => (value & (value - 1)) == 0 && value != 0;
    public static bool IsPow2(nint value) => (value & (value - 1)) == 0 && value > 0;
    public static bool IsPow2(nuint value) => (value & (value - 1)) == 0 && value != 0;

    public static uint RoundUpToPowerOf2(uint value) => (uint)(0x1_0000_0000ul >> LeadingZeroCount(value - 1));
    public static ulong RoundUpToPowerOf2(ulong value)
    {
        int shift = 64 - LeadingZeroCount(value - 1);
        return (1ul ^ (ulong)(shift >> 6)) << shift;
    }

    public static int Log2(uint value) => 31 ^ LeadingZeroCount(value | 1);
    public static int Log2(ulong value) => 63 ^ LeadingZeroCount(value | 1);

    [Intrinsic]
    public static int LeadingZeroCount(uint value) => value == 0 ? 32 : LeadingZeroCount((ulong)value) - 32;

    [Intrinsic]
    public static int LeadingZeroCount(ulong value)
    {
        int count = 0;
        for (ulong bit = 1ul << 63; bit != 0 && (value & bit) == 0; bit >>= 1) count++;
        return count;
    }

    [Intrinsic]
    public static int TrailingZeroCount(int value) => TrailingZeroCount((uint)value);

    [Intrinsic]
    public static int TrailingZeroCount(uint value) => value == 0 ? 32 : TrailingZeroCount((ulong)value);

    [Intrinsic]
    public static int TrailingZeroCount(long value) => TrailingZeroCount((ulong)value);

    [Intrinsic]
    public static int TrailingZeroCount(ulong value) => 64 - LeadingZeroCount(~value & (value - 1));

    [Intrinsic]
    public static int PopCount(uint value) => PopCount((ulong)value);

    [Intrinsic]
    public static int PopCount(ulong value)
    {
        int count = 0;
        for (; value != 0; value &= value - 1) count++;
        return count;
    }

    [Intrinsic]
    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> (32 - offset));

    [Intrinsic]
    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> (64 - offset));

    [Intrinsic]
    public static uint RotateRight(uint value, int offset) => (value >> offset) | (value << (32 - offset));

    [Intrinsic]
    public static ulong RotateRight(ulong value, int offset) => (value >> offset) | (value << (64 - offset));

    [Intrinsic] public static nuint RotateLeft(nuint value, int offset) => (nuint)RotateLeft((ulong)value, offset);
    [Intrinsic] public static nuint RotateRight(nuint value, int offset) => (nuint)RotateRight((ulong)value, offset);

    public static nuint RoundUpToPowerOf2(nuint value) => (nuint)RoundUpToPowerOf2((ulong)value);
    public static int Log2(nuint value) => Log2((ulong)value);
    [Intrinsic] public static int LeadingZeroCount(nuint value) => LeadingZeroCount((ulong)value);
    [Intrinsic] public static int TrailingZeroCount(nint value) => TrailingZeroCount((ulong)value);
    [Intrinsic] public static int TrailingZeroCount(nuint value) => TrailingZeroCount((ulong)value);
    [Intrinsic] public static int PopCount(nuint value) => PopCount((ulong)value);

    /// <summary>Castagnoli's polynomial, the lowest bit first.</summary>
    private const uint Crc32CPolynomial = 0x82F63B78;

    public static uint Crc32C(uint crc, byte data) => Sse42.IsSupported ? Sse42.Crc32(crc, data) : Crc32C(crc, data, 8);
    public static uint Crc32C(uint crc, ushort data) => Sse42.IsSupported ? Sse42.Crc32(crc, data) : Crc32C(crc, data, 16);
    public static uint Crc32C(uint crc, uint data) => Sse42.IsSupported ? Sse42.Crc32(crc, data) : Crc32C(crc, data, 32);
    public static uint Crc32C(uint crc, ulong data) =>
        Sse42.X64.IsSupported ? (uint)Sse42.X64.Crc32(crc, data) : Crc32C(Crc32C(crc, (uint)data), (uint)(data >> 32));

    private static uint Crc32C(uint crc, uint data, int bits)
    {
        crc ^= data;
        for (int i = 0; i < bits; i++) crc = (crc >> 1) ^ (0 - (crc & 1) & Crc32CPolynomial);
        return crc;
    }
}
