using System;
using System.Globalization;

/// <summary>Integers of 128 bits.</summary>
internal static class WideIntegerCases
{
    private static readonly UInt128[] s_unsigned =
    [
        0, 1, 2, 10, uint.MaxValue, (UInt128)uint.MaxValue + 1, ulong.MaxValue, (UInt128)ulong.MaxValue + 1, UInt128.MaxValue, UInt128.MaxValue - 1, UInt128.MaxValue / 3, UInt128.One << 127, new(0x0123456789ABCDEF, 0xFEDCBA9876543210), 1_000_000_000_000_000_000,
    ];

    public static void Run()
    {
        Unsigned();
        Signed();
        Text();
        Conversions();
    }

    private static string Thrown<T>(Func<T> action) => TimeSpanCases.Thrown(action);

    private static void Unsigned()
    {
        Suite.Group("UInt128");
        for (int i = 0; i < s_unsigned.Length; i++)
            for (int j = i % 2; j < s_unsigned.Length; j += 2)
            {
                UInt128 a = s_unsigned[i], b = s_unsigned[j];
                Suite.Show($"{i} {j}", $"{a + b} {a - b} {a * b} {Thrown(() => a / b)} {Thrown(() => a % b)} {a & b} {a | b} {a ^ b} {a.CompareTo(b)} {a < b} {a >= b} {a == b}");
                Suite.Show($"checked {i} {j}", $"{Thrown(() => checked(a + b))} {Thrown(() => checked(a - b))} {Thrown(() => checked(a * b))}");
            }
        foreach (int shift in (int[])[0, 1, 31, 63, 64, 65, 127, 128, 129, -1]) Suite.Show($"shift {shift}", $"{s_unsigned[12] << shift} {s_unsigned[12] >> shift} {s_unsigned[12] >>> shift}");
        Suite.Show("bits", $"{UInt128.LeadingZeroCount(s_unsigned[12])} {UInt128.TrailingZeroCount(s_unsigned[12])} {UInt128.PopCount(s_unsigned[12])} {UInt128.Log2(s_unsigned[12])} {UInt128.IsPow2(s_unsigned[11])} {UInt128.RotateLeft(s_unsigned[12], 68)} {~s_unsigned[1]} {UInt128.LeadingZeroCount(0)}");
        UInt128 counter = ulong.MaxValue;
        counter++;
        Suite.Show("increment", $"{counter} {--counter} {-counter} {UInt128.Max(1, 2)} {UInt128.Clamp(9, 1, 5)}");
    }

    private static void Signed()
    {
        Suite.Group("Int128");
        Int128[] values = [0, 1, -1, 10, -10, long.MaxValue, long.MinValue, Int128.MaxValue, Int128.MinValue, (Int128)ulong.MaxValue + 5, -(Int128)ulong.MaxValue * 3];
        for (int i = 0; i < values.Length; i++)
            for (int j = 0; j < values.Length; j++)
            {
                Int128 a = values[i], b = values[j];
                Suite.Show($"{i} {j}", $"{a + b} {a - b} {a * b} {Thrown(() => a / b)} {Thrown(() => a % b)} {a.CompareTo(b)} {a < b} {a == b} {Thrown(() => checked(a + b))} {Thrown(() => checked(a * b))} {Thrown(() => checked(a - b))}");
            }
        foreach (int shift in (int[])[0, 1, 63, 64, 100, 127, 128]) Suite.Show($"shift {shift}", $"{values[10] << shift} {values[10] >> shift} {values[10] >>> shift}");
        Suite.Show("signs", $"{Int128.IsNegative(-1)} {Int128.Sign(-5)} {Int128.Abs(-5)} {Thrown(() => Int128.Abs(Int128.MinValue))} {Thrown(() => checked(-Int128.MinValue))} {Int128.CopySign(5, -1)} {Int128.NegativeOne}");
    }

    private static void Text()
    {
        Suite.Group("128 bits text");
        foreach (string format in (string[])["G", "D", "D45", "X", "x", "X40", "B", "N", "N0", "E", "E40", "F2", "C", "P", "R", "G5", "0.0", "#,##0"])
            for (int i = 0; i < s_unsigned.Length; i += 3) Suite.Show($"{format} {i}", $"{s_unsigned[i].ToString(format)} {(-(Int128)s_unsigned[i]).ToString(format)}");
        foreach (string text in (string[])["0", "-1", "340282366920938463463374607431768211455", "340282366920938463463374607431768211456", "170141183460469231731687303715884105727", "170141183460469231731687303715884105728", "-170141183460469231731687303715884105728", "-170141183460469231731687303715884105729", "", "x", " 12 ", "0000000000000000000000000000000000000000000001"])
            Suite.Show($"parse '{text}'", $"{UInt128.TryParse(text, out UInt128 u)} {u} {Int128.TryParse(text, out Int128 s)} {s} {Thrown(() => Int128.Parse(text))}");
        foreach (string text in (string[])["ff", "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "g"])
            Suite.Show($"parse hex '{text}'", $"{UInt128.TryParse(text, NumberStyles.HexNumber, null, out UInt128 u)} {u} {Int128.TryParse(text, NumberStyles.HexNumber, null, out Int128 s)} {s}");
    }

    private static void Conversions()
    {
        Suite.Group("128 bits conversions");
        foreach (double value in (double[])[0, 1.9, -1.9, 1e20, -1e20, 1e38, 3.5e38, double.NaN, 0.5])
            Suite.Show($"from {value}", $"{(value < 0 || value > 3.4e38 || double.IsNaN(value) ? 0 : (UInt128)value)} {(Math.Abs(value) > 1e38 || double.IsNaN(value) ? 0 : (Int128)value)} {Thrown(() => checked((UInt128)value))} {Thrown(() => checked((Int128)value))}");
        for (int i = 0; i < s_unsigned.Length; i++)
        {
            UInt128 u = s_unsigned[i];
            Int128 s = -(Int128)u;
            Suite.Show($"to others {i}", $"{(double)u} {(float)u} {(double)s} {(int)u} {(ulong)u} {(long)s} {Thrown(() => checked((int)u))} {Thrown(() => checked((long)s))} {Thrown(() => checked((byte)u))} {Thrown(() => checked((Int128)u))} {Thrown(() => (decimal)u)}");
        }
    }
}
