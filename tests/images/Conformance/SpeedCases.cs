using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;

/// <summary>
/// Code that has several ways to one result, chosen by length, type or value: every way, and the lengths where one ends and
/// the next begins.
/// </summary>
internal static class SpeedCases
{
    private static readonly int[] s_lengths = [0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 18, 31, 32, 33, 47, 63, 64, 65, 66, 127, 128, 129, 200, 300];

    private static uint s_random;

    private static uint Next()
    {
        s_random ^= s_random << 13;
        s_random ^= s_random >> 17;
        s_random ^= s_random << 5;
        return s_random;
    }

    public static void Run()
    {
        s_random = 20251121;
        Sorting();
        SortingOthers();
        Copying();
        Searching();
        Splitting();
        Numbers();
        Builders();
        Tables();
        Ordinal();
        Casts();
        InterfaceDelegates();
    }

    private static void Sorting()
    {
        Suite.Group("speed sort");
        Integers<sbyte>("sbyte");
        Integers<byte>("byte");
        Integers<short>("short");
        Integers<ushort>("ushort");
        Integers<int>("int");
        Integers<uint>("uint");
        Integers<long>("long");
        Integers<ulong>("ulong");
        Integers<nint>("nint");
        Integers<nuint>("nuint");
        Integers<char>("char");
    }

    private static void Integers<T>(string name) where T : struct, INumberBase<T>, IComparable<T>
    {
        foreach (int length in (int[])[2, 3, 16, 17, 40, 1000, 5000])
        {
            Check(name, "random", length, static (_, _) => (long)(((ulong)Next() << 32) | Next()));
            Check(name, "few", length, static (_, _) => Next() % 3);
            Check(name, "equal", length, static (_, _) => 7);
            Check(name, "rising", length, static (i, _) => i);
            Check(name, "falling", length, static (i, n) => n - i);
            Check(name, "organ pipe", length, static (i, n) => Math.Min(i, n - i));
        }

        static void Check(string name, string shape, int length, Func<int, int, long> make)
        {
            T[] values = new T[length];
            for (int i = 0; i < length; i++) values[i] = T.CreateTruncating(make(i, length));
            T[] copy = (T[])values.Clone();
            Array.Sort(values);
            bool ordered = true;
            for (int i = 1; i < length; i++) ordered &= values[i - 1].CompareTo(values[i]) <= 0;
            Dictionary<T, int> counts = [];
            foreach (T value in copy) counts[value] = counts.GetValueOrDefault(value) + 1;
            foreach (T value in values) counts[value]--;
            Suite.True($"{name} {shape} {length}", ordered && counts.Values.All(static count => count == 0));
        }
    }

    private static void SortingOthers()
    {
        int[] keys = new int[500];
        string[] items = new string[500];
        for (int i = 0; i < keys.Length; i++) items[i] = (keys[i] = (int)Next()).ToString(CultureInfo.InvariantCulture);
        Array.Sort(keys, items);
        bool together = true;
        for (int i = 0; i < keys.Length; i++) together &= items[i] == keys[i].ToString(CultureInfo.InvariantCulture) && (i == 0 || keys[i - 1] <= keys[i]);
        Suite.True("keys and items", together);
        Array.Sort(keys, 100, 50, Comparer<int>.Create(static (a, b) => b.CompareTo(a)));
        Suite.True("part falling", keys[100] >= keys[149] && keys[99] <= keys[149] && keys[100] <= keys[150]);
        Array.Sort(items, StringComparer.Ordinal);
        Suite.Show("strings", items[0] + items[250] + items[499]);
        Array.Sort(items, StringComparer.OrdinalIgnoreCase);
        Suite.Show("strings ignoring case", items[0] + items[250] + items[499]);
        List<string> list = [.. items];
        list.Sort(static (a, b) => a.Length != b.Length ? b.Length - a.Length : string.CompareOrdinal(b, a));
        Suite.Show("lambda", list[0] + list[250] + list[499]);
        double[] doubles = [3, double.NaN, -1, double.PositiveInfinity, 0, double.NegativeInfinity, 2.5, double.NaN];
        Array.Sort(doubles);
        Suite.Show("doubles", string.Join(' ', doubles));
    }

