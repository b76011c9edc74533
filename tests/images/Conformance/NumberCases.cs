using System;
using System.Buffers.Binary;
using System.Numerics;

/// <summary>Integers: text, arithmetic, bits, byte order.</summary>
internal static class NumberCases
{
    public static void Run()
    {
        Text();
        Arithmetic();
        Bits();
        ByteOrder();
    }

    private static void Text()
    {
        Suite.Group("integer text");
        Suite.Equal("int min", "-2147483648", int.MinValue.ToString());
        Suite.Equal("int max", "2147483647", int.MaxValue.ToString());
        Suite.Equal("zero", "0", 0.ToString());
        Suite.Equal("long min", "-9223372036854775808", long.MinValue.ToString());
        Suite.Equal("ulong max", "18446744073709551615", ulong.MaxValue.ToString());
        Suite.Equal("sbyte", "-128", sbyte.MinValue.ToString());
        Suite.Equal("byte", "255", byte.MaxValue.ToString());
        Suite.Equal("short", "-32768", short.MinValue.ToString());
        Suite.Equal("ushort", "65535", ushort.MaxValue.ToString());
        Suite.Equal("nint", "-5", ((nint)(-5)).ToString());
        Suite.Equal("nuint", "5", ((nuint)5).ToString());
        Suite.Equal("negative hex", "ffffffff", (-1).ToString("x"));
        Suite.Equal("negative hex of a byte", "FF", ((sbyte)-1).ToString("X"));
        Suite.Equal("negative hex of a short", "FFFE", ((short)-2).ToString("X"));
        Suite.Equal("long hex", "7FFFFFFFFFFFFFFF", long.MaxValue.ToString("X"));
        Suite.Equal("hex padded", "00000000000000ff", 255L.ToString("x16"));
        Suite.Equal("hex too long for precision", "12345", 0x12345.ToString("x2"));
        Suite.Equal("negative padded", "-0005", (-5).ToString("D4"));
        Suite.Equal("general", "-5", (-5).ToString("G"));
        Suite.Equal("D0", "7", 7.ToString("D0"));
        Suite.Equal("padded to 40", "0000000000000000000000000000000000000001", 1.ToString("D40"));
        Span<char> room = stackalloc char[3];
        Suite.True("format into room", 123.TryFormat(room, out int written) && written == 3);
        Suite.True("format into too little", !1234.TryFormat(room, out written) && written == 0);
    }

    private static void Arithmetic()
    {
        Suite.Group("arithmetic");
        int big = int.MaxValue;
        Suite.Equal("wraps", int.MinValue, unchecked(big + 1));
        Suite.Equal("division truncates", -2, -7 / 3);
        Suite.Equal("remainder has the dividend's sign", -1, -7 % 3);
        Suite.Equal("shift is modulo 32", 2, 1 << 33);
        Suite.Equal("arithmetic shift", -1, -2 >> 1);
        Suite.Equal("logical shift", int.MaxValue, -2 >>> 1);
        Suite.Equal("min", -3, Math.Min(-3, 2));
        Suite.Equal("max", 5, Math.Max(5u, 2u));
        Suite.Equal("abs", 3, Math.Abs(-3));
        Suite.Equal("clamp", 10, Math.Clamp(12, 0, 10));
        Suite.Equal("narrowing", 0x78, unchecked((byte)0x12345678));
        byte bits = 0xFF;
        Suite.Equal("sign extension", -1, unchecked((sbyte)bits));
        Suite.Equal("long product", 4611686014132420609, (long)big * big);
        Suite.Equal("checked in range", 6, checked(2 * 3));
        long factor = 3_000_000_000;
        Suite.Equal("checked long product", 6_000_000_000, checked(factor * 2));
    }

    private static void Bits()
    {
        Suite.Group("bits");
        Suite.Equal("leading zeros", 31, BitOperations.LeadingZeroCount(1u));
        Suite.Equal("leading zeros of 0", 32, BitOperations.LeadingZeroCount(0u));
        Suite.Equal("leading zeros 64", 63, BitOperations.LeadingZeroCount(1ul));
        Suite.Equal("leading zeros 64 of 0", 64, BitOperations.LeadingZeroCount(0ul));
        Suite.Equal("trailing zeros", 4, BitOperations.TrailingZeroCount(16));
        Suite.Equal("trailing zeros of 0", 32, BitOperations.TrailingZeroCount(0));
        Suite.Equal("trailing zeros 64", 40, BitOperations.TrailingZeroCount(1ul << 40));
        Suite.Equal("trailing zeros 64 of 0", 64, BitOperations.TrailingZeroCount(0ul));
        Suite.Equal("population", 8, BitOperations.PopCount(0x0F0F0000u));
        Suite.Equal("population 64", 64, BitOperations.PopCount(ulong.MaxValue));
        Suite.Equal("log", 10, BitOperations.Log2(1025u));
        Suite.Equal("log of 0", 0, BitOperations.Log2(0u));
        Suite.Equal("round up", 64, BitOperations.RoundUpToPowerOf2(33u));
        Suite.Equal("round up of a power", 64, BitOperations.RoundUpToPowerOf2(64u));
        Suite.Equal("round up of 0", 0, BitOperations.RoundUpToPowerOf2(0u));
        Suite.Equal("round up beyond", 0, BitOperations.RoundUpToPowerOf2(0x8000_0001u));
        Suite.Equal("round up 64", 1L << 40, (long)BitOperations.RoundUpToPowerOf2((1ul << 39) + 1));
        Suite.Equal("round up 64 of 0", 0, (long)BitOperations.RoundUpToPowerOf2(0ul));
        Suite.True("power of two", BitOperations.IsPow2(64) && !BitOperations.IsPow2(0) && !BitOperations.IsPow2(-64));
        Suite.Equal("rotate left", 1, BitOperations.RotateLeft(0x8000_0000u, 1));
        Suite.Equal("rotate right", 0x8000_0000, BitOperations.RotateRight(1u, 1));
    }

    private static void ByteOrder()
    {
        Suite.Group("byte order");
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, 0x1234);
        Suite.Equal("write 16", 0x12, bytes[0]);
        Suite.Equal("read 16", 0x1234, BinaryPrimitives.ReadUInt16BigEndian(bytes));
        Suite.Equal("read 16 little", 0x3412, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0xDEADBEEF);
        Suite.Equal("write 32", 0xEF, bytes[3]);
        Suite.Equal("read 32", 0xDEADBEEF, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        BinaryPrimitives.WriteUInt64BigEndian(bytes, 0x0102030405060708);
        Suite.Equal("write 64", 1, bytes[0]);
        Suite.Equal("read 64 little", 0x0807060504030201, (long)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        Suite.Equal("reverse", 0x78563412, BinaryPrimitives.ReverseEndianness(0x12345678));
    }
}
