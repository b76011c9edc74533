using System;
using System.Collections.Generic;

/// <summary>Identifiers and random numbers.</summary>
internal static class GuidCases
{
    public static void Run()
    {
        Identifiers();
        Parsing();
        Seeded();
        Unseeded();
    }

    private static string Thrown<T>(Func<T> action) => TimeSpanCases.Thrown(action);

    private static void Identifiers()
    {
        Suite.Group("Guid");
        Guid g = new(0x00112233, 0x4455, 0x6677, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF);
        foreach (string format in (string[])["N", "D", "B", "P", "X", "n", "d", "b", "p", "x", ""]) Suite.Show($"format '{format}'", g.ToString(format));
        foreach (string format in (string[])["Q", "DD", " "]) Suite.Show($"bad format '{format}'", Thrown(() => g.ToString(format)));
        Suite.Show("plain", $"{g} {Guid.Empty} {Guid.AllBitsSet} {g.GetHashCode()} {g.Version} {g.Variant}");
        Suite.Show("bytes", $"{Convert.ToHexString(g.ToByteArray())} {Convert.ToHexString(g.ToByteArray(bigEndian: true))}");
        Suite.Show("from bytes", $"{new Guid(g.ToByteArray()) == g} {new Guid(g.ToByteArray(true), true) == g} {new Guid(1, -1, 2, [1, 2, 3, 4, 5, 6, 7, 8])} {new Guid(uint.MaxValue, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8)}");
        Suite.Show("too few bytes", $"{Thrown(() => new Guid(new byte[15]))} {Thrown(() => new Guid(1, 2, 3, new byte[7]))} {Thrown(() => new Guid((byte[])null!))}");
        Span<byte> room = stackalloc byte[17];
        Suite.Show("write", $"{g.TryWriteBytes(room)} {room[0]} {g.TryWriteBytes(room, true, out int written)} {written} {room[0]} {g.TryWriteBytes(room[..15])}");
        Span<char> chars = stackalloc char[36];
        Suite.Show("into room", $"{g.TryFormat(chars, out written)} {written} {g.TryFormat(chars, out written, "B")} {written}");
        Guid[] sorted = [Guid.AllBitsSet, g, new(-1, 0, 0, new byte[8]), Guid.Empty, new(1, 0, 0, new byte[8]), new(0, -1, 0, new byte[8]), new(0, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]), new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])];
        Array.Sort(sorted);
        Suite.Show("sorted", string.Join(' ', sorted));
        Suite.Show("order", $"{g < Guid.AllBitsSet} {g > Guid.Empty} {g <= new Guid(g.ToString())} {g.CompareTo((object?)null)} {g.Equals((object)g)} {g != Guid.Empty} {Thrown(() => g.CompareTo("x"))}");
        Guid a = Guid.NewGuid(), b = Guid.NewGuid();
        Suite.Show("new", $"{a == b} {a.Version} {a.Variant is >= 8 and < 12} {a.ToString().Length}");
        Guid v7 = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(0x0123_4567_89AB));
        Suite.Show("version 7", $"{v7.ToString()[..15]} {v7.Version} {v7.Variant is >= 8 and < 12} {Thrown(() => Guid.CreateVersion7(DateTimeOffset.MinValue))}");
    }

    private static void Parsing()
    {
        Suite.Group("Guid parse");
        foreach (string text in (string[])
        [
            "00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff", "{00112233-4455-6677-8899-AABBCCDDEEFF}", "(00112233-4455-6677-8899-aabbccddeeff)", "{0x00112233,0x4455,0x6677,{0x88,0x99,0xaa,0xbb,0xcc,0xdd,0xee,0xff}}",
            " 00112233-4455-6677-8899-aabbccddeeff ", "{ 0x1, 0x2 ,0x3,{ 0x4,0x5,0x6,0x7,0x8,0x9,0xa,0xb } }", "00112233445566778899aabbccddeef", "00112233-4455-6677-8899-aabbccddeefg", "00112233-44556677-8899-aabbccddeeff-", "{00112233-4455-6677-8899-aabbccddeeff)",
            "{00112233445566778899aabbccddeeff}", "", " ", "x", "{0x112233445,0x4455,0x6677,{0x88,0x99,0xaa,0xbb,0xcc,0xdd,0xee,0xff}}", "{0x0,0x0,0x0,{0x0,0x0,0x0,0x0,0x0,0x0,0x0}}", "{0x0,0x0,0x0,{0x0,0x0,0x0,0x0,0x0,0x0,0x0,0x0}", "{0x,0x0,0x0,{0x0,0x0,0x0,0x0,0x0,0x0,0x0,0x0}}",
            "{0x000000001,0x0,0x0,{0x0,0x0,0x0,0x0,0x0,0x0,0x0,0x0}}", "{0x0,0x0,0x0,{0x100,0x0,0x0,0x0,0x0,0x0,0x0,0x0}}",
        ])
            Suite.Show($"'{text}'", $"{Guid.TryParse(text, out Guid value)} {value}");
        foreach (string format in (string[])["N", "D", "B", "P", "X"])
            foreach (string text in (string[])["00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff", "{00112233-4455-6677-8899-aabbccddeeff}"])
                Suite.Show($"'{text}' as {format}", $"{Guid.TryParseExact(text, format, out Guid value)} {value}");
        Suite.Show("failures", $"{Thrown(() => Guid.Parse("x"))} {Thrown(() => new Guid(""))} {Thrown(() => Guid.Parse((string)null!))} {Thrown(() => Guid.ParseExact("x", "Q"))} {Thrown(() => Guid.ParseExact("x", "N"))} {Guid.TryParse((string?)null, out _)}");
    }

    private static void Seeded()
    {
        Suite.Group("Random with a seed");
        foreach (int seed in (int[])[0, 1, -1, 42, int.MaxValue, int.MinValue, 123456789])
        {
            Random random = new(seed);
            Suite.Show($"{seed} ints", $"{random.Next()} {random.Next()} {random.Next(100)} {random.Next(-50, 50)} {random.Next(int.MinValue, int.MaxValue)} {random.Next(0)} {random.Next(5, 5)}");
            Suite.Show($"{seed} others", $"{random.NextDouble()} {random.NextSingle()} {random.NextInt64()} {random.NextInt64(1_000_000_000_000)} {random.NextInt64(-5, 1_000_000)} {random.NextInt64(long.MinValue, long.MaxValue)}");
            byte[] bytes = new byte[10];
            random.NextBytes(bytes);
            Suite.Show($"{seed} bytes", Convert.ToHexString(bytes));
            random.NextBytes(bytes.AsSpan(3, 4));
            Suite.Show($"{seed} bytes of a span", Convert.ToHexString(bytes));
            int[] items = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            random.Shuffle(items);
            Suite.Show($"{seed} shuffled", string.Join(' ', items));
            Suite.Show($"{seed} items", $"{string.Join(' ', random.GetItems(items, 8))} {string.Join(' ', random.GetItems((ReadOnlySpan<int>)[1, 2, 3, 4], 8))}");
            int sum = 0;
            for (int i = 0; i < 1000; i++) sum = sum * 31 + random.Next(1000);
            Suite.Show($"{seed} thousand", sum);
        }
        Random plain = new(7);
        Suite.Show("bad ranges", $"{Thrown(() => plain.Next(-1))} {Thrown(() => plain.Next(2, 1))} {Thrown(() => plain.NextInt64(-1))} {Thrown(() => plain.NextInt64(2, 1))} {Thrown(() => plain.GetItems(Array.Empty<int>(), 1))} {Thrown(() => plain.GetItems([1], -1))}");
        Suite.Show("own samples", $"{new Half().Next(10)} {new Half().NextDouble()} {new Half().Next(100, 200)}");
    }

    private sealed class Half() : Random(5)
    {
        protected override double Sample() => 0.5;
    }

    private static void Unseeded()
    {
        Suite.Group("Random without a seed");
        Random random = new();
        bool inRange = true;
        HashSet<int> seen = [];
        for (int i = 0; i < 1000; i++)
        {
            int value = random.Next(10);
            seen.Add(value);
            long wide = random.NextInt64(-3, 1L << 40);
            inRange &= value is >= 0 and < 10 && random.Next(-5, 5) is >= -5 and < 5 && random.NextDouble() is >= 0 and < 1 && random.NextSingle() is >= 0 and < 1 && wide >= -3 && wide < 1L << 40 && random.Next() >= 0;
        }
        Suite.True("in range", inRange);
        Suite.Equal("all values", 10, seen.Count);
        Suite.True("two differ", new Random().NextInt64() != new Random().NextInt64());
        Suite.True("shared", ReferenceEquals(Random.Shared, Random.Shared) && Random.Shared.Next(3) < 3);
    }
}
