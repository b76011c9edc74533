using System;
using System.Buffers;
using System.Text;

/// <summary>Text as bytes: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, and what is wrong in them.</summary>
internal static class EncodingCases
{
    private static readonly string[] s_texts =
    [
        "", "a", "plain ASCII text", "\u0000\u007F", "é", "ÿĀ", "\u07FF\u0800", "\uFFFD\uFFFF", "\U0001F600", "a\U0001F600b", "\uD800", "\uDC00", "a\uD800b", "\uD800\uD800\uDC00", "\uDC00\uD800", "\uD83D", "日本語", "mixed é日\U00010000!", "\uDBFF\uDFFF", "ﬀĀœ€™…",
    ];

    private static readonly string[] s_bytes =
    [
        "", "61", "C3A9", "E697A5", "F09F9880", "80", "BF", "C0", "C080", "C1BF", "C2", "C2C2", "E0", "E080", "E08080", "E09F80", "E0A0", "E0A080", "ED9FBF", "EDA080", "EDBFBF", "EE8080", "EFBFBF", "F0", "F08080", "F0808080", "F08FBFBF", "F0908080", "F48FBFBF", "F4908080",
        "F5808080", "F8", "FE", "FF", "61C3", "61E697", "61F09F98", "C3A961", "E69761", "F09F9861", "F09F61", "F061", "EFBBBF61", "C3C3A9", "E6E697A5", "F0F09F9880", "80808080", "ED", "EDA0", "EDA061", "E0A061", "F4", "F490", "610080FF",
    ];

    public static void Run()
    {
        Encoding[] all = [Encoding.UTF8, Encoding.ASCII, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];
        foreach (Encoding encoding in all)
        {
            Suite.Group(encoding.WebName);
            Suite.Show("facts", $"{encoding.CodePage} {encoding.IsSingleByte} {encoding.GetMaxByteCount(10)} {encoding.GetMaxCharCount(11)} {Convert.ToHexString(encoding.GetPreamble())} {encoding.Preamble.Length}");
            for (int i = 0; i < s_texts.Length; i++)
            {
                byte[] bytes = encoding.GetBytes(s_texts[i]);
                Suite.Show($"bytes {i}", $"{Convert.ToHexString(bytes)} {encoding.GetByteCount(s_texts[i])} {encoding.GetString(bytes) == s_texts[i]}");
            }
            foreach (string hex in s_bytes)
            {
                byte[] bytes = Convert.FromHexString(hex);
                string text = encoding.GetString(bytes);
                string codes = "";
                foreach (char c in text) codes += $"{(int)c:X4} ";
                Suite.Show($"text of {hex}", $"{codes}{encoding.GetCharCount(bytes)}");
            }
        }
        Errors();
        Buffers();
        Runes();
        Unicode();
    }

    private static string Thrown<T>(Func<T> action)
    {
        try
        {
            return $"{action()}";
        }
        catch (EncoderFallbackException e)
        {
            return $"EncoderFallback {e.Index} {(int)e.CharUnknown:X4} {e.IsUnknownSurrogate()}";
        }
        catch (DecoderFallbackException e)
        {
            return $"DecoderFallback {e.Index} {Convert.ToHexString(e.BytesUnknown!)}";
        }
        catch (NotSupportedException)
        {
            return "NotSupported";
        }
        catch (ArgumentException)
        {
            return TimeSpanCases.Thrown(action);
        }
    }

