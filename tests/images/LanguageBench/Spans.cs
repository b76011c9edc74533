using System;

internal static class Spans
{
    private static readonly byte[] s_source = new byte[100_003];
    private static readonly byte[] s_target = new byte[100_003];

    /// <summary>Blocks of all lengths, small ones most.</summary>
    public static long CopyAndCompare()
    {
        Span<byte> source = s_source;
        Span<byte> target = s_target;
        source.Fill(3);
        target.Clear();
        long equal = 0;
        for (int length = 0; length < 400; length++)
            for (int at = 0; at < 2_000; at += 400)
            {
                source.Slice(at, length).CopyTo(target.Slice(at + 1));
                if (source.Slice(at, length).SequenceEqual(target.Slice(at + 1, length))) equal++;
            }
        source.CopyTo(target);
        return equal + target.IndexOf((byte)4) + (source.SequenceEqual(target) ? 1 : 0);
    }

    public static long Checksum()
    {
        uint sum = 2166136261;
        foreach (byte value in s_source.AsSpan()) sum = (sum ^ value) * 16777619;
        int zeros = 0;
        for (int i = 0; i < s_target.Length; i++)
            if (s_target[i] == 0) zeros++;
        return sum + (long)zeros * 0;
    }
}
