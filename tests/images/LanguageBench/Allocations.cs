using System.Collections.Generic;

internal static class Allocations
{
    private sealed class Node(Node? left, Node? right)
    {
        public int Count() => 1 + (left?.Count() ?? 0) + (right?.Count() ?? 0);
    }

    private sealed class Small(int value)
    {
        public readonly int Value = value;
        public Small? Next;
    }

    private static readonly Node s_longLived = Build(14);
    private static Small? s_shared;

    private static Node Build(int depth) => depth == 0 ? new Node(null, null) : new Node(Build(depth - 1), Build(depth - 1));

    public static long Trees()
    {
        long count = 0;
        for (int i = 0; i < 8; i++) count += Build(12).Count();
        return count + s_longLived.Count();
    }

    public static long ShortLived()
    {
        long sum = 0;
        for (int i = 0; i < 200_000; i++)
        {
            Small small = new(i) { Next = null };
            s_shared = small;
            sum += small.Value;
        }
        return sum;
    }

    public static long Arrays()
    {
        long sum = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] buffer = new byte[(i * 37) & 1023];
            string[] names = new string[i & 31];
            sum += buffer.Length + names.Length;
        }
        return sum;
    }

    /// <summary>Most of what is made lives for a while, then dies in the order in which it was made.</summary>
    public static long Survivors()
    {
        Queue<Small> window = new();
        long sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            window.Enqueue(new Small(i));
            if (window.Count > 20_000) sum += window.Dequeue().Value;
        }
        return sum;
    }
}
