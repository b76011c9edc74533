using System;
using System.Buffers;
using System.Collections.Generic;

/// <summary>What MemoryExtensions finds, counts, replaces, trims, splits and writes.</summary>
internal static class SpanAnyCases
{
    public static void Run()
    {
        Several();
        Ranges();
        Sets();
        ByComparer();
        Replacing();
        Trimming();
        Splitting();
        SplittingInto();
        Writing();
        Ordering();
    }

    private static void Several()
    {
        Suite.Group("span several");
        ReadOnlySpan<int> span = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        Suite.Show("any of two", span.IndexOfAny(5, 4));
        Suite.Show("any of three", span.IndexOfAny(7, 8, 2));
        Suite.Show("any of none", span.IndexOfAny(ReadOnlySpan<int>.Empty));
        Suite.Show("last any of two", span.LastIndexOfAny(1, 4));
        Suite.Show("last any of three", span.LastIndexOfAny(0, 9, 4));
        Suite.Show("except one", span.IndexOfAnyExcept(3));
        Suite.Show("except two", span.IndexOfAnyExcept(3, 1));
        Suite.Show("except three", span.IndexOfAnyExcept(3, 1, 4));
        Suite.Show("except several", span.IndexOfAnyExcept([3, 1, 4, 5]));
        Suite.Show("except none", span.IndexOfAnyExcept(ReadOnlySpan<int>.Empty));
        Suite.Show("last except one", span.LastIndexOfAnyExcept(3));
        Suite.Show("last except several", span.LastIndexOfAnyExcept([3, 5, 6]));
        Suite.Show("last except all", span.LastIndexOfAnyExcept([1, 2, 3, 4, 5, 6, 9]));
        Suite.Show("contains any", span.ContainsAny(7, 8) + " " + span.ContainsAny(7, 9) + " " + span.ContainsAny([0, 6]));
        Suite.Show("contains except", new[] { 2, 2 }.AsSpan().ContainsAnyExcept(2) + " " + span.ContainsAnyExcept(3, 1));
        Suite.Show("count", span.Count(5) + " " + "banana".AsSpan().Count("an") + " " + "aaaa".AsSpan().Count("aa") + " " + "a".AsSpan().Count(""));
        Suite.Show("count any", span.CountAny(1, 3));
        Suite.Show("empty", ReadOnlySpan<int>.Empty.IndexOfAnyExcept(1) + " " + ReadOnlySpan<int>.Empty.LastIndexOfAny(1, 2));
        ReadOnlySpan<string?> words = ["a", null, "b"];
        Suite.Show("null among words", words.IndexOfAny([null, "b"]) + " " + words.LastIndexOfAnyExcept(["b", null]));
    }

    private static void Ranges()
    {
        Suite.Group("span ranges");
        ReadOnlySpan<char> text = "abcXYZ019";
        Suite.Show("in", text.IndexOfAnyInRange('A', 'Z'));
        Suite.Show("except", text.IndexOfAnyExceptInRange('a', 'z'));
        Suite.Show("last in", text.LastIndexOfAnyInRange('a', 'z'));
        Suite.Show("last except", text.LastIndexOfAnyExceptInRange('0', '9'));
        Suite.Show("contains", text.ContainsAnyInRange('0', '0') + " " + text.ContainsAnyInRange('d', 'f'));
        Suite.Show("contains except", text.ContainsAnyExceptInRange('0', 'z') + " " + text.ContainsAnyExceptInRange('1', 'z'));
        Suite.Show("none", text.IndexOfAnyInRange('m', 'n'));
        ReadOnlySpan<string> words = ["delta", "beta", "alpha"];
        Suite.Show("words", words.IndexOfAnyInRange("a", "b"));
    }

