using System;
using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

/// <summary>Convert: numbers to numbers, bases, Base64, hexadecimal digits.</summary>
internal static class ConvertCases
{
    public static void Run()
    {
        Numbers();
        Objects();
        Bases();
        Base64Text();
        Hexadecimal();
        Bytes();
    }

    private static string Thrown<T>(Func<T> action) => TimeSpanCases.Thrown(action);

    private static void Numbers()
    {
        Suite.Group("Convert");
        foreach (double value in (double[])[0, 0.5, 1.5, 2.5, -0.5, -1.5, 127.5, 128, 255.4, 255.5, 32767.5, 65535.5, 2147483647.4, 2147483647.5, -2147483648.5, -2147483648.6, 4294967295.4, 4294967295.5, 9.2e18, 9.3e18, 1.8e19, 1.9e19, double.NaN, double.PositiveInfinity])
            Suite.Show($"double {value}", $"{Thrown(() => Convert.ToSByte(value))} {Thrown(() => Convert.ToByte(value))} {Thrown(() => Convert.ToInt16(value))} {Thrown(() => Convert.ToUInt16(value))} {Thrown(() => Convert.ToInt32(value))} {Thrown(() => Convert.ToUInt32(value))} {Thrown(() => Convert.ToInt64(value))} {Thrown(() => Convert.ToUInt64(value))} {Thrown(() => Convert.ToDecimal(value))} {Convert.ToBoolean(value)} {Convert.ToSingle(value)}");
        foreach (long value in (long[])[0, 1, -1, 127, 128, 255, 256, -128, -129, 32768, 65536, int.MaxValue, uint.MaxValue, long.MaxValue, long.MinValue])
            Suite.Show($"long {value}", $"{Thrown(() => Convert.ToSByte(value))} {Thrown(() => Convert.ToByte(value))} {Thrown(() => Convert.ToInt16(value))} {Thrown(() => Convert.ToUInt16(value))} {Thrown(() => Convert.ToInt32(value))} {Thrown(() => Convert.ToUInt32(value))} {Thrown(() => Convert.ToUInt64(value))} {Convert.ToDouble(value)} {Thrown(() => (int)Convert.ToChar(value))}");
        foreach (decimal value in (decimal[])[0.5m, 1.5m, 2.5m, -0.5m, 255.5m, 2147483647.5m, -1m])
            Suite.Show($"decimal {value}", $"{Thrown(() => Convert.ToByte(value))} {Thrown(() => Convert.ToInt32(value))} {Thrown(() => Convert.ToInt64(value))} {Thrown(() => Convert.ToUInt32(value))} {Convert.ToDouble(value)} {Convert.ToBoolean(value)}");
        foreach (string? text in (string?[])[null, "", "12", "-5", "1.5", " 7 ", "x", "True", "999999999999", "1e3"])
            Suite.Show($"text '{text ?? "null"}'", $"{Thrown(() => Convert.ToInt32(text))} {Thrown(() => Convert.ToByte(text))} {Thrown(() => Convert.ToDouble(text))} {Thrown(() => Convert.ToDecimal(text))} {Thrown(() => Convert.ToBoolean(text))} {Thrown(() => Convert.ToUInt64(text))} {Thrown(() => Convert.ToInt16(text, CultureInfo.InvariantCulture))}");
        Suite.Show("bool", $"{Convert.ToInt32(true)} {Convert.ToDouble(false)} {Convert.ToString(true)} {Convert.ToBoolean(3)} {Convert.ToChar("x")} {Thrown(() => Convert.ToChar("xy"))} {Convert.ToInt32('a')} {Convert.ToChar(97)}");
        Suite.Show("dates", $"{Convert.ToDateTime("2024-02-29"):s} {Convert.ToDateTime((string?)null):s} {Convert.ToString(new DateTime(2024, 2, 29))}");
    }

