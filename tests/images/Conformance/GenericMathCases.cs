// Generic math on every primitive type, and counting bits.

// Values are compared with themselves on purpose.
#pragma warning disable CS1718

using System;
using System.Globalization;
using System.Numerics;

internal static class GenericMathCases
{
    public static void Run()
    {
        Suite.Group("generic math");
        Integers("byte", (byte)200, (byte)7);
        Integers("sbyte", (sbyte)-100, (sbyte)7);
        Integers("short", (short)-30000, (short)77);
        Integers("ushort", (ushort)60000, (ushort)77);
        Integers("int", -2_000_000_000, 7_000);
        Integers("uint", 4_000_000_000u, 7_000u);
        Integers("long", -9_000_000_000_000_000_000, 1_234_567L);
        Integers("ulong", 18_000_000_000_000_000_000, 1_234_567UL);
        Integers("nint", unchecked((nint)(-9_000_000_000_000_000_000)), (nint)1_234_567);
        Integers("nuint", unchecked((nuint)18_000_000_000_000_000_000), (nuint)1_234_567);
        Integers("char", '\u9000', '\u0007');
        Floats("double", -7.25, 2.5, double.NaN, double.PositiveInfinity);
        Floats("float", -7.25f, 2.5f, float.NaN, float.PositiveInfinity);
        Conversions();
        Utf8();
        Algorithms();
        BitCounts();
    }

    private static string Text<T>(T value) where T : INumberBase<T> => value.ToString(typeof(T) == typeof(char) ? null : "G", CultureInfo.InvariantCulture) is { Length: 1 } one && typeof(T) == typeof(char)
        ? "u" + ((int)one[0]).ToString("x4") : value.ToString(null, CultureInfo.InvariantCulture);

    private static string Try<T>(Func<T> action) where T : INumberBase<T>
    {
        try { return Text(action()); }
        catch (OverflowException) { return "overflow"; }
        catch (DivideByZeroException) { return "divide by zero"; }
        catch (ArgumentOutOfRangeException) { return "out of range"; }
        catch (ArgumentException) { return "argument"; }
    }

