using System;
using System.Globalization;

/// <summary>double and float: text, parsing, rounding, order. All formats of integers, too.</summary>
internal static class FloatCases
{
    private static readonly double[] s_values =
    [
        0.0, -0.0, 1, -1, 0.1, 0.2, 0.3, 1.0 / 3, 2.0 / 3, 123.456, 1e15, 1e16, 999999999999999, 9999999999999998, 1e-4, 1e-5, 1.5e-5,
        123456789012345680, 1e22, 1e23, 5e-324, 2.2250738585072014E-308, 2.225073858507201E-308, double.MaxValue, double.MinValue, double.NaN,
        double.PositiveInfinity, double.NegativeInfinity, 4.35, 0.000123456, 9007199254740993, 9007199254740992, 1.7976931348623155E+308, 8.5, 2.5,
    ];

    public static void Run()
    {
        Text();
        Formats();
        Parse();
        Rounding();
        Order();
        IntegerFormats();
    }

    private static void Text()
    {
        Suite.Group("double text");
        for (int i = 0; i < s_values.Length; i++) Suite.Show($"{i}", s_values[i].ToString());
        Suite.Group("float text");
        float[] floats = [0f, 0.1f, 1f / 3, 16777216f, 16777217f, 1e7f, 9999999f, 1e-5f, float.MaxValue, float.Epsilon, 1.17549435E-38f, 3.4e10f, float.NaN, -2.5f];
        for (int i = 0; i < floats.Length; i++) Suite.Show($"{i}", floats[i].ToString());
        Suite.Group("double round trip");
        // A generator of bits that both sides share.
        ulong bits = 0x9E3779B97F4A7C15;
        for (int i = 0; i < 60; i++)
        {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            double value = BitConverter.UInt64BitsToDouble(bits);
            float single = BitConverter.UInt32BitsToSingle((uint)(bits >> 32));
            string text = value.ToString(), singleText = single.ToString();
            bool same = BitConverter.DoubleToUInt64Bits(double.Parse(text)) == BitConverter.DoubleToUInt64Bits(value) || double.IsNaN(value);
            bool sameSingle = BitConverter.SingleToUInt32Bits(float.Parse(singleText)) == BitConverter.SingleToUInt32Bits(single) || float.IsNaN(single);
            Suite.Show($"{i}", $"{text} {same} {singleText} {sameSingle}");
        }
        Span<char> room = stackalloc char[4];
        Suite.Show("into room", $"{1.25.TryFormat(room, out int written)} {written}");
        Suite.Show("into too little", $"{1.125.TryFormat(room, out written)} {written}");
        Suite.Show("interpolated", $"{1.5} {2.25,8:F1}|{-0.5,-6}|");
    }

    private static void Formats()
    {
        Suite.Group("double formats");
        foreach (string format in (string[])["F0", "F2", "F10", "E", "E2", "e0", "G", "G3", "G17", "G20", "N1", "N", "P1", "P", "C2", "R", "r", "g4"])
            foreach (int i in (int[])[0, 1, 4, 7, 9, 10, 12, 15, 17, 20, 28, 29, 33, 34])
                Suite.Show($"{format} {i}", s_values[i].ToString(format));
        Suite.Show("long", double.MaxValue.ToString("F1"));
        Suite.Show("small", double.Epsilon.ToString("E30"));
        Suite.Show("digits", 0.1.ToString("F60"));
        Suite.Show("float", 0.1f.ToString("F12"));
        Suite.Show("float G9", 0.1f.ToString("G9"));
    }

    private static void Parse()
    {
        Suite.Group("parse double");
        string[] texts =
        [
            "0", "-0", "1.5", " 1.5 ", ".5", "5.", ".", "", "1e3", "1E+3", "1e-3", "1e", "1,234.5", "1,2,3", "NaN", "nan", "-NaN", "Infinity", "-infinity",
            "+Infinity", "1e308", "1.8e308", "-1.8e308", "1e400", "1e-400", "4.9e-324", "2.4e-324", "2.5e-324", "2.2250738585072011e-308",
            "9007199254740993", "9007199254740992.9999", "9007199254740993.0000000000000000000000000001", "0.1", "123456789012345678901234567890",
            "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "0x10", "1.5a", "--1", "1-", "(1)", "1e99999999999", "0e99999999999",
            "8.5\0", "0.000000000000000000000000000000000000000000000000000000000000000000000001", "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
        ];
        foreach (string text in texts)
        {
            bool parsed = double.TryParse(text, out double value), single = float.TryParse(text, out float narrow);
            Suite.Show($"'{text.Replace("\0", "\\0")}'", $"{parsed} {value} {single} {narrow}");
        }
        foreach (NumberStyles style in (NumberStyles[])[NumberStyles.None, NumberStyles.Integer, NumberStyles.AllowDecimalPoint, NumberStyles.Number, NumberStyles.Currency, NumberStyles.Any])
            foreach (string text in (string[])["1", "-1", "1.5", "1e2", "1,000.5", "(2.5)", "¤3", " 4-"])
                Suite.Show($"{(int)style} '{text}'", $"{double.TryParse(text, style, null, out double value)} {value}");
    }

