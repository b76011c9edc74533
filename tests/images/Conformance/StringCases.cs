using System;
using System.Collections.Generic;

/// <summary>The methods of String.</summary>
internal static class StringCases
{
    public static void Run()
    {
        Split();
        Search();
        Compare();
        Edit();
        Trim();
        Case();
        Join();
        Format();
        Characters();
    }

    private static string Bars(string[] parts) => $"{parts.Length}:{string.Join("|", parts)}";

    private static void Split()
    {
        Suite.Group("split");
        StringSplitOptions[] options =
        [
            StringSplitOptions.None, StringSplitOptions.RemoveEmptyEntries, StringSplitOptions.TrimEntries,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries,
        ];
        string[] texts = ["", ",", "a", "a,b", ",a,,b,", " a , b ,, ", "a, ,b", "a;b,c", "  "];
        foreach (string text in texts)
            foreach (StringSplitOptions option in options)
            {
                Suite.Show($"'{text}' {(int)option}", Bars(text.Split(',', option)));
                Suite.Show($"'{text}' {(int)option} at most 2", Bars(text.Split(',', 2, option)));
                Suite.Show($"'{text}' {(int)option} any", Bars(text.Split([',', ';', ' '], 3, option)));
            }
        Suite.Show("count 0", Bars("a,b".Split(',', 0)));
        Suite.Show("count 1", Bars("a,b".Split(',', 1)));
        Suite.Show("white space", Bars(" a\tb\n c ".Split()));
        Suite.Show("white space, null", Bars("a b".Split((char[]?)null)));
        Suite.Show("string", Bars("a--b--c-".Split("--")));
        Suite.Show("string at most", Bars("a--b--c".Split("--", 2)));
        Suite.Show("empty string", Bars("abc".Split("")));
        Suite.Show("null string", Bars("a b".Split((string?)null)));
        Suite.Show("strings", Bars("a==b=c".Split(["==", "="], StringSplitOptions.None)));
        Suite.Show("strings, shorter first", Bars("a==b".Split(["=", "=="], StringSplitOptions.None)));
        Suite.Show("strings with an empty one", Bars("a=b".Split(["", "="], StringSplitOptions.None)));
        Suite.Show("no strings", Bars("a b".Split(new string[0], StringSplitOptions.None)));
        Suite.Show("overlapping", Bars("aaa".Split("aa")));
        Suite.Show("separators at the end, dropped", Bars("a,b,,".Split(',', 2, StringSplitOptions.RemoveEmptyEntries)));
        Suite.Show("separators in between, dropped", Bars("a,,,b,c".Split(',', 2, StringSplitOptions.RemoveEmptyEntries)));
        string whole = "abc";
        Suite.True("nothing found is the same object", ReferenceEquals(whole, whole.Split(',')[0]));
    }