    private static void Integers<T>(string name, T a, T b) where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        Suite.Show($"{name} limits", $"{Text(T.MinValue)} {Text(T.MaxValue)} {Text(T.Zero)} {Text(T.One)} {Text(T.AllBitsSet)} {T.Radix} {Text(T.AdditiveIdentity)} {Text(T.MultiplicativeIdentity)}");
        Suite.Show($"{name} +", $"{Text(a + b)} {Text(a + a)} {Try(() => checked(a + a))} {Try(() => checked(T.MaxValue + T.One))}");
        Suite.Show($"{name} -", $"{Text(a - b)} {Text(b - a)} {Try(() => checked(b - a))} {Try(() => checked(T.MinValue - T.One))}");
        Suite.Show($"{name} *", $"{Text(a * b)} {Try(() => checked(a * b))} {Try(() => checked(T.One * b))}");
        Suite.Show($"{name} /", $"{Text(a / b)} {Text(a % b)} {Try(() => a / T.Zero)} {Text(T.DivRem(a, b).Remainder)}");
        Suite.Show($"{name} bits", $"{Text(a & b)} {Text(a | b)} {Text(a ^ b)} {Text(~a)} {Text(a << 3)} {Text(a >> 3)} {Text(a >>> 3)} {Text(a << 9)} {Text(a >> 67)}");
        Suite.Show($"{name} sign", $"{Text(-b)} {Try(() => checked(-b))} {Try(() => checked(-T.MinValue))} {Text(+a)} {T.Sign(a)} {T.Sign(T.Zero)}");
        Suite.Show($"{name} steps", $"{Text(Next(a))} {Text(Next(T.MaxValue))} {Try(() => CheckedNext(T.MaxValue))} {Try(() => CheckedPrevious(T.MinValue))}");
        Suite.Show($"{name} order", $"{a < b} {a > b} {a <= b} {a >= a} {a == b} {a != b} {a.CompareTo(b) < 0} {a.Equals(a)} {Text(T.Max(a, b))} {Text(T.Min(a, b))} {Text(T.Clamp(a, b, T.MaxValue))} {Try(() => T.Clamp(a, T.MaxValue, T.MinValue))}");
        Suite.Show($"{name} numbers", $"{Text(T.MaxNumber(a, b))} {Text(T.MinNumber(a, b))} {Text(T.MaxMagnitude(a, b))} {Text(T.MinMagnitude(a, b))} {Text(T.MaxMagnitudeNumber(a, T.MinValue))} {Text(T.MinMagnitudeNumber(a, T.MinValue))}");
        Suite.Show($"{name} magnitude", $"{Try(() => T.Abs(a))} {Try(() => T.Abs(T.MinValue))} {Try(() => T.CopySign(b, a))} {Try(() => T.CopySign(T.MinValue, b))}");
        Suite.Show($"{name} is", $"{T.IsEvenInteger(a)} {T.IsOddInteger(b)} {T.IsNegative(a)} {T.IsPositive(a)} {T.IsZero(T.Zero)} {T.IsInteger(a)} {T.IsNaN(a)} {T.IsFinite(a)} {T.IsInfinity(a)} {T.IsNormal(T.Zero)} {T.IsSubnormal(a)} {T.IsCanonical(a)} {T.IsComplexNumber(a)} {T.IsRealNumber(a)} {T.IsPow2(a)} {T.IsPow2(T.One)}");
        Suite.Show($"{name} counts", $"{Text(T.PopCount(a))} {Text(T.LeadingZeroCount(b))} {Text(T.LeadingZeroCount(T.Zero))} {Text(T.TrailingZeroCount(a))} {Text(T.TrailingZeroCount(T.Zero))} {Text(T.RotateLeft(a, 5))} {Text(T.RotateRight(a, 5))} {Try(() => T.Log2(b))} {Try(() => T.Log2(a))}");
        Suite.Show($"{name} lengths", $"{a.GetByteCount()} {a.GetShortestBitLength()} {b.GetShortestBitLength()} {T.Zero.GetShortestBitLength()} {T.AllBitsSet.GetShortestBitLength()}");
        Bytes(name, a);
    }

    private static T Next<T>(T value) where T : IIncrementOperators<T> => unchecked(++value);
    private static T CheckedNext<T>(T value) where T : IIncrementOperators<T> => checked(++value);
    private static T CheckedPrevious<T>(T value) where T : IDecrementOperators<T> => checked(--value);

    private static void Bytes<T>(string name, T value) where T : IBinaryInteger<T>
    {
        byte[] buffer = new byte[12];
        int big = value.WriteBigEndian(buffer, 1);
        string text = BitConverter.ToString(buffer, 1, big);
        Suite.Show($"{name} bytes", $"{text} {Text(T.ReadBigEndian(buffer.AsSpan(1, big), T.IsPositive(value)))}");
        int little = value.WriteLittleEndian(buffer.AsSpan());
        Suite.Show($"{name} bytes reversed", $"{BitConverter.ToString(buffer, 0, little)} {value.TryWriteLittleEndian(default, out int written)} {written}");
        byte[] source = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x81];
        for (int length = 0; length <= source.Length; length += 3)
        {
            bool signed = T.TryReadBigEndian(source.AsSpan(10 - length), false, out T fromSigned);
            bool unsigned = T.TryReadBigEndian(source.AsSpan(10 - length), true, out T fromUnsigned);
            bool reversed = T.TryReadLittleEndian(source.AsSpan(10 - length), true, out T fromReversed);
            Suite.Show($"{name} reads {length}", $"{signed} {Text(fromSigned)} {unsigned} {Text(fromUnsigned)} {reversed} {Text(fromReversed)}");
        }
    }

    private static void Floats<T>(string name, T a, T b, T nan, T infinity) where T : IFloatingPoint<T>, IMinMaxValue<T>
    {
        Suite.Show($"{name} constants", $"{T.E} {T.Pi} {T.Tau} {T.MinValue} {T.NegativeOne} {T.Radix}");
        Suite.Show($"{name} arithmetic", $"{a + b} {a - b} {a * b} {a / b} {a % b} {-a} {+a} {Next(a)} {checked(a * b)}");
        Suite.Show($"{name} order", $"{a < b} {nan < b} {nan == nan} {nan != nan} {T.Max(a, nan)} {T.MaxNumber(a, nan)} {T.Min(nan, a)} {T.MinNumber(nan, a)} {T.Clamp(a, b, infinity)}");
        Suite.Show($"{name} zeros", $"{T.Max(-T.Zero, T.Zero)} {T.Min(T.Zero, -T.Zero)} {T.MaxMagnitude(-T.Zero, T.Zero)} {T.MinMagnitude(T.Zero, -T.Zero)} {T.IsNegative(-T.Zero)}");
        Suite.Show($"{name} magnitudes", $"{T.MaxMagnitude(a, b)} {T.MinMagnitude(a, b)} {T.MaxMagnitude(a, nan)} {T.MaxMagnitudeNumber(a, nan)} {T.MinMagnitudeNumber(nan, a)} {T.MinMagnitude(a, -a)} {T.MaxMagnitude(a, -a)} {T.Abs(a)} {T.CopySign(b, a)}");
        Suite.Show($"{name} is", $"{T.IsEvenInteger(a)} {T.IsOddInteger(T.One)} {T.IsInteger(a)} {T.IsNaN(nan)} {T.IsFinite(infinity)} {T.IsInfinity(infinity)} {T.IsNegativeInfinity(-infinity)} {T.IsPositiveInfinity(infinity)} {T.IsNormal(a)} {T.IsPositive(a)} {T.IsRealNumber(nan)} {T.IsZero(a)}");
        Suite.Show($"{name} rounding", $"{T.Round(a)} {T.Round(b)} {T.Floor(a)} {T.Ceiling(a)} {T.Truncate(a)} {T.Round(a, 1)} {T.Round(a, 1, MidpointRounding.AwayFromZero)} {T.Round(a, MidpointRounding.ToZero)}");
        Suite.Show($"{name} to integers", $"{T.ConvertToInteger<int>(a)} {T.ConvertToInteger<byte>(infinity)} {T.ConvertToInteger<long>(nan)} {T.ConvertToInteger<uint>(a)}");
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        a.TryWriteSignificandBigEndian(bytes, out int significand);
        a.TryWriteExponentLittleEndian(bytes.Slice(8), out int exponent);
        Suite.Show($"{name} parts", $"{significand} {exponent} {BitConverter.ToString(bytes.ToArray())} {a.GetExponentByteCount()} {a.GetExponentShortestBitLength()} {b.GetExponentShortestBitLength()} {a.GetSignificandBitLength()} {a.GetSignificandByteCount()}");
        Suite.Show($"{name} sign", $"{T.Sign(a)} {T.Sign(T.Zero)} {T.Sign(infinity)}");
    }

    private static void Conversions()
    {
        From("int", 300);
        From("negative", -5);
        From("byte", (byte)255);
        From("long", long.MaxValue);
        From("ulong", ulong.MaxValue);
        From("char", 'x');
        From("double", 1e10);
        From("fraction", -0.75);
        From("no number", double.NaN);
        From("infinity", float.PositiveInfinity);
        From("float", 3.99f);
        From("nint", (nint)(-1));
    }

    private static void From<T>(string name, T value) where T : INumber<T>
    {
        Suite.Show($"{name} to bytes", $"{Created<byte, T>(value)} {Created<sbyte, T>(value)}");
        Suite.Show($"{name} to shorts", $"{Created<short, T>(value)} {Created<ushort, T>(value)} {Created<char, T>(value)}");
        Suite.Show($"{name} to ints", $"{Created<int, T>(value)} {Created<uint, T>(value)}");
        Suite.Show($"{name} to longs", $"{Created<long, T>(value)} {Created<ulong, T>(value)}");
        Suite.Show($"{name} to natives", $"{Created<nint, T>(value)} {Created<nuint, T>(value)}");
        Suite.Show($"{name} to floats", $"{Created<float, T>(value)} {Created<double, T>(value)}");
    }

    private static string Created<TTo, TFrom>(TFrom value) where TTo : INumber<TTo> where TFrom : INumber<TFrom> =>
        $"{Try(() => TTo.CreateChecked(value))}/{Try(() => TTo.CreateSaturating(value))}/{Try(() => TTo.CreateTruncating(value))}";

    private static void Utf8()
    {
        Span<byte> text = stackalloc byte[32];
        Suite.Show("utf8 int", int.Parse("-42"u8));
        Suite.Show("utf8 hex", byte.Parse("fF"u8, NumberStyles.HexNumber));
        Suite.Show("utf8 double", double.Parse("1.5e3"u8) == 1500);
        Suite.True("utf8 refuses", !int.TryParse("4\u00e42"u8, out _) && !long.TryParse(""u8, out _) && !ushort.TryParse("65536"u8, null, out _));
        Suite.True("utf8 formats", 12345.TryFormat(text, out int written) && written == 5 && text[0] == '1' && text[4] == '5');
        Suite.True("utf8 formats as hex", 255u.TryFormat(text, out written, "X4") && text.Slice(0, written).SequenceEqual("00FF"u8));
        Suite.True("utf8 too short", !12345L.TryFormat(text.Slice(0, 4), out written) && written == 0);
        Suite.True("utf8 currency", 1.5.TryFormat(text, out written, "C", CultureInfo.InvariantCulture) && text.Slice(0, written).SequenceEqual("\u00a41.50"u8));
        Suite.Show("utf8 char", Parsed<char>("\u00e4"u8) + Parsed<char>("\u20ac"u8));
        Suite.True("utf8 not one char", !TryParsed<char>("ab"u8) && !TryParsed<char>(""u8) && !TryParsed<char>([0xC0, 0x80]));
    }

    private static string Parsed<T>(ReadOnlySpan<byte> text) where T : IUtf8SpanParsable<T> => T.Parse(text, null)!.ToString()!;
    private static bool TryParsed<T>(ReadOnlySpan<byte> text) where T : IUtf8SpanParsable<T> => T.TryParse(text, null, out _);

    private static T Sum<T>(ReadOnlySpan<T> values) where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum;
    }

    private static T Power<T>(T value, int exponent) where T : IMultiplyOperators<T, T, T>, IMultiplicativeIdentity<T, T>
    {
        T result = T.MultiplicativeIdentity;
        for (; exponent > 0; exponent--) result *= value;
        return result;
    }

    private static T Gcd<T>(T a, T b) where T : IBinaryInteger<T>
    {
        while (b != T.Zero) (a, b) = (b, a % b);
        return a;
    }

    private static T Average<T>(params T[] values) where T : INumber<T> => Sum<T>(values) / T.CreateChecked(values.Length);

    private static void Algorithms()
    {
        Suite.Equal("sum of ints", 10, Sum<int>([1, 2, 3, 4]));
        Suite.Equal("sum of bytes wraps", 44, Sum<byte>([200, 100]));
        Suite.Equal("sum of doubles", "7.75", Sum<double>([1.5, 2.25, 4]).ToString());
        Suite.Equal("power", 1024, Power(2L, 10));
        Suite.Equal("gcd", 12, Gcd(48, 36));
        Suite.Equal("gcd of nuints", 21, (long)Gcd((nuint)1071, (nuint)462));
        Suite.Equal("average", "2.5", Average(1.0, 2.0, 3.0, 4.0).ToString());
        Suite.Equal("average of floats", "2", Average(1f, 2f, 3f).ToString());
        Suite.Equal("remainder of doubles", "0.5", (8.5 % 2).ToString());
        Suite.Equal("remainder keeps the sign", "-1.25", (-7.25 % 2).ToString());
        Suite.Show("remainder of huge", (1e300 % 7).ToString());
        Suite.Equal("remainder of floats", "1.5", (5.5f % 2).ToString());
        Suite.Equal("remainder by zero", "NaN", (1.0 % Zero).ToString());
        Suite.Equal("remainder by infinity", "1", (1.0 % (1 / Zero)).ToString());
    }

    private static double Zero => double.Parse("0");

    private static void BitCounts()
    {
        ulong[] values = [0, 1, 2, 3, 0x80, 0xFF00, 0x8000_0000, 0xFFFF_FFFF, 0x1_0000_0000, 0x8000_0000_0000_0000, ulong.MaxValue, 0x0123_4567_89AB_CDEF];
        foreach (ulong value in values)
        {
            uint low = (uint)value;
            Suite.Show($"counts of {value:x}", $"{BitOperations.LeadingZeroCount(value)} {BitOperations.LeadingZeroCount(low)} {BitOperations.LeadingZeroCount((nuint)value)} {BitOperations.TrailingZeroCount(value)} {BitOperations.TrailingZeroCount(low)} {BitOperations.TrailingZeroCount((int)low)} {BitOperations.TrailingZeroCount((long)value)} {BitOperations.TrailingZeroCount((nint)value)} {BitOperations.TrailingZeroCount((nuint)value)} {BitOperations.PopCount(value)} {BitOperations.PopCount(low)} {BitOperations.PopCount((nuint)value)}");
            Suite.Show($"logarithms of {value:x}", $"{BitOperations.Log2(value)} {BitOperations.Log2(low)} {BitOperations.Log2((nuint)value)} {BitOperations.IsPow2(value)} {BitOperations.IsPow2((int)low)} {BitOperations.IsPow2((nint)value)} {BitOperations.RoundUpToPowerOf2(value)} {BitOperations.RoundUpToPowerOf2(low)} {BitOperations.RoundUpToPowerOf2((nuint)value)}");
            Suite.Show($"rotations of {value:x}", $"{BitOperations.RotateLeft(value, 13):x} {BitOperations.RotateRight(value, 77):x} {BitOperations.RotateLeft(low, 33):x} {BitOperations.RotateRight(low, -1):x} {BitOperations.RotateLeft((nuint)value, 4):x} {BitOperations.RotateRight((nuint)value, 4):x}");
            Suite.Show($"crc of {value:x}", $"{BitOperations.Crc32C(0, (byte)value):x} {BitOperations.Crc32C(~0u, (ushort)value):x} {BitOperations.Crc32C(7, low):x} {BitOperations.Crc32C(0x1234, value):x}");
        }
    }
}
