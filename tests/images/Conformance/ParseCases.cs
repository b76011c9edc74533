using System;
using System.Globalization;

/// <summary>Text to integers: what is taken, what is not, where the limits are.</summary>
internal static class ParseCases
{
    private static readonly string?[] s_texts =
    [
        "0", "1", "-1", "+1", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "-32768", "-32769", "65535", "65536",
        "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
        "99999999999999999999999999", "000000000000000000000000000000012", "-0", "+0", "", " ", "-", "+", "--1", "+-1", "1-", " 12", "12 ",
        "\t12\r\n", "1 2", "12\0", "12\0\0 ", "12 \0", "12a", "a12", "1.0", "1,000", "1e3", "0x10", "(5)", "\u00A012", "\u0661", null,
    ];

    public static void Run()
    {
        Plain();
        Styles();
        PowersOfTwo();
        Booleans();
    }

    private static void Plain()
    {
        Suite.Group("parse");
        foreach (string? text in s_texts)
        {
            string name = text is null ? "null" : text.Replace("\0", "\\0").Replace("\r\n", "\\r\\n").Replace("\t", "\\t");
            bool b = sbyte.TryParse(text, out sbyte i8), c = byte.TryParse(text, out byte u8);
            bool d = short.TryParse(text, out short i16), e = ushort.TryParse(text, out ushort u16);
            Suite.Show($"narrow '{name}'", $"{b} {i8} {c} {u8} {d} {i16} {e} {u16}");
            bool f = int.TryParse(text, out int i32), g = uint.TryParse(text, out uint u32);
            bool h = long.TryParse(text, out long i64), i = ulong.TryParse(text, out ulong u64);
            bool j = nint.TryParse(text, out nint ip), k = nuint.TryParse(text, out nuint up);
            Suite.Show($"wide '{name}'", $"{f} {i32} {g} {u32} {h} {i64} {i} {u64} {j} {ip} {k} {up}");
        }
        Suite.Equal("int", -42, int.Parse("-42"));
        Suite.Equal("span", 17, int.Parse("x17y".AsSpan(1, 2)));
        Suite.Equal("provider", 5, int.Parse("5", CultureInfo.InvariantCulture));
        Suite.Equal("generic", 12, Generic<int>("12"));
        Suite.Equal("generic byte", 12, Generic<byte>("12"));
    }

    private static T Generic<T>(string text) where T : IParsable<T> => T.Parse(text, null);

    private static void Styles()
    {
        Suite.Group("number styles");
        NumberStyles[] styles =
        [
            NumberStyles.None, NumberStyles.Integer, NumberStyles.AllowThousands, NumberStyles.AllowDecimalPoint, NumberStyles.AllowExponent,
            NumberStyles.AllowParentheses, NumberStyles.AllowTrailingSign | NumberStyles.AllowTrailingWhite, NumberStyles.Number,
            NumberStyles.Float, NumberStyles.Currency, NumberStyles.Any,
        ];
        string[] texts =
        [
            "12", " 12", "12 ", "-12", "12-", "1,234", "1,,2", ",12", "12.0", "12.5", "12.", ".0", "1e2", "1e-1", "10e-1", "1E+2", "1e", "1e20",
            "(12)", "(12", "( 12 )", "-(12)", "¤12", "12¤", "-¤12", "¤-12", "0.0", "-0", "+1,2.00e1-", "1.5e1",
        ];
        foreach (NumberStyles style in styles)
            foreach (string text in texts)
            {
                bool parsed = int.TryParse(text, style, null, out int value);
                bool wide = ulong.TryParse(text, style, null, out ulong unsigned);
                Suite.Show($"{(int)style} '{text}'", $"{parsed} {value} {wide} {unsigned}");
            }
    }

    private static void PowersOfTwo()
    {
        Suite.Group("hexadecimal and binary");
        foreach (string text in (string[])["0", "f", "F", "ff", "80", "7f", "100", "0000ff", "FFFFFFFF", "80000000", "100000000", "-1", "0xf", "g", "", " a ", "a\0"])
        {
            string name = text.Replace("\0", "\\0");
            bool a = sbyte.TryParse(text, NumberStyles.HexNumber, null, out sbyte i8);
            bool b = int.TryParse(text, NumberStyles.HexNumber, null, out int i32);
            bool c = uint.TryParse(text, NumberStyles.AllowHexSpecifier, null, out uint u32);
            bool d = long.TryParse(text, NumberStyles.HexNumber, null, out long i64);
            Suite.Show($"hex '{name}'", $"{a} {i8} {b} {i32} {c} {u32} {d} {i64}");
        }
        foreach (string text in (string[])["0", "1", "101", "11111111", "10000000", "100000000", "2", " 1 ", ""])
        {
            bool a = byte.TryParse(text, NumberStyles.BinaryNumber, null, out byte u8);
            bool b = sbyte.TryParse(text, NumberStyles.BinaryNumber, null, out sbyte i8);
            bool c = short.TryParse(text, NumberStyles.AllowBinarySpecifier, null, out short i16);
            Suite.Show($"binary '{text}'", $"{a} {u8} {b} {i8} {c} {i16}");
        }
        Suite.Equal("hex long", -1, long.Parse("ffffffffffffffff", NumberStyles.HexNumber));
    }

    private static void Booleans()
    {
        Suite.Group("parse bool");
        foreach (string? text in (string?[])["True", "true", "FALSE", " false ", "\0true\0", "tru", "1", "", null, "yes", "trueish"])
            Suite.Show($"'{text?.Replace("\0", "\\0")}'", $"{bool.TryParse(text, out bool value)} {value}");
        Suite.True("parse", bool.Parse("tRuE") && !bool.Parse("False"));
    }
}
