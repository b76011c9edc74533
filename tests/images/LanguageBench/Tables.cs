using System;
using System.Collections.Generic;

internal static class Tables
{
    private readonly record struct Point(int X, int Y);

    private static readonly string[] s_words = MakeWords();

    private static string[] MakeWords()
    {
        Sequence random = new(99);
        string[] words = new string[10_000];
        for (int i = 0; i < words.Length; i++) words[i] = "word" + random.Next(1_500);
        return words;
    }

    public static long Numbers()
    {
        Dictionary<int, int> table = [];
        Sequence random = new(4711);
        for (int i = 0; i < 20_000; i++) table[random.Next(1 << 15)] = i;
        long sum = 0;
        for (int i = 0; i < 40_000; i++)
            if (table.TryGetValue(i, out int value)) sum += value;
        for (int i = 0; i < 1 << 15; i += 3) table.Remove(i);
        return sum + table.Count;
    }

    public static long Words()
    {
        Dictionary<string, int> counts = [];
        foreach (string word in s_words)
            counts[word] = counts.TryGetValue(word, out int count) ? count + 1 : 1;
        long sum = 0;
        foreach (KeyValuePair<string, int> entry in counts) sum += entry.Value * entry.Key.Length;
        return sum + counts.Count;
    }

    public static long Points()
    {
        HashSet<Point> seen = [];
        Sequence random = new(31337);
        int twice = 0;
        for (int i = 0; i < 20_000; i++)
            if (!seen.Add(new Point(random.Next(150), random.Next(150)))) twice++;
        return twice * 100_000L + seen.Count;
    }
}
