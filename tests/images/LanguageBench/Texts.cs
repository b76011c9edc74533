using System;
using System.Text;

internal static class Texts
{
    private static readonly string s_lines = MakeLines();

    private static string MakeLines()
    {
        Sequence random = new(2024);
        StringBuilder text = new();
        for (int i = 0; i < 2_000; i++) text.Append(random.Next(1_000_000)).Append(',').Append(i).Append('\n');
        return text.ToString();
    }

    public static long Build()
    {
        StringBuilder text = new();
        for (int i = 0; i < 5_000; i++) text.Append("line ").Append(i).Append(": ").Append(i * 7L).Append('\n');
        string all = text.ToString();
        return all.Length + all[^2];
    }

    public static long Interpolate()
    {
        long sum = 0;
        for (int i = 0; i < 5_000; i++)
        {
            string text = $"x={i}, y={i * 31L:X}, name={"abc"}";
            sum += text.Length;
        }
        return sum;
    }

    public static long Parse()
    {
        ReadOnlySpan<char> rest = s_lines;
        long sum = 0;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf('\n');
            ReadOnlySpan<char> line = rest.Slice(0, end);
            int comma = line.IndexOf(',');
            sum += int.Parse(line.Slice(0, comma)) * (long)int.Parse(line.Slice(comma + 1));
            rest = rest.Slice(end + 1);
        }
        return sum;
    }

    public static long Search()
    {
        long sum = 0;
        string text = s_lines;
        for (int at = text.IndexOf("99", StringComparison.Ordinal); at >= 0; at = text.IndexOf("99", at + 1, StringComparison.Ordinal)) sum += at;
        sum += text.Replace(',', ';').IndexOf('#') + text.Split('\n').Length;
        return sum;
    }
}
