using System;
using System.Globalization;

/// <summary>Decimals: arithmetic to the last digit, scales, rounding, conversions, text.</summary>
internal static class DecimalCases
{
    private static readonly decimal[] s_values =
    [
        0m, 0.00m, 1m, -1m, 1.00m, 0.1m, -0.05m, 2.5m, 3.5m, 123456789.987654321m, 79228162514264337593543950335m, -79228162514264337593543950335m, 7.9228162514264337593543950335m,
        0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 1e10m, 12345678901234567890.12m, 0.3333333333333333333333333333m, 1000m, 0.000500m, 4294967296m, 18446744073709551616m,
    ];

    public static void Run()
    {
        Text();
        Arithmetic();
        Rounding();
        Conversions();
        Parsing();
        Random();
    }

    private static string Thrown<T>(Func<T> action) => TimeSpanCases.Thrown(action);

    private static void Text()
    {
        Suite.Group("decimal text");
        foreach (string format in (string[])["G", "F0", "F2", "F5", "N", "N1", "E", "E3", "e10", "G3", "G10", "G29", "P", "C", "C3", "0.00", "#,##0.###", "0.0000E+0", "0%", "R"])
            for (int i = 0; i < s_values.Length; i++) Suite.Show($"{format} {i}", Thrown(() => s_values[i].ToString(format, CultureInfo.InvariantCulture)));
        foreach (string format in (string[])["D", "X", "B", "Q", "Z3"]) Suite.Show($"bad {format}", Thrown(() => 1m.ToString(format)));
        Suite.Show("interpolated", $"{1.50m} {1.5m,8:F2}|{-1.5m,-8}|");
        Suite.Show("built", new System.Text.StringBuilder("x").Append(1.50m).Insert(0, -2.0m).ToString());
        Suite.Show("negative zero", $"{-0.0m} {decimal.Negate(0m)} {(-0.00m).ToString("F1")} {(-0.001m).ToString("F2")} {(-0.001m).ToString("0.00")}");
        Span<char> room = stackalloc char[4];
        Suite.Show("into room", $"{1.25m.TryFormat(room, out int written)} {written} {1.125m.TryFormat(room, out written)} {written}");
        Span<byte> utf8 = stackalloc byte[4];
        Suite.Show("as UTF-8", $"{1.25m.TryFormat(utf8, out written)} {written} {utf8[1]}");
    }

    private static void Arithmetic()
    {
        Suite.Group("decimal arithmetic");
        for (int i = 0; i < s_values.Length; i++)
            for (int j = i % 3; j < s_values.Length; j += 3)
            {
                decimal a = s_values[i], b = s_values[j];
                Suite.Show($"{i} {j}", $"{Thrown(() => a + b)} {Thrown(() => a - b)} {Thrown(() => a * b)} {Thrown(() => a / b)} {Thrown(() => a % b)} {a.CompareTo(b)} {a == b} {a < b}");
            }
        decimal d = 1.5m;
        d++;
        d += 0.25m;
        d--;
        Suite.Show("in place", d.ToString());
        Suite.Show("constants", $"{decimal.MaxValue} {decimal.MinValue} {decimal.One} {decimal.Zero} {decimal.MinusOne}");
        Suite.Show("thirds", $"{1m / 3} {2m / 3} {1m / 3 * 3} {10m / 4} {1.00m / 2} {1m / 8m} {100m / 3m} {1e28m / 3m} {1m / 1e28m} {7m / 0.0000001m}");
        Suite.Show("equal in different scales", $"{1.0m == 1.00m} {1.0m.Equals(1.00m)} {1.0m.GetHashCode() == 1.00m.GetHashCode()} {((object)1m).Equals(1)} {0m == -0.0m}");
        Suite.Show("bits", $"{string.Join(',', decimal.GetBits(-1.23m))} {new decimal([1, 2, 3, 0x0005_0000])} {new decimal(1, 0, 0, true, 28)} {1.20m.Scale}");
        Suite.Show("bad bits", Thrown(() => new decimal([1, 2, 3, 0x001D_0000])));
        Suite.Show("bad scale", Thrown(() => new decimal(1, 0, 0, false, 29)));
        Suite.Show("parts", $"{decimal.Abs(-2.50m)} {decimal.Sign(-2)} {decimal.IsInteger(2.00m)} {decimal.IsOddInteger(3.0m)} {decimal.Max(1, 2)} {decimal.Clamp(5, 1, 3)} {decimal.CopySign(2, -1)}");
        Suite.Show("math", $"{Math.Abs(-1.5m)} {Math.Max(1m, 2m)} {Math.Min(1m, 2m)} {Math.Sign(-3m)} {Math.Round(2.345m, 2)} {Math.Floor(-1.5m)} {Math.Ceiling(1.2m)} {Math.Truncate(-1.9m)} {Math.Clamp(9m, 1m, 5m)}");
    }

    private static void Rounding()
    {
        Suite.Group("decimal rounding");
        foreach (decimal value in (decimal[])[0m, 0.5m, 1.5m, 2.5m, -0.5m, -1.5m, 2.25m, 2.35m, -2.45m, 2.4999999999999999999999999999m, 79228162514264337593543950335m, 1.005m, 0.4m, 1.00m])
        {
            Suite.Show($"{value}", $"{decimal.Round(value)} {decimal.Floor(value)} {decimal.Ceiling(value)} {decimal.Truncate(value)} {decimal.Round(value, 1)} {decimal.Round(value, 2)}");
            foreach (MidpointRounding mode in (MidpointRounding[])[MidpointRounding.ToEven, MidpointRounding.AwayFromZero, MidpointRounding.ToZero, MidpointRounding.ToNegativeInfinity, MidpointRounding.ToPositiveInfinity])
                Suite.Show($"{value} mode {(int)mode}", $"{decimal.Round(value, mode)} {decimal.Round(value, 1, mode)}");
        }
        Suite.Show("too many places", Thrown(() => decimal.Round(1m, 29)));
        Suite.Show("no mode", Thrown(() => decimal.Round(1m, (MidpointRounding)5)));
    }