    private static void Errors()
    {
        Suite.Group("encoding errors");
        UTF8Encoding strict = new(false, true);
        foreach (string hex in (string[])["C3", "61C3", "80", "E08080", "EDA080", "F4908080", "61E697", "C3A980"])
            Suite.Show($"UTF-8 {hex}", Thrown(() => strict.GetString(Convert.FromHexString(hex))));
        foreach (string text in (string[])["\uD800", "ab\uDC00", "a\uD800b", "\U0001F600"])
            Suite.Show($"UTF-8 of {(int)text[0]:X4} {(int)text[^1]:X4}", Thrown(() => strict.GetBytes(text).Length));
        UnicodeEncoding strict16 = new(false, false, true);
        foreach (string hex in (string[])["61", "00D8", "00DC", "6100"]) Suite.Show($"UTF-16 {hex}", Thrown(() => strict16.GetString(Convert.FromHexString(hex))));
        UTF32Encoding strict32 = new(false, false, true);
        foreach (string hex in (string[])["610000", "00D80000", "00001100", "61000000"]) Suite.Show($"UTF-32 {hex}", Thrown(() => strict32.GetString(Convert.FromHexString(hex))));
        Suite.Show("preambles", $"{strict.Preamble.Length} {new UTF8Encoding(true).Preamble.Length} {strict16.Preamble.Length} {new UnicodeEncoding().Preamble.Length} {new UTF8Encoding().GetPreamble().Length}");
        Suite.Show("equality", $"{Encoding.UTF8.Equals(new UTF8Encoding(true))} {Encoding.UTF8.Equals(new UTF8Encoding(false))} {Encoding.UTF8.Equals(strict)} {Encoding.ASCII.Equals(new ASCIIEncoding())}");
        Suite.Show("by name", $"{Encoding.GetEncoding("utf-8").CodePage} {Encoding.GetEncoding("UTF-16").CodePage} {Encoding.GetEncoding("us-ascii").WebName} {Encoding.GetEncoding("latin1").WebName} {Encoding.GetEncoding(1201).WebName} {Encoding.GetEncoding(65001).WebName}");
        Suite.Show("no name", $"{Thrown(() => Encoding.GetEncoding("klingon"))} {Thrown(() => Encoding.GetEncoding(-1))} {Thrown(() => Encoding.GetEncoding(1252))}");
        Suite.Show("null", $"{Thrown(() => Encoding.UTF8.GetBytes((string)null!).Length)} {Thrown(() => Encoding.UTF8.GetString((byte[])null!))} {Thrown(() => Encoding.UTF8.GetByteCount((char[])null!))}");
        Suite.Show("lengths", $"{Thrown(() => Encoding.UTF8.GetMaxByteCount(-1))} {Thrown(() => Encoding.Unicode.GetMaxByteCount(int.MaxValue))} {Thrown(() => Encoding.UTF8.GetMaxCharCount(int.MaxValue))}");
    }

    private static void Buffers()
    {
        Suite.Group("encoding buffers");
        byte[] bytes = new byte[8];
        char[] chars = new char[8];
        Suite.Show("into array", $"{Encoding.UTF8.GetBytes("aé日", 1, 2, bytes, 1)} {Convert.ToHexString(bytes)}");
        Suite.Show("into span", $"{Encoding.UTF8.GetBytes("é", bytes)} {Encoding.UTF8.GetChars([0xC3, 0xA9], chars)} {(int)chars[0]}");
        Suite.Show("chars to array", $"{Encoding.UTF8.GetBytes("xyz".ToCharArray(), 1, 2, bytes, 3)} {Convert.ToHexString(bytes)}");
        Suite.Show("bytes to array", $"{Encoding.UTF8.GetChars(bytes, 3, 2, chars, 6)} {chars[6]}{chars[7]} {new string(Encoding.UTF8.GetChars(bytes, 3, 2))}");
        Suite.Show("too small", $"{Thrown(() => Encoding.UTF8.GetBytes("日", new byte[2]))} {Thrown(() => Encoding.UTF8.GetChars([0x61, 0x62], new char[1]))} {Thrown(() => Encoding.ASCII.GetBytes("abc", 0, 3, new byte[2], 0))}");
        Suite.Show("try", $"{Encoding.UTF8.TryGetBytes("日", bytes.AsSpan(0, 2), out int written)} {written} {Encoding.UTF8.TryGetBytes("日", bytes, out written)} {written} {Encoding.UTF8.TryGetChars([0xF0, 0x9F, 0x98, 0x80], chars.AsSpan(0, 1), out written)} {written}");
        Suite.Show("bad ranges", $"{Thrown(() => Encoding.UTF8.GetString(bytes, 7, 2))} {Thrown(() => Encoding.UTF8.GetString(bytes, -1, 2))} {Thrown(() => Encoding.UTF8.GetBytes("abc", 2, 2))} {Thrown(() => Encoding.UTF8.GetBytes("abc", 0, 3, bytes, 9))}");
        Suite.Show("parts", $"{Encoding.UTF8.GetString([0x61, 0x62, 0x63], 1, 2)} {Encoding.UTF8.GetCharCount([0x61, 0xC3, 0xA9], 1, 2)} {Encoding.UTF8.GetByteCount("aé".ToCharArray(), 1, 1)} {Convert.ToHexString(Encoding.UTF8.GetBytes("aéb", 1, 1))}");
        Suite.Show("convert", Convert.ToHexString(Encoding.Convert(Encoding.UTF8, Encoding.Unicode, [0xC3, 0xA9])));
        Suite.Show("literal", $"{"aé"u8.Length} {Encoding.UTF8.GetString("aé日"u8)}");
    }