    private static void Copying()
    {
        Suite.Group("speed copy");
        byte[] bytes = new byte[1000];
        foreach (int length in s_lengths)
        {
            foreach (int distance in (int[])[-300, -65, -33, -17, -1, 0, 1, 8, 31, 64, 300])
            {
                for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 31 + i / 256);
                byte[] expected = (byte[])bytes.Clone();
                for (int i = 0; i < length; i++) expected[350 + distance + i] = bytes[350 + i];
                bytes.AsSpan(350, length).CopyTo(bytes.AsSpan(350 + distance));
                if (!expected.SequenceEqual(bytes)) Suite.True($"copy {length} by {distance}", false);
            }
            bytes.AsSpan(3, length).Fill(0xA5);
            bool filled = true;
            for (int i = 0; i < length; i++) filled &= bytes[3 + i] == 0xA5;
            long sum = 0;
            foreach (byte value in bytes) sum = sum * 3 + value;
            Suite.True($"fill {length}", filled);
            Suite.Show($"sum {length}", sum);
            bytes.AsSpan(5, length).Clear();
            Suite.Show($"clear {length}", bytes.AsSpan().IndexOf((byte)0));
        }
    }

    private static void Searching()
    {
        Suite.Group("speed search");
        foreach (int length in s_lengths)
        {
            char[] text = new string('a', length + 1).ToCharArray();
            long found = 0;
            for (int at = 0; at <= length; at++)
            {
                text[at] = 'b';
                ReadOnlySpan<char> span = text;
                found = found * 7 + span.IndexOf('b') + span.LastIndexOf('b') + span.IndexOf("ba") + span.IndexOf("ab") + span.IndexOf("aba")
                    + span.IndexOf("bb") + span.IndexOfAny('x', 'b') + span.IndexOfAnyExcept('a') + span.Count('a') + span.Count('b')
                    + span.Slice(at).IndexOf("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") + (span.SequenceEqual(new string('a', length + 1)) ? 1 : 0)
                    + span.CommonPrefixLength(new string('a', length + 1)) + span.SequenceCompareTo(new string('a', length + 1));
                text[at] = 'a';
            }
            Suite.Show($"chars {length}", found);
            byte[] bytes = new byte[length + 2];
            long places = 0;
            for (int at = 0; at <= length; at++)
            {
                bytes[at] = 1;
                bytes[at + 1] = 2;
                places = places * 7 + bytes.AsSpan().IndexOf((byte)2) + bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 2]) + bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[2, 1])
                    + bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0, 1, 2]);
                bytes[at] = bytes[at + 1] = 0;
            }
            Suite.Show($"bytes {length}", places);
        }
        Suite.Show("nothing in nothing", "".IndexOf("", StringComparison.Ordinal));
        Suite.Show("nothing at the end", "abc".IndexOf("", 3, StringComparison.Ordinal));
        Suite.Show("longer", "ab".IndexOf("abc", StringComparison.Ordinal));
        Suite.Show("the same", "abcabcabcabcabcabcabc".IndexOf("abcabcabcabcabcabcabc", StringComparison.Ordinal));
        Suite.Show("last of many", (new string('x', 50) + "xy").IndexOf("xy", StringComparison.Ordinal));
    }

    private static void Splitting()
    {
        Suite.Group("speed split");
        foreach (int length in s_lengths)
        {
            StringBuilder text = new();
            for (int i = 0; i < length; i++) text.Append(i % 5 == 3 ? ',' : (char)('a' + i % 26));
            string line = text.ToString();
            foreach (int count in (int[])[0, 1, 2, 3, int.MaxValue])
                foreach (StringSplitOptions options in (StringSplitOptions[])[0, StringSplitOptions.RemoveEmptyEntries, StringSplitOptions.TrimEntries])
                    Suite.Show($"{length} {count} {(int)options}", string.Join('|', line.Split(',', count, options)) + string.Join('/', line.Split("d,", count, options)));
            Suite.Show($"replace {length}", line.Replace(',', ';') + line.Replace("a", "<a>") + line.Replace('?', '!'));
        }
        Suite.Show("only separators", new string(',', 200).Split(',').Length);
        Suite.Show("two separators", string.Join('|', "a,b;c".Split(',', ';')));
        Suite.Show("overlapping", string.Join('|', "aaaaa".Split("aa")));
    }

    private static void Numbers()
    {
        Suite.Group("speed number");
        ulong power = 1;
        for (int digits = 1; digits <= 20; digits++, power *= 10)
        {
            foreach (ulong value in (ulong[])[power - 1, power, power + 1, power * 7 + 3])
            {
                string text = value.ToString(CultureInfo.InvariantCulture);
                Suite.Show($"{digits} digits, {text}", $"{text} {-(long)value} {value:X} {value:x3} {value:D12} {(int)value} {(int)value:X} {(short)value:d3}");
                Suite.True($"{digits} digits, {text} back", ulong.Parse(text) == value && long.Parse((-(long)value).ToString()) == -(long)value);
            }
        }
        foreach (string text in (string[])["", "-", "+", "+1", "-0", "00", "-00012", " 1", "1 ", "1\0", "1\01", "2147483647", "2147483648", "-2147483648", "-2147483649",
            "999999999999999999", "9999999999999999999", "18446744073709551615", "18446744073709551616", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "-9223372036854775809", "000000000000000000000000000001", "1x", "x", "1.0", "1e3", "０", "127", "128", "-128", "-129", "255", "256", "-1", "65535", "65536"])
        {
            string results = $"{int.TryParse(text, out int i)} {i} {uint.TryParse(text, out uint u)} {u} {long.TryParse(text, out long l)} {l} {ulong.TryParse(text, out ulong w)} {w} "
                + $"{sbyte.TryParse(text, out sbyte s)} {s} {byte.TryParse(text, out byte b)} {b} {short.TryParse(text, out short h)} {h} {ushort.TryParse(text, out ushort v)} {v} "
                + $"{int.TryParse(text, NumberStyles.None, null, out int plain)} {plain}";
            Suite.Show("parse '" + text.Replace('\0', '~') + "'", results);
        }
        Span<char> room = stackalloc char[4];
        Suite.Show("fits", 1234.TryFormat(room, out int written) + " " + written);
        Suite.Show("does not fit", (-1234).TryFormat(room, out written) + " " + written);
        Suite.Show("hexadecimal does not fit", 0x12345.TryFormat(room, out written, "x") + " " + written);
        Suite.Show("hexadecimal fits", 0xBEEF.TryFormat(room, out written, "x") + " " + written + new string(room));
    }

    private static void Builders()
    {
        Suite.Group("speed builder");
        StringBuilder text = new();
        for (int i = 0; i < 20_000; i++) text.Append(i).Append(':').Append(-i * 1_000_003L).Append(", ");
        string all = text.ToString();
        long sum = 0;
        foreach (char c in all) sum = sum * 31 + c;
        Suite.Show("long", all.Length + " " + sum + all[^9..]);
        Suite.True("ended by a zero", EndsWithZero(all) && EndsWithZero(new string('x', 9_000)) && EndsWithZero(string.Concat(all, "a")));
        Suite.Show("itself", new StringBuilder("abc").Append(new StringBuilder("def")).Append("ghi").ToString());
        StringBuilder twice = new("0123456789");
        for (int i = 0; i < 8; i++) twice.Append(twice);
        Suite.Show("twice itself", twice.Length + " " + twice[2559]);
        for (int length = 0; length < 300; length += 37)
            Suite.Show($"interpolated {length}", $"{new string('a', length)}{length}{'b'}{new string('c', 300 - length)}{length,8}|{length,-8}|".Length);
        Suite.Show("interpolated inside", $"{$"{1}{Inner(2)}"}-{Inner(3)}");

        static string Inner(int depth) => depth == 0 ? "." : $"<{depth}{Inner(depth - 1)}>";
    }

    private static unsafe bool EndsWithZero(string text)
    {
        fixed (char* chars = text) return chars[text.Length] == 0;
    }

    private static void Tables()
    {
        Suite.Group("speed table");
        foreach (int capacity in (int[])[0, 1, 3, 4, 8, 100, 1000, 12345, 100_000])
        {
            Dictionary<int, int> table = new(capacity);
            int before = table.Capacity;
            for (int i = 0; i < 200; i++) table[i * 4096] = i;
            int found = 0;
            for (int i = 0; i < 200; i++) found += table[i * 4096] == i && !table.ContainsKey(i * 4096 + 1) ? 1 : 0;
            for (int i = 0; i < 200; i += 2) table.Remove(i * 4096);
            for (int i = 1000; i < 1080; i++) table.Add(i, i);
            int ensured = table.EnsureCapacity(500);
            table.TrimExcess();
            Suite.Show($"capacity {capacity}", $"{before} {found} {table.Count} {ensured} {table.Capacity} {string.Join(',', table.Keys.Take(100))}");
        }
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { "One", "two" };
        Suite.Show("the one that is there", names.TryGetValue("ONE", out string? actual) + actual);
        Suite.Show("one that is not", names.TryGetValue("three", out actual) + (actual ?? "null"));
        HashSet<string?> withNull = ["a", null, "a", null];
        Suite.Show("null", withNull.Count + " " + withNull.Contains(null) + withNull.TryGetValue(null, out _));
        Dictionary<object, int> objects = new() { ["a"] = 1, [1] = 2, [1L] = 3, ['a'] = 4 };
        Suite.Show("objects", $"{objects["a"]}{objects[1]}{objects[1L]}{objects['a']}{objects.ContainsKey("b")}{objects.ContainsKey(2.0)}");
    }

    private static void Ordinal()
    {
        Suite.Group("speed ordinal");
        foreach (int length in s_lengths)
        {
            long sum = 0;
            string left = new('m', length);
            for (int at = 0; at < length; at++)
                foreach (char other in "am\uFFFFz")
                {
                    string right = left.Remove(at, 1).Insert(at, other.ToString());
                    sum = sum * 3 + Math.Sign(string.CompareOrdinal(left, right)) + Math.Sign(StringComparer.Ordinal.Compare(right, left + "x")) + (left == right ? 5 : 0);
                }
            Suite.Show($"length {length}", sum);
        }
        Suite.Show("empty and zero", Math.Sign(StringComparer.Ordinal.Compare("", "\0")) + " " + Math.Sign(StringComparer.Ordinal.Compare("\0", null)) + " " + Math.Sign(StringComparer.Ordinal.Compare("", "")));
    }

    private class Animal;

    private class Dog : Animal, IComparable<Dog>
    {
        public int CompareTo(Dog? other) => 0;
    }

    private sealed class Puppy : Dog;

    private static void Casts()
    {
        Suite.Group("speed cast");
        object?[] objects = ["text", new string[1], new int[1], new Animal(), new Dog(), new Puppy(), 5, (Action)Run, new object[0, 0], null];
        for (int i = 0; i < objects.Length; i++)
        {
            object? one = objects[i];
            Suite.Show(i.ToString(),
                $"{one is string}{one is object}{one is Array}{one is Animal}{one is Dog}{one is Puppy}{one is IComparable<Dog>}{one is IEnumerable<string>}{one is IEnumerable<object>}"
                + $"{one is IComparable}{one is Delegate}{one is object[]}{one is System.Collections.IList}{one is IList<int>}");
        }
    }

    private interface ISpeaker
    {
        string Speak(string word);
    }

    private sealed class Loud : ISpeaker
    {
        public string Speak(string word) => word + "!";
    }

    private struct Quiet : ISpeaker
    {
        private int _spoken;
        public string Speak(string word) => word + ++_spoken;
    }

    private static void InterfaceDelegates()
    {
        Suite.Group("speed delegate");
        ISpeaker loud = new Loud(), quiet = new Quiet();
        Func<string, string> first = loud.Speak, second = quiet.Speak;
        Suite.Show("of an interface", first("a") + second("b") + second("c") + quiet.Speak("d"));
        ISpeaker? nobody = null;
        try
        {
            Func<string, string> none = nobody!.Speak;
            Suite.Show("of nobody", none("a"));
        }
        catch (NullReferenceException)
        {
            Suite.Show("of nobody", "null reference");
        }
        IComparer<int> order = Comparer<int>.Default;
        Comparison<int> comparison = order.Compare;
        Suite.Show("of a generic interface", comparison(1, 2));
        Suite.Show("equal", ((Func<string, string>)loud.Speak).Equals(first));
    }
}