    private static void Sets()
    {
        Suite.Group("SearchValues");
        SearchValues<char> vowels = SearchValues.Create("aeiou\u00e9\u4e00");
        ReadOnlySpan<char> text = "xyz\u4e00bcde";
        Suite.Show("index", text.IndexOfAny(vowels));
        Suite.Show("last", text.LastIndexOfAny(vowels));
        Suite.Show("except", "aeix".AsSpan().IndexOfAnyExcept(vowels));
        Suite.Show("last except", "xaei".AsSpan().LastIndexOfAnyExcept(vowels));
        Suite.Show("contains", vowels.Contains('\u00e9') + " " + vowels.Contains('z') + " " + vowels.Contains('\u4e01') + " " + vowels.Contains('\u4e00'));
        Suite.Show("any", text.ContainsAny(vowels) + " " + "xyz".AsSpan().ContainsAny(vowels) + " " + "aei".AsSpan().ContainsAnyExcept(vowels));
        Suite.Show("count", "education".AsSpan().CountAny(vowels));
        SearchValues<byte> bytes = SearchValues.Create([0, 64, 127, 128, 255]);
        ReadOnlySpan<byte> data = [1, 63, 65, 128, 0];
        Suite.Show("bytes", data.IndexOfAny(bytes) + " " + data.LastIndexOfAny(bytes) + " " + bytes.Contains(255) + " " + bytes.Contains(191));
        Suite.Show("empty set", text.IndexOfAny(SearchValues.Create("")) + " " + text.IndexOfAnyExcept(SearchValues.Create("")));
        SearchValues<string> words = SearchValues.Create(["needle", "hay"], StringComparison.OrdinalIgnoreCase);
        Suite.Show("words", "some HAY and a Needle".AsSpan().IndexOfAny(words) + " " + "nothing".AsSpan().ContainsAny(words));
        Suite.Show("word in set", words.Contains("HAY") + " " + words.Contains("ha"));
        Suite.Show("culture", Thrown.By(() => SearchValues.Create(["a"], StringComparison.CurrentCulture)));
        char[] buffer = "hello".ToCharArray();
        buffer.AsSpan().ReplaceAny(vowels, '*');
        Suite.Show("replace any", new string(buffer));
        buffer.AsSpan().ReplaceAnyExcept(SearchValues.Create("*"), '-');
        Suite.Show("replace except", new string(buffer));
    }

    private static void ByComparer()
    {
        Suite.Group("span comparer");
        ReadOnlySpan<string> words = ["One", "two", "THREE", "Two"];
        IEqualityComparer<string> ignoreCase = StringComparer.OrdinalIgnoreCase;
        Suite.Show("index", words.IndexOf("TWO", ignoreCase));
        Suite.Show("last index", words.LastIndexOf("TWO", ignoreCase));
        Suite.Show("contains", words.Contains("three", ignoreCase) + " " + words.Contains("three"));
        Suite.Show("sequence", words.SequenceEqual(["one", "TWO", "three", "two"], ignoreCase) + " " + words.SequenceEqual(["one"], ignoreCase));
        Suite.Show("sub sequence", words.IndexOf(["TWO", "three"], ignoreCase) + " " + words.LastIndexOf(["two"], ignoreCase));
        Suite.Show("starts", words.StartsWith(["ONE"], ignoreCase) + " " + words.StartsWith("one", ignoreCase) + " " + words.EndsWith("TWO", ignoreCase));
        Suite.Show("prefix", words.CommonPrefixLength(["ONE", "TWO", "x"], ignoreCase));
        Suite.Show("count", words.Count("two", ignoreCase));
        Suite.Show("any", words.IndexOfAny("x", "three", ignoreCase) + " " + words.IndexOfAnyExcept("one", ignoreCase));
        Suite.Show("order", words.SequenceCompareTo(["one", "two", "zzz"], StringComparer.OrdinalIgnoreCase) < 0);
        Suite.Show("null comparer", words.IndexOf("two", (IEqualityComparer<string>?)null));
    }