    private static void Objects()
    {
        Suite.Group("Convert objects");
        object?[] values = [null, 5, 5.5, "6", true, 'a', 7m, (byte)8, -9L, ulong.MaxValue, new object()];
        foreach (object? value in values)
        {
            string name = value is null ? "null" : value.GetHashCode() == 0 ? "zero" : value is string or int or double or bool or char or decimal or byte or long or ulong ? value.ToString()! : "an object";
            Suite.Show(name, $"{Thrown(() => Convert.ToInt32(value))} {Thrown(() => Convert.ToDouble(value))} {Thrown(() => Convert.ToBoolean(value))} {Thrown(() => Convert.ToDecimal(value))} {Thrown(() => Convert.ToByte(value))} {(name == "an object" ? "" : Convert.ToString(value))}");
        }
    }

    private static void Bases()
    {
        Suite.Group("Convert bases");
        foreach (int toBase in (int[])[2, 8, 10, 16])
            foreach (int value in (int[])[0, 1, -1, 255, int.MinValue, int.MaxValue])
                Suite.Show($"{value} in {toBase}", $"{Convert.ToString(value, toBase)} {Convert.ToString((long)value, toBase)} {Convert.ToString((short)value, toBase)} {Convert.ToString((byte)value, toBase)}");
        foreach ((string? text, int fromBase) in ((string?, int)[])[("ff", 16), ("0xFF", 16), ("FFFFFFFF", 16), ("100000000", 16), ("-1", 10), ("+7", 10), ("-1", 16), ("11111111111111111111111111111111", 2), ("102", 2), ("777", 8), ("8", 8), ("", 16), (null, 16), ("0x", 16), ("12x", 10), ("2147483648", 10), ("-2147483648", 10), ("zz", 16), ("10", 3), (" 1", 10)])
            Suite.Show($"'{text ?? "null"}' from {fromBase}", $"{Thrown(() => Convert.ToInt32(text, fromBase))} {Thrown(() => Convert.ToByte(text, fromBase))} {Thrown(() => Convert.ToInt64(text, fromBase))} {Thrown(() => Convert.ToUInt32(text, fromBase))} {Thrown(() => Convert.ToInt16(text, fromBase))} {Thrown(() => Convert.ToSByte(text, fromBase))}");
    }

