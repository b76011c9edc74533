using System;
using System.Globalization;
using System.Numerics;
using System.Text;

/// <summary>Generic math over decimal, Half and the integers of 128 bits.</summary>
internal static class WideNumberCases
{
    private static T Sum<T>(params T[] values) where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum;
    }

    private static string Number<T>(T a, T b) where T : INumber<T>, IMinMaxValue<T> =>
        $"{a + b} {a - b} {a * b} {a / b} {a % b} {T.Max(a, b)} {T.Min(a, b)} {T.Clamp(a, T.Zero, T.One)} {T.Sign(a)} {T.Abs(a)} {T.IsNegative(a)} {T.IsZero(a)} {T.IsInteger(a)} {T.IsEvenInteger(a)} {T.IsOddInteger(a)} {T.MaxMagnitude(a, b)} {T.MinMagnitude(a, b)} {T.CopySign(a, b)} {T.MaxValue} {T.MinValue} {T.One} {a.CompareTo(b)} {a > b} {T.Radix} {T.IsRealNumber(a)} {T.IsFinite(a)} {T.IsPositive(b)} {T.AdditiveIdentity} {T.MultiplicativeIdentity}";

    private static string Created<TTo, TFrom>(TFrom value) where TTo : INumber<TTo> where TFrom : INumber<TFrom>
    {
        string result;
        try
        {
            result = TTo.CreateChecked(value).ToString()!;
        }
        catch (OverflowException)
        {
            result = "overflow";
        }
        return $"{result} {TTo.CreateSaturating(value)} {TTo.CreateTruncating(value)}|";
    }

    private static string From<T>(T value) where T : INumber<T> =>
        Created<int, T>(value) + Created<byte, T>(value) + Created<long, T>(value) + Created<ulong, T>(value) + Created<Int128, T>(value) + Created<UInt128, T>(value) + Created<decimal, T>(value) + Created<double, T>(value) + Created<float, T>(value) + Created<Half, T>(value);

    private static string Bits<T>(T value) where T : IBinaryInteger<T>
    {
        Span<byte> room = stackalloc byte[16];
        value.WriteBigEndian(room);
        string big = Convert.ToHexString(room);
        value.WriteLittleEndian(room);
        return $"{T.PopCount(value)} {T.LeadingZeroCount(value)} {T.TrailingZeroCount(value)} {value.GetByteCount()} {value.GetShortestBitLength()} {big} {Convert.ToHexString(room)} {T.ReadLittleEndian(room, !T.IsNegative(value))} {T.IsPow2(value)} {~value} {value << 3} {value >> 2} {value >>> 1} {T.RotateLeft(value, 5)} {T.DivRem(value, T.One + T.One)}";
    }

    private static string Read<T>(byte[] bytes, bool isUnsigned) where T : IBinaryInteger<T> =>
        $"{(T.TryReadBigEndian(bytes, isUnsigned, out T big) ? big.ToString() : "no")} {(T.TryReadLittleEndian(bytes, isUnsigned, out T little) ? little.ToString() : "no")}";

    private static string Floating<T>(T value) where T : IFloatingPoint<T> =>
        $"{T.Floor(value)} {T.Ceiling(value)} {T.Round(value)} {T.Round(value, 1)} {T.Truncate(value)} {T.Round(value, MidpointRounding.AwayFromZero)} {value.GetExponentByteCount()} {value.GetSignificandByteCount()} {value.GetSignificandBitLength()} {value.GetExponentShortestBitLength()} {Significand(value)} {T.ConvertToInteger<int>(value)}";

    private static string Significand<T>(T value) where T : IFloatingPoint<T>
    {
        byte[] room = new byte[value.GetSignificandByteCount()], exponent = new byte[value.GetExponentByteCount()];
        value.WriteSignificandBigEndian(room);
        value.WriteExponentLittleEndian(exponent);
        return Convert.ToHexString(room) + "/" + Convert.ToHexString(exponent);
    }

    public static void Run()
    {
        Suite.Group("wide numbers");
        Suite.Show("sum", $"{Sum(1.5m, 2.25m, -0.75m)} {Sum((Half)1.5, (Half)2)} {Sum<Int128>(1, -2, 30)} {Sum<UInt128>(1, 2, 3)} {Sum(1, 2)} {Sum(1.5, 2)}");
        Suite.Show("decimal", Number(7.5m, -2m) + Number(-0.1m, 3m));
        Suite.Show("half", Number((Half)7.5, (Half)(-2)) + Number((Half)(-0.5), (Half)3));
        Suite.Show("int128", Number<Int128>(-17, 5) + Number(Int128.MaxValue / 3, -2));
        Suite.Show("uint128", Number<UInt128>(17, 5));
        int[] integers = [0, 1, -1, 200, -200, 70000, int.MaxValue, int.MinValue];
        for (int i = 0; i < integers.Length; i++) Suite.Show($"from.int{i}", From(integers[i]));
        decimal[] decimals = [0, 1.5m, -1.5m, 255.9m, 4294967296m, -9223372036854775809m, 18446744073709551616m, decimal.MaxValue, decimal.MinValue, 65519m, 0.0000001m];
        for (int i = 0; i < decimals.Length; i++) Suite.Show($"from.decimal{i}", From(decimals[i]));
        double[] doubles = [0, 1.9, -1.9, 1e10, -1e10, 1e19, 7e28, 1e29];
        for (int i = 0; i < doubles.Length; i++) Suite.Show($"from.double{i}", From(doubles[i]));
        Suite.Show("from.half", From((Half)2.5) + From((Half)(-3)) + From(Half.MaxValue));
        Int128[] wides = [0, -1, Int128.MaxValue, Int128.MinValue, (Int128)1 << 64, -((Int128)1 << 64), 300];
        for (int i = 0; i < wides.Length; i++) Suite.Show($"from.int128{i}", From(wides[i]));
        UInt128[] wider = [0, 255, UInt128.MaxValue, (UInt128)1 << 64, (UInt128)1 << 127, ((UInt128)1 << 96) - 1, (UInt128)1 << 96];
        for (int i = 0; i < wider.Length; i++) Suite.Show($"from.uint128{i}", From(wider[i]));
        Suite.Show("from.small", From((byte)200) + From((short)-5) + From('A') + From(ulong.MaxValue) + From(1.5f));
        Suite.Show("big", $"{BigInteger.CreateChecked(1.9m)} {BigInteger.CreateChecked(Int128.MinValue)} {BigInteger.CreateSaturating(UInt128.MaxValue)} {decimal.CreateSaturating(BigInteger.Pow(10, 30))} {Int128.CreateTruncating(BigInteger.Pow(2, 130) + 5)} {Half.CreateChecked(new BigInteger(12))}");
        for (int i = 0; i < wides.Length; i++) Suite.Show($"bits.int128{i}", Bits(wides[i]));
        for (int i = 0; i < wider.Length; i++) Suite.Show($"bits.uint128{i}", Bits(wider[i]));
        byte[][] bytes = [[], [1], [255], [1, 2, 3], [255, 255, 255], [128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];
        for (int i = 0; i < bytes.Length; i++) Suite.Show($"read.{i}", Read<Int128>(bytes[i], true) + " " + Read<Int128>(bytes[i], false) + " " + Read<UInt128>(bytes[i], true) + " " + Read<UInt128>(bytes[i], false));
        foreach (decimal value in (decimal[])[2.5m, -2.5m, 3.45m, 0m, 123456.789m, 1e-28m]) Suite.Show($"floating.{value}", Floating(value));
        Suite.Show("constants", $"{Constants<decimal>()} {Half.E} {Half.Pi} {Half.Tau}");
        Suite.Show("half.functions", $"{Half.Sqrt((Half)2)} {Half.Exp((Half)1)} {Half.Pow((Half)2, (Half)10)} {Half.Floor((Half)(-1.5))} {Half.Ceiling((Half)1.2)} {Half.Round((Half)2.5)} {Half.Sign((Half)(-3))} {Half.CopySign((Half)3, (Half)(-1))} {Half.MaxMagnitude((Half)(-3), (Half)2)} {Half.IsEvenInteger((Half)4)} {Half.IsInteger((Half)1.5)}");
        Suite.Show("parse", $"{decimal.Parse("1,234.50"u8, NumberStyles.Number)} {decimal.TryParse("x"u8, out _)} {Int128.Parse("-170141183460469231731687303715884105728"u8, null)} {UInt128.TryParse("12"u8, out UInt128 parsed)} {parsed} {Int128.TryParse("ff"u8, NumberStyles.HexNumber, null, out Int128 hex)} {hex} {Half.Parse("1.5"u8)}");
        Suite.Show("products", $"{Math.BigMul(ulong.MaxValue, ulong.MaxValue)} {Math.BigMul(long.MinValue, long.MaxValue)} {MathF.BitIncrement(1)} {MathF.BitDecrement(0)} {MathF.ScaleB(1.5f, 3)} {MathF.Round(1.2345f, 2)} {MathF.Round(2.5f, 0, MidpointRounding.AwayFromZero)}" + Thrown.By(() => MathF.Round(1, 7)));
    }

    private static string Constants<T>() where T : IFloatingPointConstants<T> => $"{T.E} {T.Pi} {T.Tau}";
}