    private static void Replacing()
    {
        Suite.Group("span replace");
        int[] numbers = [1, 2, 1, 3];
        int[] target = new int[5];
        ((ReadOnlySpan<int>)numbers).Replace(target, 1, 9);
        Suite.Show("copy", string.Join(" ", target));
        numbers.AsSpan().Replace(1, 8);
        Suite.Show("in place", string.Join(" ", numbers));
        Suite.Show("too short", Thrown.By(() => ((ReadOnlySpan<int>)numbers).Replace(new int[3], 1, 2)));
        string[] words = ["a", "B", "b"];
        words.AsSpan().Replace("b", "c", StringComparer.OrdinalIgnoreCase);
        Suite.Show("by comparer", string.Join(" ", words));
        Suite.Show("overlap", numbers.AsSpan(0, 3).Overlaps(numbers.AsSpan(1), out int offset) + " " + offset);
        Suite.Show("overlap behind", numbers.AsSpan(2).Overlaps(numbers.AsSpan(0, 3), out offset) + " " + offset);
        Suite.Show("no overlap", numbers.AsSpan(0, 2).Overlaps(numbers.AsSpan(2), out offset) + " " + offset);
    }

    private static void Trimming()
    {
        Suite.Group("span trim");
        ReadOnlySpan<int> numbers = [0, 0, 1, 0, 2, 0];
        Suite.Show("both", numbers.Trim(0).Length);
        Suite.Show("start", numbers.TrimStart(0).Length);
        Suite.Show("end", numbers.TrimEnd(0).Length);
        Suite.Show("several", numbers.Trim([0, 1]).Length);
        Suite.Show("no elements", numbers.Trim(ReadOnlySpan<int>.Empty).Length);
        Suite.Show("all", new[] { 7, 7 }.AsSpan().Trim(7).Length);
        Suite.Show("chars", new string("  x y\t".ToCharArray().AsSpan().Trim()));
        Suite.Show("chars start", new string("  x ".ToCharArray().AsSpan().TrimStart()) + "|");
        Suite.Show("chars of a set", new string("xxabcyx".AsSpan().Trim("xy")));
        Suite.Show("chars of an empty set", new string("  ab ".AsSpan().Trim("")) + "|");
    }

    private static string Parts(ReadOnlySpan<char> text, MemoryExtensions.SpanSplitEnumerator<char> ranges)
    {
        string parts = "";
        foreach (Range range in ranges) parts += "[" + new string(text[range]) + "]";
        return parts;
    }

    private static void Splitting()
    {
        Suite.Group("span split");
        Suite.Show("by one", Parts("a,b,,c", "a,b,,c".AsSpan().Split(',')));
        Suite.Show("by none found", Parts("abc", "abc".AsSpan().Split(',')));
        Suite.Show("of empty", Parts("", "".AsSpan().Split(',')));
        Suite.Show("ends with one", Parts("a,", "a,".AsSpan().Split(',')));
        Suite.Show("by text", Parts("a--b---c", "a--b---c".AsSpan().Split("--")));
        Suite.Show("by empty text", Parts("ab", "ab".AsSpan().Split("")));
        Suite.Show("by any", Parts("a,b;c d", "a,b;c d".AsSpan().SplitAny(',', ';')));
        Suite.Show("by white space", Parts("a b\tc", "a b\tc".AsSpan().SplitAny(ReadOnlySpan<char>.Empty)));
        Suite.Show("by set", Parts("a1b2c", "a1b2c".AsSpan().SplitAny(SearchValues.Create("0123456789"))));
        string lines = "";
        foreach (ReadOnlySpan<char> line in "one\r\ntwo\nthree\r\rfour\u2028five\f".AsSpan().EnumerateLines()) lines += "[" + new string(line) + "]";
        Suite.Show("lines", lines);
    }

    private static string Parts(ReadOnlySpan<char> text, Span<Range> ranges, int count)
    {
        string parts = count + ":";
        foreach (Range range in ranges[..count]) parts += "[" + new string(text[range]) + "]";
        return parts;
    }

