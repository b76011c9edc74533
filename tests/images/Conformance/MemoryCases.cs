using System;
using System.Runtime.InteropServices;

/// <summary>Spans and raw memory.</summary>
internal static class MemoryCases
{
    public static void Run()
    {
        Spans();
        Marshals();
    }

    private static void Spans()
    {
        Suite.Group("span");
        Span<int> span = [1, 2, 3, 4];
        Suite.Equal("slice", 3, span[1..][1]);
        Suite.Equal("length", 2, span.Slice(1, 2).Length);
        span.Slice(0, 3).CopyTo(span.Slice(1));
        Suite.Equal("overlapping copy forward", 3, span[3]);
        span.Slice(1).CopyTo(span);
        Suite.Equal("overlapping copy backward", 1, span[0]);
        Suite.True("copy to too little", !span.TryCopyTo(new int[3]));
        span.Fill(7);
        Suite.True("fill", span.SequenceEqual([7, 7, 7, 7]));
        span.Clear();
        Suite.Equal("clear", 0, span[2]);
        Suite.True("empty", Span<int>.Empty.IsEmpty && default(ReadOnlySpan<byte>).Length == 0);
        ReadOnlySpan<char> text = "hello";
        Suite.Equal("index of", 2, text.IndexOf('l'));
        Suite.Equal("index of a sequence", 3, text.IndexOf("lo"));
        Suite.True("starts with", text.StartsWith("he") && !text.StartsWith("hello!"));
        Suite.Equal("to string", "ell", text.Slice(1, 3).ToString());
        Suite.True("order", text.SequenceCompareTo("help") < 0);
        byte[] large = new byte[1000];
        new Span<byte>(large).Fill(0xA5);
        byte[] copy = new ReadOnlySpan<byte>(large, 3, 900).ToArray();
        Suite.Equal("large copy", 0xA5 * 2, copy[0] + copy[899]);
        Span<byte> stack = stackalloc byte[100];
        bool zero = true;
        foreach (byte b in stack) zero &= b == 0;
        Suite.True("stackalloc is zero", zero);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Header
    {
        public byte Kind;
        public uint Length;
    }

    private static void Marshals()
    {
        Suite.Group("memory");
        Span<byte> bytes = stackalloc byte[8];
        MemoryMarshal.Write(bytes, new Header { Kind = 1, Length = 0x01020304 });
        Suite.Equal("packed layout", 4, bytes[1]);
        Suite.Equal("read back", 0x01020304, MemoryMarshal.Read<Header>(bytes).Length);
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(bytes);
        Suite.Equal("cast length", 2, words.Length);
        Suite.Equal("cast value", 0x02030401, words[0]);
        unsafe
        {
            Suite.Equal("size", 5, sizeof(Header));
        }
    }
}
