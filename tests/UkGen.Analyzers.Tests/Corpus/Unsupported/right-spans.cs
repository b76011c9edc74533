using System;

static class Case
{
    internal static void Run()
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes[1..^1].Fill(3);
        Console.WriteLine(bytes.IndexOf((byte)3) + "abc"[^1]);
    }
}