    private static void Runes()
    {
        Suite.Group("Rune");
        foreach (int value in (int[])[0, 0x61, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0x110000, -1])
        {
            bool isValid = Rune.TryCreate(value, out Rune rune);
            Suite.Show($"{value:X}", $"{isValid} {rune.Value} {rune.Utf8SequenceLength} {rune.Utf16SequenceLength} {rune.IsAscii} {rune.IsBmp} {rune.Plane} {Thrown(() => new Rune(value).Value)}");
        }
        Span<byte> bytes = stackalloc byte[4];
        Span<char> chars = stackalloc char[2];
        Rune smile = new(0x1F600);
        Suite.Show("encoded", $"{smile.EncodeToUtf8(bytes)} {Convert.ToHexString(bytes)} {smile.EncodeToUtf16(chars)} {(int)chars[0]:X} {(int)chars[1]:X} {smile.TryEncodeToUtf8(bytes[..3], out int written)} {written}");
        foreach (string hex in (string[])["61", "C3A9", "C3", "80", "F09F98", "F09F9880", "EDA080", ""])
        {
            byte[] source = Convert.FromHexString(hex);
            Suite.Show($"first of {hex}", $"{(int)Rune.DecodeFromUtf8(source, out Rune first, out int consumed)} {first.Value:X} {consumed}");
            Suite.Show($"last of {hex}", $"{(int)Rune.DecodeLastFromUtf8(source, out Rune last, out consumed)} {last.Value:X} {consumed}");
        }
        foreach (string text in (string[])["a", "\U0001F600", "\uD83D", "\uDE00", "\uD83Da", ""])
            Suite.Show($"first of {text.Length} {(text.Length > 0 ? text[0] : 0):X} {(text.Length > 0 ? text[^1] : 0):X}", $"{(int)Rune.DecodeFromUtf16(text, out Rune first, out int consumed)} {first.Value:X} {consumed} {(int)Rune.DecodeLastFromUtf16(text, out first, out consumed)} {first.Value:X} {consumed}");
        Suite.Show("in a string", $"{Rune.GetRuneAt("a\U0001F600", 1).Value:X} {Rune.TryGetRuneAt("a\U0001F600", 2, out _)} {Thrown(() => Rune.GetRuneAt("\uDC00", 0))} {new Rune('a')} {smile.ToString().Length}");
        Suite.Show("order", $"{smile > new Rune('a')} {smile == (Rune)0x1F600} {smile.CompareTo(new Rune('z')) > 0} {smile.Equals((object)smile)} {smile.GetHashCode()} {Rune.IsWhiteSpace(new Rune(' '))}");
        int sum = 0;
        foreach (Rune rune in "aé\uD800\U0001F600".EnumerateRunes()) sum = sum * 31 + rune.Value;
        Suite.Show("enumerated", sum);
        Suite.Show("bad", $"{Thrown(() => new Rune('\uD800'))} {Thrown(() => new Rune('a', 'b'))} {Thrown(() => new Rune('\uD800', 'b'))}");
    }

    private static void Unicode()
    {
        Suite.Group("Utf8 and Ascii");
        Span<byte> bytes = stackalloc byte[16];
        Span<char> chars = stackalloc char[16];
        foreach (string text in s_texts)
        {
            string name = "";
            foreach (char c in text) name += $"{(int)c:X4}";
            OperationStatus status = System.Text.Unicode.Utf8.FromUtf16(text, bytes, out int read, out int written);
            Suite.Show($"from '{name}'", $"{(int)status} {read} {written} {Convert.ToHexString(bytes[..written])}");
            status = System.Text.Unicode.Utf8.FromUtf16(text, bytes[..4], out read, out written, replaceInvalidSequences: false, isFinalBlock: false);
            Suite.Show($"from '{name}' in parts", $"{(int)status} {read} {written}");
            Suite.Show($"ascii '{name}'", $"{Ascii.IsValid(text)} {(int)Ascii.FromUtf16(text, bytes, out written)} {written} {Ascii.EqualsIgnoreCase(text, "PLAIN ascii TEXT")}");
        }
        foreach (string hex in s_bytes)
        {
            byte[] source = Convert.FromHexString(hex);
            OperationStatus status = System.Text.Unicode.Utf8.ToUtf16(source, chars, out int read, out int written);
            Suite.Show($"to {hex}", $"{(int)status} {read} {written} {System.Text.Unicode.Utf8.IsValid(source)}");
            status = System.Text.Unicode.Utf8.ToUtf16(source, chars[..1], out read, out written, replaceInvalidSequences: false, isFinalBlock: false);
            Suite.Show($"to {hex} in parts", $"{(int)status} {read} {written}");
        }
        Suite.Show("ascii case", $"{(int)Ascii.ToUpper("aZ[{", chars, out int n)} {n} {chars[..n].ToString()} {(int)Ascii.ToLowerInPlace(chars[..n], out n)} {chars[..n].ToString()} {Ascii.Equals("ab"u8, "ab")} {Ascii.Trim("  x \t")} {Ascii.IsValid((byte)0x80)}");
    }
}
