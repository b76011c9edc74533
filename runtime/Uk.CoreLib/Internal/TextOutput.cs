using System;

namespace Internal.Runtime;

/// <summary>UTF-16 text to the console as UTF-8, without allocating.</summary>
internal static unsafe class TextOutput
{
    private const int ChunkLength = 128;

    internal const int StandardOutput = 1, StandardError = 2;

    internal static void Write(ReadOnlySpan<char> text)
    {
        byte* chunk = stackalloc byte[ChunkLength];
        int used = 0;
        ConsoleGate.Enter();
        for (int i = 0; i < text.Length; i++)
        {
            if (used > ChunkLength - 4)
            {
                Platform.WriteConsole(chunk, used);
                used = 0;
            }
            used += Encode(text, ref i, chunk + used);
        }
        Platform.WriteConsole(chunk, used);
        ConsoleGate.Exit();
    }

    /// <summary>To where errors go: the same console in a virtual machine, a file of its own in a process.</summary>
    internal static void WriteError(ReadOnlySpan<char> text)
    {
        BeginError();
        Write(text);
        EndError();
    }

    /// <summary>What is written until <see cref="EndError"/>, by this lcore alone, goes to where errors go.</summary>
    internal static void BeginError()
    {
        ConsoleGate.Enter();
        if (!RuntimeFeatures.IsVirtualMachine) Platform.SelectConsole(StandardError);
    }

    internal static void EndError()
    {
        if (!RuntimeFeatures.IsVirtualMachine) Platform.SelectConsole(StandardOutput);
        ConsoleGate.Exit();
    }

    /// <summary>One code point as one to four bytes; a surrogate without its other half becomes U+FFFD.</summary>
    private static int Encode(ReadOnlySpan<char> text, ref int index, byte* destination)
    {
        uint c = text[index];
        if (char.IsSurrogate((char)c)) c = ReadSurrogates(text, ref index);
        if (c < 0x80)
        {
            destination[0] = (byte)c;
            return 1;
        }
        int length = c < 0x800 ? 2 : c < 0x1_0000 ? 3 : 4;
        for (int i = length - 1; i > 0; i--, c >>= 6) destination[i] = (byte)(0x80 | (c & 0x3F));
        destination[0] = (byte)((0xF00u >> length) | c);
        return length;
    }

    private static uint ReadSurrogates(ReadOnlySpan<char> text, ref int index)
    {
        const uint Replacement = 0xFFFD;
        char high = text[index];
        if (!char.IsHighSurrogate(high) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            return Replacement;
        index++;
        return 0x1_0000 + ((uint)(high - 0xD800) << 10) + (uint)(text[index] - 0xDC00);
    }
}