    private static void SplittingInto()
    {
        Suite.Group("span split into");
        Range[] ranges = new Range[3];
        const StringSplitOptions Drop = StringSplitOptions.RemoveEmptyEntries, Trim = StringSplitOptions.TrimEntries;
        Suite.Show("fits", Parts("a,b", ranges, "a,b".AsSpan().Split(ranges, ',')));
        Suite.Show("rest in the last", Parts("a,b,c,d", ranges, "a,b,c,d".AsSpan().Split(ranges, ',')));
        Suite.Show("empty ones", Parts(",,a,b", ranges, ",,a,b".AsSpan().Split(ranges, ',')));
        Suite.Show("without empty ones", Parts(",,a,,b,,c,d", ranges, ",,a,,b,,c,d".AsSpan().Split(ranges, ',', Drop)));
        Suite.Show("empty ones before the last", Parts("a,b,,,c,", ranges, "a,b,,,c,".AsSpan().Split(ranges, ',', Drop)));
        Suite.Show("trimmed", Parts(" a , b ,c", ranges, " a , b ,c".AsSpan().Split(ranges, ',', Trim)));
        Suite.Show("trimmed and dropped", Parts(" a , ,c", ranges, " a , ,c".AsSpan().Split(ranges, ',', Trim | Drop)));
        Suite.Show("of empty", Parts("", ranges, "".AsSpan().Split(ranges, ',')));
        Suite.Show("of empty dropped", Parts("", ranges, "".AsSpan().Split(ranges, ',', Drop)));
        Suite.Show("no room", Parts("a,b", ranges, "a,b".AsSpan().Split(Span<Range>.Empty, ',')));
        Suite.Show("room for one", Parts("a,b", ranges, "a,b".AsSpan().Split(ranges.AsSpan(0, 1), ',')));
        Suite.Show("by text", Parts("a::b::c", ranges, "a::b::c".AsSpan().Split(ranges, "::")));
        Suite.Show("by any", Parts("a:b;c", ranges, "a:b;c".AsSpan().SplitAny(ranges, ":;")));
        Suite.Show("by any text", Parts("a<>b--c", ranges, "a<>b--c".AsSpan().SplitAny(ranges, ["--", "<>"])));
        Suite.Show("by white space", Parts("a b\tc", ranges, "a b\tc".AsSpan().SplitAny(ranges, "")));
        Suite.Show("bad options", Thrown.By(() => "a".AsSpan().Split(ranges, ',', (StringSplitOptions)8)));
    }

    private static void Writing()
    {
        Suite.Group("span write");
        Span<char> buffer = stackalloc char[20];
        int value = 42;
        Suite.Show("fits", buffer.TryWrite($"a{value}b", out int written) + " " + new string(buffer[..written]));
        Suite.Show("aligned", buffer.TryWrite($"[{value,5}|{value,-5}]", out written) + " " + new string(buffer[..written]));
        Suite.Show("format", buffer.TryWrite($"{value:X4} {"text"} {true}", out written) + " " + new string(buffer[..written]));
        Suite.Show("too long", buffer.TryWrite($"0123456789{value}0123456789", out written) + " " + written);
        Suite.Show("number too long", buffer[..3].TryWrite($"{12345}", out written) + " " + written);
        Suite.Show("padding too long", buffer[..5].TryWrite($"{1,6}", out written) + " " + written);
        Suite.Show("exact", buffer[..4].TryWrite($"{1234}", out written) + " " + written);
        object boxed = 7;
        Suite.Show("object", buffer.TryWrite($"{boxed,3}{null}{'c'}", out written) + " " + new string(buffer[..written]));
    }

    private static void Ordering()
    {
        Suite.Group("span order");
        int[] keys = [3, 1, 2];
        string[] items = ["c", "a", "b"];
        keys.AsSpan().Sort(items.AsSpan());
        Suite.Show("with items", string.Join(" ", keys) + " " + string.Join(" ", items));
        keys.AsSpan().Sort(items.AsSpan(), (x, y) => y - x);
        Suite.Show("by comparison", string.Join(" ", keys) + " " + string.Join(" ", items));
        Suite.Show("different lengths", Thrown.By(() => keys.AsSpan().Sort(items.AsSpan(1))));
        int[] sorted = [1, 3, 5, 7];
        Suite.Show("found", sorted.AsSpan().BinarySearch(5));
        Suite.Show("not found", sorted.AsSpan().BinarySearch(4));
        Suite.Show("by comparer", new[] { 7, 5, 3 }.AsSpan().BinarySearch(5, Comparer<int>.Create((x, y) => y.CompareTo(x))));
    }
}