    private static void Search()
    {
        Suite.Group("search");
        string text = "abracadabra";
        Suite.Show("index", text.IndexOf('b'));
        Suite.Show("index from", text.IndexOf('b', 2));
        Suite.Show("index in part", text.IndexOf('b', 2, 3));
        Suite.Show("index at end", text.IndexOf('b', 11));
        Suite.Show("index absent", text.IndexOf('z'));
        Suite.Show("string", text.IndexOf("ra"));
        Suite.Show("string from", text.IndexOf("ra", 3));
        Suite.Show("string in part", text.IndexOf("ra", 3, 4));
        Suite.Show("empty", text.IndexOf(""));
        Suite.Show("empty from", text.IndexOf("", 4));
        Suite.Show("empty at end", text.IndexOf("", 11));
        Suite.Show("too long", text.IndexOf("abracadabra!"));
        Suite.Show("ignoring case", text.IndexOf("CAD", StringComparison.OrdinalIgnoreCase));
        Suite.Show("with case", text.IndexOf("CAD", StringComparison.Ordinal));
        Suite.Show("char ignoring case", text.IndexOf('C', StringComparison.OrdinalIgnoreCase));
        Suite.Show("last", text.LastIndexOf('b'));
        Suite.Show("last from", text.LastIndexOf('b', 7));
        Suite.Show("last in part", text.LastIndexOf('b', 7, 3));
        Suite.Show("last string", text.LastIndexOf("abra"));
        Suite.Show("last string from", text.LastIndexOf("abra", 9));
        Suite.Show("last string from its end", text.LastIndexOf("abra", 10));
        Suite.Show("last string in part", text.LastIndexOf("a", 6, 2));
        Suite.Show("last from behind the end", text.LastIndexOf("a", 11));
        Suite.Show("last empty", text.LastIndexOf(""));
        Suite.Show("last empty from", text.LastIndexOf("", 3));
        Suite.Show("last in empty", "".LastIndexOf("a"));
        Suite.Show("last empty in empty", "".LastIndexOf(""));
        Suite.Show("last char in empty", "".LastIndexOf('a'));
        Suite.Show("last ignoring case", text.LastIndexOf("A", StringComparison.OrdinalIgnoreCase));
        Suite.Show("any", text.IndexOfAny(['d', 'c']));
        Suite.Show("any from", text.IndexOfAny(['d', 'c'], 5));
        Suite.Show("any in part", text.IndexOfAny(['z', 'r'], 3, 2));
        Suite.Show("any of none", text.IndexOfAny([]));
        Suite.Show("last any", text.LastIndexOfAny(['c', 'd']));
        Suite.Show("last any from", text.LastIndexOfAny(['c', 'b'], 7));
        Suite.Show("contains", text.Contains("cad"));
        Suite.Show("contains empty", text.Contains(""));
        Suite.Show("contains not", text.Contains("dac"));
        Suite.Show("contains ignoring case", text.Contains("CAD", StringComparison.OrdinalIgnoreCase));
        Suite.Show("contains char ignoring case", text.Contains('D', StringComparison.OrdinalIgnoreCase));
        Suite.Show("starts", text.StartsWith("abr"));
        Suite.Show("starts with empty", text.StartsWith(""));
        Suite.Show("starts with more", "ab".StartsWith("abc"));
        Suite.Show("starts ignoring case", text.StartsWith("ABR", StringComparison.OrdinalIgnoreCase));
        Suite.Show("starts with case", text.StartsWith("ABR", StringComparison.Ordinal));
        Suite.Show("ends", text.EndsWith("bra"));
        Suite.Show("ends with empty", text.EndsWith(""));
        Suite.Show("ends ignoring case", text.EndsWith("BRA", StringComparison.InvariantCultureIgnoreCase));
        Suite.Show("ends not", text.EndsWith("bar"));
    }