    private static void Conversions()
    {
        Suite.Group("decimal conversions");
        foreach (double value in (double[])[0, 1, -1, 0.1, 1.0 / 3, 123456789.123456789, 1e15, 1e16, 123456789012345678, 1e28, 7.9e28, 1e-10, 1e-28, 1.5e-28, 1e-30, 0.1 + 0.2, 99999999999999.95, 5e-29, 2.5, 1e14 + 0.5, 4503599627370497.5])
            Suite.Show($"from {value}", $"{(decimal)value} {(decimal)(float)value}");
        foreach (double value in (double[])[1e29, -1e29, double.NaN, double.PositiveInfinity, double.MaxValue]) Suite.Show($"from {value} fails", Thrown(() => (decimal)value));
        for (int i = 0; i < s_values.Length; i++)
        {
            decimal v = s_values[i];
            Suite.Show($"to others {i}", $"{(double)v} {(float)v} {Thrown(() => (int)v)} {Thrown(() => (long)v)} {Thrown(() => (ulong)v)} {Thrown(() => (byte)v)} {Thrown(() => (short)v)} {Thrown(() => (uint)v)} {Thrown(() => (Int128)v)}");
        }
        Suite.Show("from integers", $"{(decimal)int.MinValue} {(decimal)long.MinValue} {(decimal)ulong.MaxValue} {(decimal)'a'} {(decimal)(sbyte)-5} {(decimal)(Int128)(-7)}");
        Suite.Show("edges", $"{(int)(2147483647m + s_values[5])} {Thrown(() => (int)(2147483647m + s_values[2]))} {(int)(-2147483648m - s_values[5])} {(byte)(255m + s_values[5])} {Thrown(() => (byte)(-s_values[2]))} {(sbyte)(-128m - s_values[5])} {decimal.ToInt32(1.9m)} {decimal.ToDouble(1.5m)}");
        Suite.Show("currency", $"{decimal.ToOACurrency(1.23455m)} {decimal.FromOACurrency(12345)} {decimal.FromOACurrency(-10_000)}");
    }

    private static void Parsing()
    {
        Suite.Group("decimal parse");
        foreach (string text in (string[])["0", "-0", "0.00", "1", "1.50", "-1.5", " 1.5 ", ".5", "5.", ".", "", "1,234.5", "1e2", "+1", "1-", "(1)", "79228162514264337593543950335", "79228162514264337593543950336", "79228162514264337593543950335.4", "79228162514264337593543950335.5",
            "0.00000000000000000000000000005", "0.000000000000000000000000000050000001", "0.00000000000000000000000000015", "1.0000000000000000000000000000000000000", "1.23456789012345678901234567895", "1.23456789012345678901234567885", "123456789012345678901234567890", "-79228162514264337593543950335",
            "00000000000000000000000000000000000001", "1.5x", "1\0", "9999999999999999999999999999.95", "3.1415926535897932384626433832795028841971693993751058209749445923078164"])
        {
            bool parsed = decimal.TryParse(text, out decimal value);
            Suite.Show($"'{text.Replace("\0", "\\0")}'", $"{parsed} {value} {(parsed ? "" : Thrown(() => decimal.Parse(text)))}");
        }
        foreach (NumberStyles style in (NumberStyles[])[NumberStyles.Float, NumberStyles.Integer, NumberStyles.Currency, NumberStyles.Any])
            foreach (string text in (string[])["1e2", "1.50e1", "1.5e-3", "1e-30", "1e28", "1e29", "(1.5)", "¤2", "0e5", "0.0e-3"])
                Suite.Show($"{(int)style} '{text}'", $"{decimal.TryParse(text, style, null, out decimal value)} {value}");
        Suite.Show("bad style", Thrown(() => decimal.Parse("1", NumberStyles.HexNumber)));
    }

    private static void Random()
    {
        Suite.Group("decimal at random");
        // A generator that both sides share: mantissas and scales of all sizes.
        ulong bits = 0x9E3779B97F4A7C15;
        ulong Next()
        {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            return bits ^= bits << 17;
        }
        decimal Value()
        {
            int cut = (int)(Next() % 96);
            UInt128 mantissa = new UInt128(Next() & uint.MaxValue, Next()) >> cut;
            return new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), (Next() & 1) != 0, (byte)(Next() % 29));
        }
        for (int i = 0; i < 40; i++)
        {
            decimal a = Value(), b = Value();
            Suite.Show($"{i}", $"{a} {b} {Thrown(() => a + b)} {Thrown(() => a - b)} {Thrown(() => a * b)} {Thrown(() => a / b)} {Thrown(() => a % b)} {a.CompareTo(b)} {(double)a} {Thrown(() => decimal.Parse(a.ToString()) == a)}");
        }
        int hash = 0;
        for (int i = 0; i < 2000; i++)
        {
            decimal a = Value(), b = Value();
            foreach (char c in $"{Thrown(() => a + b)} {Thrown(() => a - b)} {Thrown(() => a * b)} {Thrown(() => a / b)} {Thrown(() => a % b)} {a.CompareTo(b)} {(decimal)(double)a} {decimal.Round(a, i % 20)}") hash = hash * 31 + c;
        }
        Suite.Show("two thousand more", hash);
    }
}
