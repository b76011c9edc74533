using System;
using System.Collections.Generic;
using System.Text;

/// <summary>StringBuilder and the span functions for text.</summary>
internal static class BuilderCases
{
    public static void Run()
    {
        Builder();
        Interpolation();
        Spans();
    }

    private static void Builder()
    {
        Suite.Group("builder");
        StringBuilder text = new("abc");
        Suite.Show("insert", text.Insert(1, "XY").ToString());
        Suite.Show("insert first", text.Insert(0, '>').ToString());
        Suite.Show("insert last", text.Insert(text.Length, 42).ToString());
        Suite.Show("insert repeated", text.Insert(1, "ab", 3).ToString());
        Suite.Show("insert nothing", text.Insert(2, (string?)null).ToString());
        Suite.Show("remove", text.Remove(1, 6).ToString());
        Suite.Show("remove nothing", text.Remove(3, 0).ToString());
        Suite.Show("replace", text.Replace("XY", "-").ToString());
        Suite.Show("replace by more", text.Replace("b", "bbb").ToString());
        Suite.Show("replace char", text.Replace('b', 'B').ToString());
        Suite.Show("replace in part", text.Replace("B", "c", 0, 5).ToString());
        Suite.Show("replace char in part", text.Replace('B', 'd', 0, 6).ToString());
        Suite.Show("part", text.ToString(2, 3));
        text[0] = '<';
        Suite.Show("set", text.ToString());
        text.Length = 3;
        Suite.Show("shorten", text.ToString());
        text.Length = 5;
        Suite.Show("lengthen", text.ToString().Replace('\0', '.'));
        Suite.Show("clear", text.Clear().Length);
        Suite.Show("repeat", text.Append('x', 3).Append('y', 0).ToString());
        Suite.Show("part of a string", text.Append("abcdef", 2, 3).ToString());
        Suite.Show("chars", text.Append(['1', '2']).Append(['3', '4', '5'], 1, 1).ToString());
        Suite.Show("builder", text.Append(new StringBuilder("[]")).Append((StringBuilder?)null).ToString());
        Suite.Show("numbers", new StringBuilder().Append((byte)1).Append((sbyte)-2).Append((short)-3).Append((ushort)4).Append(5L).Append(6ul).Append(true).ToString());
        Suite.Show("object", new StringBuilder().Append((object)12).Append((object?)null).ToString());
        Suite.Show("format", new StringBuilder().AppendFormat("{0,4}|{1:X}|{2}", 1, 255, null).ToString());
        Suite.Show("format many", new StringBuilder().AppendFormat("{0}{1}{2}{3}", 1, 2, 3, 4).ToString());
        Suite.Show("join", new StringBuilder().AppendJoin(", ", "a", null, "c").AppendJoin('-', 1, 2).ToString());
        Suite.Show("join list", new StringBuilder().AppendJoin("; ", new List<int> { 1, 2 }).ToString());
        Suite.Show("lines", new StringBuilder().AppendLine("a").AppendLine().Append("b").ToString().Replace("\n", "/"));
        StringBuilder large = new();
        for (int i = 0; i < 1000; i++) large.Append(i).Append(',');
        Suite.Show("many", $"{large.Length} {large[1000]} {large.ToString(2000, 10)}");
        large.Insert(500, "0123456789", 100);
        Suite.Show("large insert", $"{large.Length} {large.ToString(495, 20)} {large.ToString(1495, 10)}");
        Suite.Show("equals", $"{new StringBuilder("ab").Equals(new StringBuilder("ab"))} {new StringBuilder("ab").Equals("abc")}");
        char[] room = new char[3];
        new StringBuilder("abcde").CopyTo(1, room, 0, 3);
        Suite.Show("copy to", new string(room));
        Suite.Show("capacity", new StringBuilder(100).EnsureCapacity(50));
        Suite.Show("default capacity", new StringBuilder().Capacity);
    }

    private static void Interpolation()
    {
        Suite.Group("builder interpolation");
        int number = 42;
        string? nothing = null;
        Suite.Show("append", new StringBuilder("> ").Append($"{number} {"x"} {nothing} {number:X}").ToString());
        Suite.Show("aligned", new StringBuilder().Append($"[{number,5}] [{number,-5}] [{"ab",4}] [{"ab",-4}] [{number,1}]").ToString());
        Suite.Show("line", new StringBuilder().AppendLine($"{number,4:x}").ToString().Replace("\n", "/"));
        Suite.Show("span", new StringBuilder().Append($"{"hello".AsSpan(1, 3)}!").ToString());
    }

    private static void Spans()
    {
        Suite.Group("text spans");
        ReadOnlySpan<char> text = "  Hello, World ";
        Suite.Show("trim", text.Trim().ToString());
        Suite.Show("trim char", "xxaxx".AsSpan().Trim('x').ToString());
        Suite.Show("trim chars", "xyaxy".AsSpan().Trim("yx").ToString());
        Suite.Show("contains", text.Contains("WORLD", StringComparison.OrdinalIgnoreCase));
        Suite.Show("equals", "abc".AsSpan().Equals("ABC", StringComparison.OrdinalIgnoreCase));
        Suite.Show("compare", Math.Sign("abc".AsSpan().CompareTo("abd", StringComparison.Ordinal)));
        Suite.Show("index", text.IndexOf("world", StringComparison.OrdinalIgnoreCase));
        Suite.Show("last index", "abcabc".AsSpan().LastIndexOf("bc"));
        Suite.Show("last index of char", "abcabc".AsSpan().LastIndexOf('a'));
        Suite.Show("index of any", text.IndexOfAny("Wo"));
        Suite.Show("index of two", text.IndexOfAny(',', 'W'));
        Suite.Show("last index of any", text.LastIndexOfAny("lH"));
        Suite.Show("except", "aaab".AsSpan().IndexOfAnyExcept('a'));
        Suite.Show("count", "banana".AsSpan().Count('a'));
        Suite.Show("starts", text.Trim().StartsWith("hello", StringComparison.OrdinalIgnoreCase));
        Suite.Show("ends", "abc".AsSpan().EndsWith("bc"));
        Suite.Show("common prefix", "abcd".AsSpan().CommonPrefixLength("abxd"));
        Suite.Show("white", "  \t".AsSpan().IsWhiteSpace());
        Span<char> room = stackalloc char[5];
        Suite.Show("upper", $"{"abC".AsSpan().ToUpperInvariant(room)} {room[..3].ToString()}");
        Suite.Show("upper too short", "abcdef".AsSpan().ToUpperInvariant(room));
        room.Fill('a');
        room[2] = 'b';
        room.Replace('a', 'x');
        Suite.Show("replace", room.ToString());
        room.Reverse();
        Suite.Show("reverse", room.ToString());
        Suite.Show("range", "abcdef".AsSpan(1..^1).ToString());
        int[] numbers = [5, 3, 9, 1];
        Suite.Show("overlaps", numbers.AsSpan(0, 2).Overlaps(numbers.AsSpan(1, 2)));
        Suite.Show("overlaps not", numbers.AsSpan(0, 2).Overlaps(numbers.AsSpan(2, 2)));
        numbers.AsSpan().Sort();
        Suite.Show("sort", string.Join(" ", numbers));
        numbers.AsSpan().Sort(static (a, b) => b - a);
        Suite.Show("sort down", string.Join(" ", numbers));
    }
}