    private static void Rounding()
    {
        Suite.Group("rounding");
        foreach (double value in (double[])[0, -0.0, 0.4, 0.5, 0.6, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4999999999999996, 0.49999999999999994, 4503599627370495.5, 1e300, double.NaN, double.PositiveInfinity])
        {
            Suite.Show($"{value}", $"{Math.Round(value)} {Math.Floor(value)} {Math.Ceiling(value)} {Math.Truncate(value)}");
            Suite.Show($"{value} modes", $"{Math.Round(value, MidpointRounding.AwayFromZero)} {Math.Round(value, MidpointRounding.ToZero)} {Math.Round(value, MidpointRounding.ToNegativeInfinity)} {Math.Round(value, MidpointRounding.ToPositiveInfinity)}");
        }
        Suite.Show("sqrt", $"{Math.Sqrt(2)} {Math.Sqrt(-1)} {Math.Sqrt(0)}");
        Suite.Show("abs", $"{Math.Abs(-1.5)} {Math.Abs(-0.0)} {Math.Abs(-2f)}");
        Suite.Show("copy sign", $"{Math.CopySign(1, -0.0)} {Math.CopySign(-3, 2)}");
        Suite.Show("sign", $"{Math.Sign(-2.5)} {Math.Sign(0.0)} {Math.Sign(3f)}");
        Suite.Show("min", $"{Math.Min(1.0, 2.0)} {Math.Min(double.NaN, 1)} {Math.Min(0.0, -0.0)} {Math.Min(1f, float.NaN)}");
        Suite.Show("max", $"{Math.Max(1.0, 2.0)} {Math.Max(1, double.NaN)} {Math.Max(-0.0, 0.0)} {Math.Max(1f, 2f)}");
        Suite.Show("clamp", $"{Math.Clamp(5.5, 0, 1)} {Math.Clamp(-5f, 0, 1)}");
        Suite.Show("divrem", $"{Math.DivRem(17, 5)} {Math.DivRem(-17L, 5L)} {Math.DivRem((byte)250, (byte)7)}");
        Suite.Show("big product", $"{Math.BigMul(ulong.MaxValue, ulong.MaxValue, out ulong low)} {low}");
        Suite.Show("big signed product", $"{Math.BigMul(long.MinValue, 3L, out long signed)} {signed}");
        Suite.Show("big int product", Math.BigMul(int.MinValue, int.MinValue));
    }

    private static void Order()
    {
        Suite.Group("double order");
        double[] values = [double.NaN, double.NegativeInfinity, -1, -0.0, 0.0, double.Epsilon, 1, double.PositiveInfinity];
        for (int i = 0; i < values.Length; i++)
            for (int j = 0; j < values.Length; j++)
                Suite.Show($"{i} {j}", $"{values[i].CompareTo(values[j])} {values[i].Equals(values[j])} {values[i] == values[j]} {values[i] < values[j]}");
        Suite.Show("kinds", $"{double.IsNaN(0 / values[4])} {double.IsInfinity(values[1])} {double.IsFinite(1)} {double.IsSubnormal(values[5])} {double.IsNormal(1)} {double.IsNegative(-0.0)} {double.IsInteger(2.0)} {double.IsInteger(2.5)}");
        Suite.Show("hash codes", $"{1.5.GetHashCode()} {(-0.0).GetHashCode()} {0.0.GetHashCode()} {1.5f.GetHashCode()}");
    }

    private static void IntegerFormats()
    {
        Suite.Group("integer formats");
        foreach (string format in (string[])["F0", "F2", "E2", "G3", "G1", "N1", "N0", "N", "P1", "C2", "C", "E", "e0", "G20", "B", "b8", "R", "D300", "X0", "x20", "g", "d3"])
            foreach (int value in (int[])[0, 5, 15, 1234567, -1234567, -25, int.MinValue])
                Suite.Show($"{format} {value}", value.ToString(format));
        Suite.Show("long N", long.MinValue.ToString("N0"));
        Suite.Show("ulong N", ulong.MaxValue.ToString("N3"));
        Suite.Show("ulong E", ulong.MaxValue.ToString("E5"));
        Suite.Show("sbyte B", ((sbyte)-1).ToString("B"));
        Suite.Show("interpolated", $"{1234567:N0}|{-5,8:F1}|{255:B}");
    }
}