    private static void Compare()
    {
        Suite.Group("compare");
        string?[] texts = [null, "", "a", "A", "b", "ab", "aB", "É", "é", "z", "[", "ß", "Σ", "σ"];
        foreach (string? left in texts)
            foreach (string? right in texts)
            {
                int ordinal = Math.Sign(string.CompareOrdinal(left, right));
                int ignoring = Math.Sign(string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
                int culture = Math.Sign(string.Compare(left, right));
                bool equal = string.Equals(left, right), same = string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
                Suite.Show($"{left ?? "null"} {right ?? "null"}", $"{ordinal} {ignoring} {culture} {equal} {same}");
            }
        Suite.Show("parts", string.Compare("xabc", 1, "yabd", 1, 2));
        Suite.Show("parts differ", Math.Sign(string.Compare("xabc", 1, "yabd", 1, 3)));
        Suite.Show("parts ignoring case", string.Compare("xAB", 1, "ab", 0, 5, StringComparison.OrdinalIgnoreCase));
        Suite.Show("difference", string.CompareOrdinal("a", "d"));
        Suite.Show("difference in length", Math.Sign(string.CompareOrdinal("abc", "a")));
        Suite.Show("compare to", Math.Sign("b".CompareTo("a")));
        Suite.Show("compare to null", Math.Sign("b".CompareTo(null)));
        Suite.True("hash codes agree", "abc".GetHashCode() == new string(['a', 'b', 'c']).GetHashCode());
        Suite.True("hash codes ignoring case agree",
            "Abc".GetHashCode(StringComparison.OrdinalIgnoreCase) == "aBC".GetHashCode(StringComparison.OrdinalIgnoreCase));
    }

    private static void Edit()
    {
        Suite.Group("edit");
        string text = "unikernel";
        Suite.Show("remove", text.Remove(3));
        Suite.Show("remove all", text.Remove(0));
        Suite.Show("remove none", text.Remove(9));
        Suite.Show("remove part", text.Remove(1, 2));
        Suite.True("remove nothing is the same object", ReferenceEquals(text, text.Remove(4, 0)));
        Suite.Show("insert", text.Insert(3, "-"));
        Suite.Show("insert first", text.Insert(0, ">"));
        Suite.Show("insert last", text.Insert(9, "!"));
        Suite.True("insert nothing is the same object", ReferenceEquals(text, text.Insert(4, "")));
        Suite.Show("pad left", "5".PadLeft(3));
        Suite.Show("pad left with", "5".PadLeft(3, '0'));
        Suite.Show("pad right", "5".PadRight(3));
        Suite.Show("pad right with", "5".PadRight(4, '.'));
        Suite.True("padding to less is the same object", ReferenceEquals(text, text.PadLeft(3)) && ReferenceEquals(text, text.PadRight(9)));
        Suite.Show("replace char", text.Replace('e', 'E'));
        Suite.True("replace absent is the same object", ReferenceEquals(text, text.Replace('z', 'y')));
        Suite.Show("replace", text.Replace("ne", "NN"));
        Suite.Show("replace by nothing", text.Replace("e", null));
        Suite.Show("replace by more", text.Replace("e", "<e>"));
        Suite.Show("replace does not look again", "aaa".Replace("a", "aa"));
        Suite.Show("replace overlapping", "aaaa".Replace("aa", "b"));
        Suite.Show("replace ignoring case", "aAbB".Replace("A", "x", StringComparison.OrdinalIgnoreCase));
        Suite.Show("replace all", "abc".Replace("abc", ""));
        Suite.Show("line endings", "a\r\nb\rc\nd\u2028e\ff".ReplaceLineEndings("|"));
        Suite.Show("to chars", new string(text.ToCharArray(3, 4)));
        char[] room = ['.', '.', '.', '.', '.'];
        text.CopyTo(3, room, 1, 3);
        Suite.Show("copy to", new string(room));
        Suite.Show("create", string.Create(3, 'x', static (span, c) => { span.Fill(c); span[1] = '-'; }));
        Suite.Show("repeated", new string('=', 5));
        Suite.Show("null or white", $"{string.IsNullOrWhiteSpace(null)} {string.IsNullOrWhiteSpace("")} {string.IsNullOrWhiteSpace(" \t\u2003")} {string.IsNullOrWhiteSpace(" a")}");
    }

    private static void Trim()
    {
        Suite.Group("trim");
        foreach (string text in (string[])["", " ", " a", "a ", "\t a b \r\n", "\u00A0a\u3000", "a", "\u200Ba"])
        {
            string name = ((int)(text.Length == 0 ? '0' : text[0])).ToString();
            Suite.Show($"{name} {text.Length}", $"[{text.Trim()}] [{text.TrimStart()}] [{text.TrimEnd()}]");
        }
        Suite.Show("char", "--a-b--".Trim('-'));
        Suite.Show("start char", "--a-b--".TrimStart('-'));
        Suite.Show("end char", "--a-b--".TrimEnd('-'));
        Suite.Show("chars", "+-a-+".Trim('+', '-'));
        Suite.Show("start chars", "+-a-+".TrimStart('+', '-'));
        Suite.Show("end chars", "+-a-+".TrimEnd(['+', '-']));
        Suite.Show("no chars", " a ".Trim([]));
        Suite.Show("all", "---".Trim('-'));
        string whole = "abc";
        Suite.True("nothing to trim is the same object", ReferenceEquals(whole, whole.Trim()));
    }

    private static void Case()
    {
        Suite.Group("case");
        foreach (string text in (string[])["", "abc", "ABC", "aBc1", "straße", "Éé", "ÿ", "µ", "İı", "ſ", "ǅ", "ΑΣΩς", "Жж", "ԱԲա", "ａＡ", "Ⅷⅷ", "ⓐ"])
            Suite.Show(text, $"{text.ToUpperInvariant()} {text.ToLowerInvariant()}");
        string upper = "ABC";
        Suite.True("nothing to change is the same object", ReferenceEquals(upper, upper.ToUpperInvariant()));
        Suite.Show("to upper", "mixed Case".ToUpper());
        Suite.Show("to lower", "MIXED Case".ToLower());
    }

    private static void Join()
    {
        Suite.Group("join");
        Suite.Show("strings", string.Join(", ", "a", null, "b"));
        Suite.Show("char", string.Join(',', "a", "b"));
        Suite.Show("objects", string.Join("-", 1, 'x', null, true));
        Suite.Show("null separator", string.Join(null, "a", "b"));
        Suite.Show("none", string.Join(",", new string[0]));
        Suite.Show("list", string.Join(" ", new List<string> { "a", "b", "c" }));
        Suite.Show("list of numbers", string.Join(" ", new List<int> { 1, 2, 3 }));
        Suite.Show("range", string.Join(" ", ["a", "b", "c", "d"], 1, 2));
        Suite.Show("concat objects", string.Concat(1, "a", null, 'c'));
        Suite.Show("concat many objects", string.Concat(1, 2, 3, 4, 5));
        Suite.Show("concat list", string.Concat(new List<string> { "x", "y" }));
        Suite.Show("concat list of numbers", string.Concat(new List<int> { 7, 8 }));
        string all = "";
        foreach (char c in (IEnumerable<char>)"xyz") all = c + all;
        Suite.Show("enumerated", all);
    }

    private static void Format()
    {
        Suite.Group("format");
        Suite.Show("plain", string.Format("{0} {1}", 1, "b"));
        Suite.Show("out of order", string.Format("{1}{0}{1}", "a", "b"));
        Suite.Show("right", string.Format("[{0,5}]", 42));
        Suite.Show("left", string.Format("[{0,-5}]", "ab"));
        Suite.Show("too narrow", string.Format("[{0,2}]", "abcd"));
        Suite.Show("specifier", string.Format("{0:X4} {1:D3}", 255, 7));
        Suite.Show("both", string.Format("[{0,6:x2}]", 10));
        Suite.Show("spaces", string.Format("[{0 , 4 :X}]", 10));
        Suite.Show("braces", string.Format("{{{0}}} {{}}", 1));
        Suite.Show("null", string.Format("[{0}] [{1,3}]", null, null));
        Suite.Show("four", string.Format("{0}{1}{2}{3}", 1, 2, 3, 4));
        Suite.Show("provider", string.Format(null, "{0}", 5));
        Suite.Show("no arguments", string.Format("a", new object[0]));
        Suite.Show("object with format", string.Format("{0:anything}", "text"));
    }

    private static void Characters()
    {
        Suite.Group("char");
        uint hash = 0;
        for (int c = 0; c < 65536; c++)
        {
            uint bits = 0;
            if (char.IsDigit((char)c)) bits |= 1;
            if (char.IsLetter((char)c)) bits |= 2;
            if (char.IsUpper((char)c)) bits |= 4;
            if (char.IsLower((char)c)) bits |= 8;
            if (char.IsWhiteSpace((char)c)) bits |= 16;
            if (char.IsPunctuation((char)c)) bits |= 32;
            if (char.IsSymbol((char)c)) bits |= 64;
            if (char.IsControl((char)c)) bits |= 128;
            if (char.IsSurrogate((char)c)) bits |= 256;
            hash = (hash * 31) ^ bits ^ ((uint)char.ToUpperInvariant((char)c) << 9) ^ ((uint)char.ToLowerInvariant((char)c) << 16);
            if ((c & 4095) == 4095) Suite.Show($"properties up to {c:X}", hash);
        }
        Suite.Show("utf-32", char.ConvertToUtf32('\uD83D', '\uDE00'));
        Suite.Show("from utf-32", char.ConvertFromUtf32(0x1F600).Length);
        Suite.Show("between", char.IsBetween('5', '0', '9'));
        Suite.Show("ascii", $"{char.IsAscii('\u007f')} {char.IsAscii('\u0080')} {char.IsAsciiLetterUpper('A')} {char.IsAsciiHexDigitLower('F')}");
        Suite.Show("compare", 'a'.CompareTo('c'));
        Suite.Show("parse", char.Parse("x"));
    }
}
