// Searching spans at every alignment and every length up to 100: checked against plain loops, one line for each search.

using System;

internal static class SpanSearchCases
{
    private const int Longest = 100;
    private const int Alignments = 16;

    public static void Run()
    {
        Suite.Group("span search");
        Type<byte>("bytes", [1, 2, 3, 250, 9], i => (byte)(i % 4));
        Type<char>("chars", ['a', 'b', '\u0100', '\u3000', 'z'], i => (char)('a' + i % 4));
        Type<short>("shorts", [-1, 2, 300, -30000, 77], i => (short)(i % 4 - 2));
        Type<int>("ints", [-1, 2, 300, int.MinValue, 77], i => i % 4 * 70000);
        Type<long>("longs", [-1, 2, 300, long.MinValue, 77], i => i % 4 * 70000000000);
        Type<double>("doubles", [0.0, -0.0, double.NaN, 1.5, 7], i => i % 4 * 0.5);
        Type<string>("strings", ["", "a", "b", "cc", "d"], i => (i % 4).ToString());
        Outside();
        Strings();
    }

    private static void Type<T>(string name, T[] needles, Func<int, T> filler) where T : IEquatable<T>
    {
        int wrong = 0;
        long sum = 0;
        var memory = new T[Longest + Alignments];
        for (int alignment = 0; alignment < Alignments; alignment += typeof(T) == typeof(byte) ? 1 : 3)
            for (int length = 0; length <= Longest; length++)
            {
                for (int i = 0; i < memory.Length; i++) memory[i] = filler(i * 7);
                // What stands outside of the span must not be found.
                for (int i = 0; i < memory.Length; i++)
                    if (i < alignment || i >= alignment + length) memory[i] = needles[3];
                var span = new Span<T>(memory, alignment, length);
                if (length != 0) span[length * 5 / 7] = needles[4];
                Searches<T>(span, needles, ref wrong, ref sum);
            }
        Suite.Equal($"{name} wrong", 0, wrong);
        Suite.Show($"{name} sum", sum);
        Changes(name, needles, filler);
    }

    private static void Searches<T>(ReadOnlySpan<T> span, T[] needles, ref int wrong, ref long sum) where T : IEquatable<T>
    {
        foreach (T needle in needles)
        {
            int first = -1, last = -1, count = 0, other = -1;
            for (int i = 0; i < span.Length; i++)
            {
                if (!span[i].Equals(needle)) { if (other < 0) other = i; continue; }
                if (first < 0) first = i;
                last = i;
                count++;
            }
            Check(span.IndexOf(needle), first, ref wrong, ref sum);
            Check(span.LastIndexOf(needle), last, ref wrong, ref sum);
            Check(span.Count(needle), count, ref wrong, ref sum);
            Check(span.IndexOfAnyExcept(needle), other, ref wrong, ref sum);
            Check(span.Contains(needle) ? 1 : 0, first >= 0 ? 1 : 0, ref wrong, ref sum);
        }
        int two = -1, three = -1;
        for (int i = span.Length - 1; i >= 0; i--)
        {
            if (span[i].Equals(needles[4]) || span[i].Equals(needles[3])) two = i;
            if (span[i].Equals(needles[4]) || span[i].Equals(needles[3]) || span[i].Equals(needles[0])) three = i;
        }
        Check(span.IndexOfAny(needles[3], needles[4]), two, ref wrong, ref sum);
        Check(span.IndexOfAny(needles[3], needles[4], needles[0]), three, ref wrong, ref sum);
        Check(span.IndexOfAny(needles.AsSpan(3)), two, ref wrong, ref sum);
        if (span.Length < 3) return;
        ReadOnlySpan<T> middle = span.Slice(span.Length / 2, span.Length / 3);
        int found = 0;
        while (!Same(span.Slice(found, middle.Length), middle)) found++;
        Check(span.IndexOf(middle), found, ref wrong, ref sum);
    }

    private static bool Same<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : IEquatable<T>
    {
        for (int i = 0; i < left.Length; i++)
            if (!left[i].Equals(right[i])) return false;
        return true;
    }

    private static void Check(int actual, int expected, ref int wrong, ref long sum)
    {
        if (actual != expected) wrong++;
        sum = sum * 31 + actual;
    }

    private static void Changes<T>(string name, T[] needles, Func<int, T> filler) where T : IEquatable<T>
    {
        int wrong = 0;
        var left = new T[Longest + 3];
        var right = new T[Longest + 3];
        for (int length = 0; length <= Longest; length++)
        {
            for (int i = 0; i < left.Length; i++) left[i] = right[i] = filler(i);
            Span<T> a = left.AsSpan(1, length), b = right.AsSpan(2, length);
            left.AsSpan(2, length).CopyTo(a);
            b.Clear();
            a.CopyTo(b);
            if (!a.SequenceEqual(b) || a.CommonPrefixLength(b) != length) wrong++;
            for (int i = 0; i < length; i++)
            {
                T kept = b[i];
                b[i] = needles[4];
                if (a.SequenceEqual(b) || a.CommonPrefixLength(b) != i) wrong++;
                b[i] = kept;
            }
            T outside = right[1], behind = right[length + 2 < right.Length ? length + 2 : 0];
            b.Fill(needles[3]);
            foreach (T element in b)
                if (!element.Equals(needles[3])) wrong++;
            b.Replace(needles[3], needles[4]);
            if (b.Count(needles[4]) != length) wrong++;
            b.Reverse();
            if (!right[1].Equals(outside) || !right[length + 2 < right.Length ? length + 2 : 0].Equals(behind)) wrong++;
            for (int i = 0; i < length; i++) b[i] = filler(i);
            b.Reverse();
            for (int i = 0; i < length; i++)
                if (!b[length - 1 - i].Equals(filler(i))) wrong++;
        }
        Suite.Equal($"{name} changed wrongly", 0, wrong);
    }

    /// <summary>Behind the last byte of a page of its own nothing may be read: here, behind the array.</summary>
    private static void Outside()
    {
        byte[] bytes = new byte[33];
        bytes.AsSpan().Fill(7);
        Suite.Equal("not before", -1, bytes.AsSpan(1).IndexOf((byte)0));
        bytes[0] = 1;
        bytes[32] = 2;
        Suite.Equal("first outside", -1, bytes.AsSpan(1, 31).IndexOf((byte)1));
        Suite.Equal("last outside", -1, bytes.AsSpan(1, 31).LastIndexOf((byte)2));
        Suite.Equal("counted outside", 31, bytes.AsSpan(1, 31).Count((byte)7));
    }

    private static void Strings()
    {
        string text = new string('x', 40) + "needle" + new string('x', 40) + "needle";
        Suite.Equal("string", 40, text.IndexOf("needle", StringComparison.Ordinal));
        Suite.Equal("string again", 86, text.IndexOf("needle", 41, StringComparison.Ordinal));
        Suite.Equal("string last", 86, text.LastIndexOf("needle", StringComparison.Ordinal));
        Suite.Equal("string absent", -1, text.IndexOf("needles", StringComparison.Ordinal));
        Suite.Equal("empty string", 0, text.IndexOf("", StringComparison.Ordinal));
        Suite.Equal("char", 40, text.IndexOf('n'));
        Suite.Equal("char of several", 40, text.IndexOfAny(['q', 'n', 'e', 'l']));
        Suite.True("equal strings", text == new string(text.AsSpan()) && text != text.Replace("le", "el"));
        Suite.True("prefix", text.StartsWith(new string('x', 40), StringComparison.Ordinal) && text.EndsWith("needle", StringComparison.Ordinal));
    }
}
