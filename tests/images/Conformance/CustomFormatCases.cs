using System;
using System.Globalization;

/// <summary>Custom numeric formats over all kinds of numbers.</summary>
internal static class CustomFormatCases
{
    private static readonly string[] s_formats =
    [
        "0", "00", "0.00", "0.0#", "#", "##", "#.##", "#,##0", "#,##0.00", "#,#", "0,0.0", "0,", "0,,", "#,##0,", "0.0,", "0%", "0.0%", "0.00‰", "0.###E+0", "0.0E0", "00.00E-00", "0E+000", "#.#e+0", "0;(0)", "0;-0;zero", "0.0;;'none'", ";",
        "#;;0", "'a'0'b'", "\"q\"0", @"\#0", @"0\.0", "$0.00", "(0)", "000-00-0000", "0.0.0", "0x", "abc", "E0x", "0e", "0E", "0E+", "#0.0#;#0.0#-", "0'", ",0", "0,.0", "#.0#0", "0#", "#0#", "0.#0", "0 0", "[0]", "% 0", "0;'a;b';'c'", "+0;-0",
    ];

    public static void Run()
    {
        Suite.Group("custom formats");
        double[] doubles = [0, -0.0, 1, -1, 0.5, -0.5, 1.005, 1234.5678, -1234567.891, 0.00012345, 1e15, 123456789012345678, 1e-20, 0.999, 9.995, double.NaN, double.PositiveInfinity, -0.001];
        for (int f = 0; f < s_formats.Length; f++)
        {
            for (int i = 0; i < doubles.Length; i += 1 + f % 2) Suite.Show($"double {f} {i}", doubles[i].ToString(s_formats[f], CultureInfo.InvariantCulture));
            foreach (int value in (int[])[0, 7, -7, 1234567, int.MinValue]) Suite.Show($"int {f} {value}", value.ToString(s_formats[f]));
            Suite.Show($"decimal {f}", $"{1234.565m.ToString(s_formats[f])} {(-0.05m).ToString(s_formats[f])} {0.0m.ToString(s_formats[f])}");
            Suite.Show($"others {f}", $"{ulong.MaxValue.ToString(s_formats[f])} {((byte)5).ToString(s_formats[f])} {1.1f.ToString(s_formats[f])} {UInt128.MaxValue.ToString(s_formats[f])}");
        }
        Suite.Show("interpolated", $"{1234.5:#,##0.00} {0.25:0%} {7:000}|{-3:0;(0)}|{1.5m,10:0.00}|");
        Suite.Show("string.Format", string.Format(CultureInfo.InvariantCulture, "{0:0.0} {1:00}", 1.25, 3));
        Span<char> room = stackalloc char[6];
        Suite.Show("into room", $"{12.5.TryFormat(room, out int written, "0.000")} {written} {room[..written].ToString()}");
        Suite.Show("into too little", $"{1234.5.TryFormat(room, out written, "0.000")} {written}");
        Suite.Show("providers", $"{1.5.ToString(NumberFormatInfo.InvariantInfo)} {1.5.ToString(CultureInfo.CurrentCulture.NumberFormat)} {NumberFormatInfo.GetInstance(null).NumberDecimalSeparator} {CultureInfo.InvariantCulture.NumberFormat.NegativeSign} {CultureInfo.InvariantCulture.NumberFormat.NumberGroupSeparator}");
    }
}
