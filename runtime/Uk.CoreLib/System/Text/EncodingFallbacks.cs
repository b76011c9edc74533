// What becomes of characters that an encoding lacks and of bytes that are no characters: a replacement or an exception.
// Programs choose among these and write none of their own.

namespace System.Text;

public abstract class EncoderFallback
{
    private static EncoderFallback? s_replacement, s_exception, s_question, s_latin1;

    private protected EncoderFallback() { }

    public static EncoderFallback ReplacementFallback => s_replacement ??= new EncoderReplacementFallback("\uFFFD");
    public static EncoderFallback ExceptionFallback => s_exception ??= new EncoderExceptionFallback();

    internal static EncoderFallback Question => s_question ??= new EncoderReplacementFallback("?");
    internal static EncoderFallback Latin1 => s_latin1 ??= new Latin1Fallback();
    internal static EncoderFallback Of(bool throws) => throws ? ExceptionFallback : ReplacementFallback;

    public abstract int MaxCharCount { get; }

    /// <param name="chars">One character, or the two of a pair.</param>
    /// <param name="index">Where in the text they stand.</param>
    internal abstract string Replace(ReadOnlySpan<char> chars, int index);
}

public sealed class EncoderReplacementFallback : EncoderFallback
{
    public EncoderReplacementFallback() : this("?") { }
    public EncoderReplacementFallback(string replacement) => DefaultString = FallbackText.Check(replacement);

    public string DefaultString { get; }
    public override int MaxCharCount => DefaultString.Length;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) => value is EncoderReplacementFallback other && DefaultString == other.DefaultString;
    public override int GetHashCode() => DefaultString.GetHashCode();

    internal override string Replace(ReadOnlySpan<char> chars, int index) => chars.Length == 1 ? DefaultString : DefaultString + DefaultString;
}

public sealed class EncoderExceptionFallback : EncoderFallback
{
    public override int MaxCharCount => 0;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) => value is EncoderExceptionFallback;
    public override int GetHashCode() => 654;

    internal override string Replace(ReadOnlySpan<char> chars, int index) =>
        throw (chars.Length == 1 ? new EncoderFallbackException(chars[0], index) : new EncoderFallbackException(chars[0], chars[1], index));
}

public sealed class EncoderFallbackException : ArgumentException
{
    public EncoderFallbackException() : base("Value does not fall within the expected range.") { }
    public EncoderFallbackException(string? message) : base(message) { }
    public EncoderFallbackException(string? message, Exception? innerException) : base(message, innerException) { }

    internal EncoderFallbackException(char unknown, int index)
        : base($"Unable to translate Unicode character \\u{(int)unknown:X4} at index {index} to specified code page.") => (CharUnknown, Index) = (unknown, index);

    internal EncoderFallbackException(char high, char low, int index)
        : base($"Unable to translate Unicode character \\u{char.ConvertToUtf32(high, low):X4} at index {index} to specified code page.") =>
        (CharUnknownHigh, CharUnknownLow, Index) = (high, low, index);

    public char CharUnknown { get; }
    public char CharUnknownHigh { get; }
    public char CharUnknownLow { get; }
    public int Index { get; }
    public bool IsUnknownSurrogate() => CharUnknownHigh != '\0';
}

public abstract class DecoderFallback
{
    private static DecoderFallback? s_replacement, s_exception, s_question;

    private protected DecoderFallback() { }

    public static DecoderFallback ReplacementFallback => s_replacement ??= new DecoderReplacementFallback("\uFFFD");
    public static DecoderFallback ExceptionFallback => s_exception ??= new DecoderExceptionFallback();

    internal static DecoderFallback Question => s_question ??= new DecoderReplacementFallback("?");
    internal static DecoderFallback Of(bool throws) => throws ? ExceptionFallback : ReplacementFallback;

    public abstract int MaxCharCount { get; }

    internal abstract string Replace(ReadOnlySpan<byte> bytes, int index);
}

public sealed class DecoderReplacementFallback : DecoderFallback
{
    public DecoderReplacementFallback() : this("?") { }
    public DecoderReplacementFallback(string replacement) => DefaultString = FallbackText.Check(replacement);

    public string DefaultString { get; }
    public override int MaxCharCount => DefaultString.Length;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) => value is DecoderReplacementFallback other && DefaultString == other.DefaultString;
    public override int GetHashCode() => DefaultString.GetHashCode();

    internal override string Replace(ReadOnlySpan<byte> bytes, int index) => DefaultString;
}

public sealed class DecoderExceptionFallback : DecoderFallback
{
    public override int MaxCharCount => 0;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value) => value is DecoderExceptionFallback;
    public override int GetHashCode() => 879;

    internal override string Replace(ReadOnlySpan<byte> bytes, int index)
    {
        string shown = "";
        foreach (byte value in bytes) shown += $"[{value:X2}]";
        throw new DecoderFallbackException($"Unable to translate bytes {shown} at index {index} from specified code page to Unicode.", bytes.ToArray(), index);
    }
}

public sealed class DecoderFallbackException : ArgumentException
{
    public DecoderFallbackException() : base("Value does not fall within the expected range.") { }
    public DecoderFallbackException(string? message) : base(message) { }
    public DecoderFallbackException(string? message, Exception? innerException) : base(message, innerException) { }
    public DecoderFallbackException(string? message, byte[]? bytesUnknown, int index) : base(message) => (BytesUnknown, Index) = (bytesUnknown, index);

    public byte[]? BytesUnknown { get; }
    public int Index { get; }
}

internal static class FallbackText
{
    /// <summary>A replacement is a text without halves of pairs.</summary>
    internal static string Check(string replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement, nameof(replacement));
        for (int at = 0; at < replacement.Length;)
        {
            if (Rune.DecodeFromUtf16(replacement.AsSpan(at), out _, out int consumed) != Buffers.OperationStatus.Done)
                throw new ArgumentException("String contains invalid Unicode code points.", nameof(replacement));
            at += consumed;
        }
        return replacement;
    }
}
