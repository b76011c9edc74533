// Characters as bytes and back. An encoding says how one code point is written and read (EncodeOne, DecodeOne); the loops
// over texts are in Encoding.Transcoding.cs, the encodings in Encodings.cs, what happens to errors in EncodingFallbacks.cs.

using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace System.Text;

public abstract partial class Encoding
{
    private static Encoding? s_utf8, s_ascii, s_latin1, s_unicode, s_bigEndianUnicode, s_utf32, s_default;

    private EncoderFallback _encoderFallback = EncoderFallback.ReplacementFallback;
    private DecoderFallback _decoderFallback = DecoderFallback.ReplacementFallback;

    private protected Encoding() { }

    private protected Encoding(EncoderFallback encoderFallback, DecoderFallback decoderFallback) =>
        (_encoderFallback, _decoderFallback) = (encoderFallback, decoderFallback);

    public static Encoding UTF8 => s_utf8 ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    public static Encoding Default => s_default ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    public static Encoding ASCII => s_ascii ??= new ASCIIEncoding();
    public static Encoding Latin1 => s_latin1 ??= new Latin1Encoding();
    public static Encoding Unicode => s_unicode ??= new UnicodeEncoding();
    public static Encoding BigEndianUnicode => s_bigEndianUnicode ??= new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
    public static Encoding UTF32 => s_utf32 ??= new UTF32Encoding();

    public static Encoding GetEncoding(int codepage) => codepage switch
    {
        0 => Default,
        65001 => UTF8,
        20127 => ASCII,
        28591 => Latin1,
        1200 => Unicode,
        1201 => BigEndianUnicode,
        12000 => UTF32,
        12001 => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        < 0 or > 65535 => throw new ArgumentOutOfRangeException(nameof(codepage), "Valid values are between 0 and 65535, inclusive."),
        _ => throw new NotSupportedException(string.Concat("No data is available for encoding ", codepage.ToString(), ".")),
    };

    public static Encoding GetEncoding(string name)
    {
        ArgumentNullException.ThrowIfNull(name, nameof(name));
        return name.Trim().ToLowerInvariant() switch
        {
            "utf-8" or "utf8" or "unicode-1-1-utf-8" or "unicode-2-0-utf-8" or "x-unicode-1-1-utf-8" or "x-unicode-2-0-utf-8" => UTF8,
            "us-ascii" or "ascii" or "ansi_x3.4-1968" or "ansi_x3.4-1986" or "cp367" or "csascii" or "ibm367" or "iso-ir-6" or "iso646-us"
                or "iso_646.irv:1991" or "us" => ASCII,
            "iso-8859-1" or "latin1" or "iso8859-1" or "iso_8859-1" or "iso_8859-1:1987" or "l1" or "cp819" or "csisolatin1" or "ibm819" or "iso-ir-100" => Latin1,
            "utf-16" or "utf-16le" or "unicode" or "ucs-2" or "iso-10646-ucs-2" => Unicode,
            "utf-16be" or "unicodefffe" => BigEndianUnicode,
            "utf-32" or "utf-32le" or "ucs-4" => UTF32,
            "utf-32be" => GetEncoding(12001),
            _ => throw new ArgumentException(string.Concat("'", name, "' is not a supported encoding name."), nameof(name)),
        };
    }

    public virtual int CodePage => 0;
    public virtual string WebName => "";
    public virtual string BodyName => WebName;
    public virtual string HeaderName => WebName;
    public virtual string EncodingName => "";
    public virtual bool IsSingleByte => false;
    public bool IsReadOnly => true;

    // Only those given to a constructor: an encoding that is shared cannot be changed.
    public EncoderFallback EncoderFallback => _encoderFallback;
    public DecoderFallback DecoderFallback => _decoderFallback;

    public virtual ReadOnlySpan<byte> Preamble => default;
    public virtual byte[] GetPreamble() => Preamble.ToArray();

    /// <summary>How one code point is written; -1 where there is no way. There is room for four bytes.</summary>
    private protected abstract int EncodeOne(uint value, Span<byte> destination);

    /// <summary>Reads one code point from bytes that are not empty.</summary>
    private protected abstract OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed);

    /// <summary>Whether a character below U+0080 is a byte of that value and the other way around.</summary>
    private protected virtual bool IsAsciiCompatible => true;

    public abstract int GetMaxByteCount(int charCount);
    public abstract int GetMaxCharCount(int byteCount);

    public override bool Equals([NotNullWhen(true)] object? value) =>
        value is Encoding other && CodePage == other.CodePage && Preamble.SequenceEqual(other.Preamble)
        && EncoderFallback.Equals(other.EncoderFallback) && DecoderFallback.Equals(other.DecoderFallback);

    public override int GetHashCode() => CodePage + EncoderFallback.GetHashCode() + DecoderFallback.GetHashCode() + Preamble.Length;
}
