using System;
using System.Text;

/// <summary>Text and bytes in parts: Encoder and Decoder.</summary>
internal static class EncoderCases
{
    private static string Shown(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text) shown.Append(c is >= ' ' and < '\u007F' ? c.ToString() : $"\\{(int)c:X4}");
        return shown.ToString();
    }

    public static void Run()
    {
        Suite.Group("encoders");
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.ASCII, Encoding.Latin1];
        string text = "aä€😀z\uD800x\uDC00";
        for (int e = 0; e < encodings.Length; e++)
        {
            Encoding encoding = encodings[e];
            byte[] bytes = encoding.GetBytes("aä€😀z");
            foreach (int part in (int[])[1, 2, 3, 5])
            {
                Decoder decoder = encoding.GetDecoder();
                StringBuilder result = new();
                char[] chars = new char[32];
                for (int at = 0; at < bytes.Length; at += part)
                {
                    int length = Math.Min(part, bytes.Length - at);
                    int expected = decoder.GetCharCount(bytes, at, length);
                    int written = decoder.GetChars(bytes, at, length, chars, 0);
                    result.Append(chars, 0, written).Append(expected == written ? "" : "!").Append('|');
                }
                Suite.Show($"decoder.{e}.{part}", Shown(result.ToString()));
                // Latin-1 counts otherwise than it writes where a pair is cut.
                if (encoding == Encoding.Latin1) continue;
                Encoder encoder = encoding.GetEncoder();
                string hex = "";
                byte[] room = new byte[64];
                for (int at = 0; at < text.Length; at += part)
                {
                    int length = Math.Min(part, text.Length - at);
                    bool isLast = at + part >= text.Length;
                    int expected = encoder.GetByteCount(text.AsSpan(at, length), isLast);
                    int written = encoder.GetBytes(text.AsSpan(at, length), room, isLast);
                    hex += Convert.ToHexString(room, 0, written) + (expected == written ? "" : "!") + "|";
                }
                Suite.Show($"encoder.{e}.{part}", hex);
            }
        }
        Broken();
        Converting();
    }

    private static void Broken()
    {
        byte[][] parts = [[0xE2, 0x82], [0x41], [0xE2], [0x82, 0xAC, 0xFF], [0xF0, 0x9F], [0x98, 0x80, 0xC3]];
        Decoder decoder = Encoding.UTF8.GetDecoder();
        string result = "";
        char[] chars = new char[16];
        for (int i = 0; i < parts.Length; i++) result += new string(chars, 0, decoder.GetChars(parts[i], 0, parts[i].Length, chars, 0, flush: i == parts.Length - 1)) + "|";
        Suite.Show("decoder.broken", Shown(result));
        decoder.GetChars([0xE2, 0x82], 0, 2, chars, 0);
        decoder.Reset();
        Suite.Show("decoder.reset", decoder.GetChars([0x41], 0, 1, chars, 0) + " " + chars[0]);
        Decoder throwing = new UTF8Encoding(false, true).GetDecoder();
        Suite.Show("decoder.throws", throwing.GetChars([0xE2], 0, 1, chars, 0) + Thrown.KindBy(() => throwing.GetChars([0x41], 0, 1, new char[4], 0)));
        Encoder encoder = Encoding.UTF8.GetEncoder();
        byte[] room = new byte[16];
        Suite.Show("encoder.half", encoder.GetBytes(['\uD83D'], 0, 1, room, 0, false) + " " + encoder.GetBytes(['\uDE00'], 0, 1, room, 0, true) + " " + Convert.ToHexString(room, 0, 4));
        encoder.GetBytes(['\uD83D'], 0, 1, room, 0, false);
        Suite.Show("encoder.flush", encoder.GetBytes([], 0, 0, room, 0, true) + " " + Convert.ToHexString(room, 0, 3));
        encoder.GetBytes(['\uD83D'], 0, 1, room, 0, false);
        encoder.Reset();
        Suite.Show("encoder.reset", encoder.GetBytes(['a'], 0, 1, room, 0, true) + " " + room[0]);
        Suite.Show("errors", Thrown.By(() => decoder.GetChars(null!, 0, 0, chars, 0)) + Thrown.By(() => decoder.GetCharCount(null!, 0, 0)) + Thrown.By(() => encoder.GetBytes(null!, 0, 0, room, 0, true)) + Thrown.KindBy(() => decoder.GetChars([0x41, 0x42], 0, 2, new char[1], 0)));
    }

    private static void Converting()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("aä€😀z");
        Decoder decoder = Encoding.UTF8.GetDecoder();
        char[] chars = new char[2];
        string steps = "";
        for (int at = 0; at < bytes.Length;)
        {
            decoder.Convert(bytes, at, bytes.Length - at, chars, 0, 2, at > 5, out int used, out int written, out bool completed);
            steps += $"{used}:{Shown(new string(chars, 0, written))}:{completed} ";
            at += used;
        }
        Suite.Show("decoder.convert", steps);
        Encoder encoder = Encoding.UTF8.GetEncoder();
        byte[] room = new byte[4];
        string text = "aä€😀z";
        steps = "";
        for (int at = 0; at < text.Length;)
        {
            encoder.Convert(text.AsSpan(at), room, true, out int used, out int written, out bool completed);
            steps += $"{used}:{Convert.ToHexString(room, 0, written)}:{completed} ";
            at += used;
        }
        Suite.Show("encoder.convert", steps);
        Suite.Show("convert.small", Thrown.KindBy(() => decoder.Convert([0x41], [], true, out _, out _, out _)) + Thrown.KindBy(() => encoder.Convert("€", new byte[2], true, out _, out _, out _)));
    }
}