    private static byte[] Pattern(int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte)(i * 37 + 11);
        return bytes;
    }

    private static void Base64Text()
    {
        Suite.Group("Base64");
        foreach (int length in (int[])[0, 1, 2, 3, 4, 5, 6, 57, 58, 114, 120])
        {
            byte[] bytes = Pattern(length);
            string text = Convert.ToBase64String(bytes), lines = Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
            Suite.Show($"{length} bytes", $"{text} {lines.Replace("\r\n", "|")} {Convert.FromBase64String(lines).AsSpan().SequenceEqual(bytes)}");
        }
        foreach (string text in (string[])["QUJD", "QUI=", "QQ==", "QQ", "QQ=", "Q===", "=", "QUJ DRA ==", " Q Q = = ", "QR==", "QUJD\n", "QU$D", "QUJDQ", "QQ==QQ==", "QUJD====", "\u0251UJD", "-_-_", "", "   "])
            Suite.Show($"from '{text.Replace("\n", "\\n")}'", Thrown(() => Convert.ToHexString(Convert.FromBase64String(text))));
        Span<char> room = stackalloc char[8];
        Span<byte> bytesRoom = stackalloc byte[4];
        Suite.Show("try", $"{Convert.TryToBase64Chars([1, 2, 3], room, out int written)} {written} {Convert.TryToBase64Chars(Pattern(7), room, out written)} {written} {Convert.TryFromBase64String("QUJD", bytesRoom, out written)} {written} {Convert.TryFromBase64String("QUJDRUZH", bytesRoom, out written)} {written} {Convert.TryFromBase64Chars("QU", bytesRoom, out written)} {written}");
        Suite.Show("parts", $"{Convert.ToBase64String(Pattern(9), 2, 4)} {Thrown(() => Convert.ToBase64String(Pattern(3), 2, 4))} {Thrown(() => Convert.ToBase64String((byte[])null!))} {Thrown(() => Convert.FromBase64String(null!).Length)} {Thrown(() => Convert.ToBase64String([1], (Base64FormattingOptions)2))}");
        char[] chars = new char[10];
        Suite.Show("into array", $"{Convert.ToBase64CharArray(Pattern(4), 0, 4, chars, 1)} {new string(chars).Replace('\0', '.')} {Convert.ToHexString(Convert.FromBase64CharArray(chars, 1, 8))}");
    }

    private static void Hexadecimal()
    {
        Suite.Group("hexadecimal");
        Suite.Show("to", $"{Convert.ToHexString([0, 1, 0xAB, 0xFF])} {Convert.ToHexStringLower([0, 1, 0xAB, 0xFF])} {Convert.ToHexString(Pattern(5), 1, 2)} '{Convert.ToHexString([])}'");
        foreach (string text in (string[])["", "00", "aBcD", "0", "0g", "g0", "12 4", "FFEEDDCC"]) Suite.Show($"from '{text}'", Thrown(() => Convert.ToHexStringLower(Convert.FromHexString(text))));
        Span<byte> room = stackalloc byte[2];
        Span<char> chars = stackalloc char[3];
        foreach (string text in (string[])["", "ab", "abcd", "abcdef", "abc", "ag", "abxy"])
            Suite.Show($"into room '{text}'", $"{(int)Convert.FromHexString(text, room, out int consumed, out int written)} {consumed} {written}");
        Suite.Show("try", $"{Convert.TryToHexString([1], chars, out int n)} {n} {Convert.TryToHexStringLower([1, 2], chars, out n)} {n}");
    }

    private static void Bytes()
    {
        Suite.Group("Base64 in UTF-8");
        Span<byte> room = stackalloc byte[16];
        foreach (bool isFinal in (bool[])[true, false])
        {
            foreach (int length in (int[])[0, 1, 2, 3, 4, 9, 12, 13])
                Suite.Show($"encode {length} {isFinal}", $"{(int)Base64.EncodeToUtf8(Pattern(length), room, out int read, out int written, isFinal)} {read} {written} {Encoding.ASCII.GetString(room[..written])}");
            foreach (string text in (string[])["", "QUJD", "QUI=", "QQ==", "QQ", "QUJDQ", "QU$D", "QUJDQU$D", "QUJD QUJD", "QQ==QUJD"])
                Suite.Show($"decode '{text}' {isFinal}", $"{(int)Base64.DecodeFromUtf8(Encoding.ASCII.GetBytes(text), room, out int read, out int written, isFinal)} {read} {written}");
        }
        Suite.Show("lengths", $"{Base64.GetMaxEncodedToUtf8Length(10)} {Base64.GetMaxDecodedFromUtf8Length(12)} {Base64.IsValid("QUJD")} {Base64.IsValid("QUI=", out int decoded)} {decoded} {Base64.IsValid("QUI")} {Base64.IsValid("QUJD"u8)}");
        Suite.Show("url", $"{Base64Url.EncodeToString([0xFB, 0xFF, 0xFE, 1])} {Convert.ToHexString(Base64Url.DecodeFromChars("-__-AQ"))} {Convert.ToHexString(Base64Url.DecodeFromChars("-__-AQ=="))} {Base64Url.GetEncodedLength(4)} {Base64Url.GetMaxDecodedLength(6)} {Thrown(() => Base64Url.DecodeFromChars("a").Length)} {Base64Url.IsValid("-_")} {Base64Url.IsValid("-w")} {Thrown(() => Base64Url.DecodeFromChars("-_").Length)} {Base64.IsValid("QR==")} {Thrown(() => Convert.FromBase64String("QR==").Length)}");
    }
}
