using System;
using System.Buffers.Binary;
using System.Globalization;

/// <summary>Half, and wide numbers as bytes.</summary>
internal static class HalfCases
{
    public static void Run()
    {
        Suite.Group("halves");
        double[] values = [0, -0.0, 1, -1, 0.5, 0.1, 1.0 / 3, 2.5, 65504, 65519, 65520, 1e10, -1e10, 6e-8, 3e-8, 2.9e-8, 2.98e-8, 5.96e-8, 6.1e-5, 6.0976e-5, 0.00012, 1.0009765625, 1.00048828125, 1.0014648, 2047.5, 2048.5, 2049, 2051, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1234.5, 0.3333, 99.99];
        for (int i = 0; i < values.Length; i++)
        {
            Half half = (Half)values[i];
            Suite.Show($"half.bits{i}", $"{BitConverter.HalfToUInt16Bits(half):X4} {(double)half} {(float)half} {BitConverter.HalfToUInt16Bits((Half)(float)values[i]):X4}");
            Suite.Show($"half.text{i}", $"{half} {half.ToString("F3")} {half.ToString("E2")} {half.ToString("0.##")} {half.ToString("G")}");
            Suite.Show($"half.kind{i}", $"{Half.IsNaN(half)} {Half.IsFinite(half)} {Half.IsInfinity(half)} {Half.IsNegative(half)} {Half.IsNormal(half)} {Half.IsSubnormal(half)}");
        }
        string round = "";
        for (int bits = 0; bits <= ushort.MaxValue; bits += 37)
        {
            Half half = BitConverter.UInt16BitsToHalf((ushort)bits);
            Half back = Half.Parse(half.ToString());
            if (!back.Equals(half)) round += $" {bits:X4}";
        }
        Suite.Show("half.roundtrip", round == "" ? "all" : round);
        long sum = 0;
        for (int bits = 0; bits <= ushort.MaxValue; bits++) sum = sum * 31 + BitConverter.DoubleToInt64Bits((double)BitConverter.UInt16BitsToHalf((ushort)bits)) % 1000003;
        Suite.Show("half.doubles", sum.ToString());
        Half a = (Half)1.5, b = (Half)0.25;
        Suite.Show("half.arithmetic", $"{a + b} {a - b} {a * b} {a / b} {a % b} {-a} {+a} {(Half)65504 + (Half)32} {(Half)65504 + (Half)8} {a / (Half)0}");
        Suite.Show("half.order", $"{a > b} {a < b} {a >= b} {a == (Half)1.5f} {a != b} {Half.NaN == Half.NaN} {Half.NaN.Equals(Half.NaN)} {a.CompareTo(b)} {Half.NaN.CompareTo(a)} {a.CompareTo(null)} {(Half)0.0 == (Half)(-0.0)}");
        Suite.Show("half.constants", $"{Half.MaxValue} {Half.MinValue} {Half.Epsilon} {Half.PositiveInfinity} {Half.NaN} {BitConverter.HalfToUInt16Bits(Half.NaN):X4}");
        Suite.Show("half.integers", $"{(int)(Half)12.9} {(byte)(Half)200} {(long)(Half)(-3.5)} {(Half)300} {(Half)70000} {(Half)(-5)} {(float)(Half)(sbyte)-3} {(Half)'A'}");
        Suite.Show("half.checked", Thrown.By(() => _ = checked((byte)(Half)300)) + checked((byte)(Half)255));
        Suite.Show("half.parse", $"{Half.Parse("1.5")} {Half.TryParse("x", out _)} {Half.Parse("1,000", NumberStyles.Number)} {Half.TryParse("1e5", out Half large)} {large} {Half.Parse("2.5", CultureInfo.InvariantCulture)} {Half.Parse("-Infinity")}");
        Suite.Show("half.parse.errors", Thrown.By(() => Half.Parse("abc")) + Thrown.By(() => Half.Parse((string)null!)));
        Span<char> room = stackalloc char[3];
        bool fits = a.TryFormat(room, out int written);
        Suite.Show("half.tryformat", $"{fits} {written} {room.ToString()} {((Half)0.3333).TryFormat(room, out written)} {written}");
        Suite.Show("half.bytes", $"{Convert.ToHexString(BitConverter.GetBytes(a))} {BitConverter.ToHalf([0, 0x3E], 0)} {BitConverter.ToHalf((ReadOnlySpan<byte>)[0, 0xC0])} {BitConverter.HalfToInt16Bits((Half)(-2.0))} {BitConverter.Int16BitsToHalf(0x3C00)}");
        Wide();
        Primitives();
    }

    private static void Wide()
    {
        Int128 signed = Int128.Parse("-170141183460469231731687303715884105728");
        UInt128 unsigned = new(0x0102030405060708, 0x090A0B0C0D0E0F10);
        Suite.Show("wide.bytes", $"{Convert.ToHexString(BitConverter.GetBytes(signed))} {Convert.ToHexString(BitConverter.GetBytes(unsigned))} {BitConverter.ToUInt128(BitConverter.GetBytes(unsigned), 0) == unsigned} {BitConverter.ToInt128((ReadOnlySpan<byte>)BitConverter.GetBytes(signed)) == signed}");
        Suite.Show("wide.errors", Thrown.By(() => BitConverter.ToUInt128(new byte[17], 2)) + Thrown.By(() => BitConverter.ToInt128(null!, 0)) + Thrown.By(() => BitConverter.ToInt128(new byte[3])));
        Suite.Show("wide.try", $"{BitConverter.TryWriteBytes(new byte[15], signed)} {BitConverter.TryWriteBytes(new byte[16], unsigned)} {BitConverter.TryWriteBytes(new byte[1], Half.MaxValue)}");
    }

    private static void Primitives()
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        Suite.Show("binary.read", $"{BinaryPrimitives.ReadDoubleBigEndian(bytes)} {BinaryPrimitives.ReadSingleLittleEndian(bytes)} {BinaryPrimitives.ReadHalfBigEndian(bytes)} {BinaryPrimitives.ReadInt128BigEndian(bytes)} {BinaryPrimitives.ReadUInt128LittleEndian(bytes)} {BinaryPrimitives.ReadIntPtrBigEndian(bytes)} {BinaryPrimitives.ReadUIntPtrLittleEndian(bytes)}");
        Suite.Show("binary.tryread", $"{BinaryPrimitives.TryReadInt32BigEndian(bytes, out int value)} {value} {BinaryPrimitives.TryReadUInt64LittleEndian(bytes.AsSpan(9), out ulong none)} {none} {BinaryPrimitives.TryReadInt16LittleEndian(bytes, out short small)} {small} {BinaryPrimitives.TryReadDoubleLittleEndian(bytes, out double real)} {real} {BinaryPrimitives.TryReadUInt16BigEndian(bytes, out ushort word)} {word} {BinaryPrimitives.TryReadInt128LittleEndian(bytes.AsSpan(1), out _)}");
        byte[] room = new byte[16];
        BinaryPrimitives.WriteDoubleBigEndian(room, -1.5);
        BinaryPrimitives.WriteSingleBigEndian(room.AsSpan(8), 2.5f);
        BinaryPrimitives.WriteHalfLittleEndian(room.AsSpan(12), (Half)0.5);
        Suite.Show("binary.write", Convert.ToHexString(room));
        BinaryPrimitives.WriteInt128BigEndian(room, -2);
        Suite.Show("binary.write128", Convert.ToHexString(room));
        Suite.Show("binary.trywrite", $"{BinaryPrimitives.TryWriteInt64BigEndian(room, 5)} {BinaryPrimitives.TryWriteUInt32LittleEndian(room.AsSpan(13), 7)} {BinaryPrimitives.TryWriteUInt16LittleEndian(room.AsSpan(14), 7)} {Convert.ToHexString(room)}");
        Suite.Show("binary.errors", Thrown.KindBy(() => BinaryPrimitives.ReadDoubleBigEndian(new byte[7])) + Thrown.KindBy(() => BinaryPrimitives.WriteInt128LittleEndian(new byte[15], 1)));
        int[] integers = [1, 2, -1];
        int[] reversed = new int[4];
        BinaryPrimitives.ReverseEndianness(integers, reversed);
        Suite.Show("binary.reverse", $"{string.Join(",", reversed)} {BinaryPrimitives.ReverseEndianness((Int128)1)} {BinaryPrimitives.ReverseEndianness((nint)1)} {BinaryPrimitives.ReverseEndianness((sbyte)-3)}" + Thrown.KindBy(() => BinaryPrimitives.ReverseEndianness(integers, new int[2])));
        int[] target = new int[4];
        Buffer.BlockCopy(new short[] { 1, 2, 3, 4, 5 }, 2, target, 4, 8);
        Suite.Show("buffer.blockcopy", $"{string.Join(",", target)} {Buffer.ByteLength(target)} {Buffer.GetByte(target, 4)} {Buffer.ByteLength(new double[2, 3])} {Buffer.ByteLength(new char[0])}");
        Buffer.SetByte(target, 0, 9);
        Buffer.BlockCopy(target, 0, target, 4, 12);
        Suite.Show("buffer.overlap", string.Join(",", target));
        Suite.Show("buffer.errors", Thrown.By(() => Buffer.BlockCopy(null!, 0, target, 0, 1)) + Thrown.By(() => Buffer.BlockCopy(new string[2], 0, target, 0, 1)) + Thrown.By(() => Buffer.BlockCopy(target, 0, target, 10, 7)) + Thrown.By(() => Buffer.BlockCopy(target, -1, target, 0, 1)) + Thrown.By(() => Buffer.GetByte(target, 16)) + Thrown.By(() => Buffer.ByteLength(new decimal[1])));
    }
}
