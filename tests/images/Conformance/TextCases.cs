using System;
using System.Text;

/// <summary>Strings, interpolation, StringBuilder.</summary>
internal static class TextCases
{
    public static void Run()
    {
        Strings();
        Interpolation();
        Builders();
    }

    private static void Strings()
    {
        Suite.Group("string");
        string text = "unikernel";
        Suite.Equal("length", 9, text.Length);
        Suite.Equal("index", "k", text[3].ToString());
        Suite.Equal("from end", "l", text[^1].ToString());
        Suite.Equal("range", "kern", text[3..7]);
        Suite.Equal("substring to end", "kernel", text.Substring(3));
        Suite.Equal("substring none", "", text.Substring(9));
        Suite.True("substring of all is the same object", ReferenceEquals(text, text.Substring(0)));
        Suite.Equal("concat 2", "ab", string.Concat("a", "b"));
        Suite.Equal("concat null", "b", string.Concat(null, "b"));
        Suite.Equal("concat 4", "abcd", string.Concat("a", "b", "c", "d"));
        Suite.Equal("concat array", "abcde", string.Concat(["a", "b", "c", null, "d", "e"]));
        Suite.Equal("concat of values", "1True", string.Concat((object)1, true));
        Suite.Equal("plus", "x=1;y=", "x=" + 1 + ";y=" + null);
        Suite.Equal("join", "a, b, ", string.Join(", ", "a", "b", null));
        Suite.Equal("join none", "", string.Join(", ", (string?[])[]));
        Suite.True("equal by content", new string('a', 3) == "aaa");
        Suite.True("not equal by length", new string('a', 3) != "aa");
        Suite.True("not equal to null", "a" != null);
        Suite.True("equals object", "a".Equals((object)"a"));
        Suite.True("equals other type", !"a".Equals((object)'a'));
        Suite.True("hash of equals", new string('z', 5).GetHashCode() == "zzzzz".GetHashCode());
        Suite.True("is empty", string.IsNullOrEmpty("") && string.IsNullOrEmpty(null) && !string.IsNullOrEmpty(" "));
        Suite.Equal("index of", 3, text.IndexOf('k'));
        Suite.Equal("index of missing", -1, text.IndexOf('z'));
        Suite.True("contains", text.Contains('n') && !text.Contains('N'));
        Suite.True("starts", text.StartsWith('u') && !text.StartsWith('n') && !"".StartsWith('u'));
        Suite.True("ends", text.EndsWith('l') && !"".EndsWith('l'));
        Suite.True("ordinal less", string.CompareOrdinal("a", "b") < 0);
        Suite.True("ordinal upper first", string.CompareOrdinal("a", "B") > 0);
        Suite.True("ordinal prefix", string.CompareOrdinal("ab", "abc") < 0);
        Suite.True("ordinal null", string.CompareOrdinal(null, "") < 0);
        Suite.Equal("from array", "bc", new string(['a', 'b', 'c', 'd'], 1, 2));
        Suite.Equal("from span", "bc", new string("abcd".AsSpan(1, 2)));
        Suite.Equal("to array", 4, "abcd".ToCharArray().Length);
        int sum = 0;
        foreach (char c in "abc") sum += c;
        Suite.Equal("foreach", 294, sum);
        Suite.Equal("beyond ascii", "grün → 緑 😀", "grün" + " → " + "緑" + " 😀");
        Suite.Equal("utf-16 units", 2, "😀".Length);
        Suite.Equal("switch", "two", Name("b"));
        Suite.Equal("switch default", "other", Name("q"));
    }

    private static string Name(string key) => key switch
    {
        "a" => "one",
        "b" => "two",
        "c" => "three",
        "d" => "four",
        "e" => "five",
        "f" => "six",
        "g" => "seven",
        _ => "other",
    };

    private static void Interpolation()
    {
        Suite.Group("interpolation");
        int number = 42;
        string? nothing = null;
        object boxed = 7;
        Suite.Equal("int", "<42>", $"<{number}>");
        Suite.Equal("expression", "<84>", $"<{number * 2}>");
        Suite.Equal("string", "<abc>", $"<{"abc"}>");
        Suite.Equal("null", "<>", $"<{nothing}>");
        Suite.Equal("char", "<x>", $"<{'x'}>");
        Suite.Equal("bool", "<True>", $"<{number > 1}>");
        Suite.Equal("object", "<7>", $"<{boxed}>");
        Suite.Equal("braces", "{42}", $"{{{number}}}");
        Suite.Equal("hex", "<2a>", $"<{number:x}>");
        Suite.Equal("hex upper 8", "<0000002A>", $"<{number:X8}>");
        Suite.Equal("decimal 5", "<00042>", $"<{number:D5}>");
        Suite.Equal("right", "<   42>", $"<{number,5}>");
        Suite.Equal("left", "<42   >", $"<{number,-5}>");
        Suite.Equal("both", "<  2a>", $"<{number,4:x}>");
        Suite.Equal("narrow", "<42>", $"<{number,1}>");
        Suite.Equal("string right", "<  ab>", $"<{"ab",4}>");
        Suite.Equal("span", "<bc>", $"<{"abcd".AsSpan(1, 2)}>");
        Suite.Equal("long", $"{new string('a', 300)}42", new string('a', 300) + "42");
        Suite.Equal("nested", "<<1>>", $"<{$"<{1}>"}>");
        Suite.Equal("own", "(3, -4)", $"{new Point(3, -4)}");
        Suite.Equal("nullable", "<5><>", $"<{(int?)5}><{(int?)null}>");
    }

    private static void Builders()
    {
        Suite.Group("StringBuilder");
        StringBuilder text = new();
        Suite.Equal("empty", "", text.ToString());
        text.Append("ab").Append('c').Append(1).Append(-2L).Append(true).Append((object?)null);
        Suite.Equal("append", "abc1-2True", text.ToString());
        Suite.Equal("length", 10, text.Length);
        Suite.Equal("index", "c", text[2].ToString());
        text.Length = 3;
        Suite.Equal("shortened", "abc", text.ToString());
        text.Clear().Append("x");
        Suite.Equal("cleared", "x", text.ToString());
        for (int i = 0; i < 1000; i++) text.Append(i);
        Suite.Equal("grown", 2891, text.Length);
        Suite.Equal("grown tail", "998999", text.ToString()[^6..]);
    }
}

internal readonly struct Point(int x, int y) : IEquatable<Point>
{
    public int X { get; } = x;
    public int Y { get; } = y;

    public bool Equals(Point other) => X == other.X && Y == other.Y;
    public override bool Equals(object? obj) => obj is Point other && Equals(other);
    public override int GetHashCode() => X * 31 + Y;
    public override string ToString() => $"({X}, {Y})";
}
