// UTF-8, UTF-16, UTF-32, ASCII and Latin-1: how each writes and reads one code point.

using System.Buffers;
using System.Buffers.Binary;

namespace System.Text;

internal static class EncodingLength
{
    /// <summary>A product that fits, or an exception that names the count.</summary>
    internal static int Of(long length, int count, string parameter)
    {
        if (count < 0 || length > int.MaxValue) ThrowHelper.ArgumentOutOfRange(parameter);
        return (int)length;
    }
}

public class UTF8Encoding : Encoding
{
    private readonly bool _hasPreamble;

    public UTF8Encoding() { }
    public UTF8Encoding(bool encoderShouldEmitUTF8Identifier) => _hasPreamble = encoderShouldEmitUTF8Identifier;
    public UTF8Encoding(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)
        : base(EncoderFallback.Of(throwOnInvalidBytes), DecoderFallback.Of(throwOnInvalidBytes)) => _hasPreamble = encoderShouldEmitUTF8Identifier;

    public override int CodePage => 65001;
    public override string WebName => "utf-8";
    public override string EncodingName => "Unicode (UTF-8)";
    public override ReadOnlySpan<byte> Preamble => _hasPreamble ? [0xEF, 0xBB, 0xBF] : default;
    public override int GetMaxByteCount(int charCount) => EncodingLength.Of((charCount + 1L) * 3 * Math.Max(EncoderFallback.MaxCharCount, 1), charCount, nameof(charCount));
    public override int GetMaxCharCount(int byteCount) => EncodingLength.Of((byteCount + 1L) * Math.Max(DecoderFallback.MaxCharCount, 1), byteCount, nameof(byteCount));

    public override int GetByteCount(char[] chars, int index, int count) => CountBytes(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => WriteBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => CountChars(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => WriteChars(bytes, byteIndex, byteCount, chars, charIndex);

    private protected override int EncodeOne(uint value, Span<byte> destination) => Utf8Sequence.Encode(value, destination);
    private protected override OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed) =>
        Utf8Sequence.Decode(source, out value, out consumed);
}

public class UnicodeEncoding : Encoding
{
    public const int CharSize = 2;

    private readonly bool _isBigEndian, _hasPreamble;

    public UnicodeEncoding() : this(false, true) { }
    public UnicodeEncoding(bool bigEndian, bool byteOrderMark) => (_isBigEndian, _hasPreamble) = (bigEndian, byteOrderMark);
    public UnicodeEncoding(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)
        : base(EncoderFallback.Of(throwOnInvalidBytes), DecoderFallback.Of(throwOnInvalidBytes)) => (_isBigEndian, _hasPreamble) = (bigEndian, byteOrderMark);

    public override int CodePage => _isBigEndian ? 1201 : 1200;
    public override string WebName => _isBigEndian ? "utf-16BE" : "utf-16";
    public override string EncodingName => _isBigEndian ? "Unicode (Big-Endian)" : "Unicode";
    public override ReadOnlySpan<byte> Preamble => !_hasPreamble ? default : _isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE];
    public override int GetMaxByteCount(int charCount) => EncodingLength.Of((charCount + 1L) * 2 * Math.Max(EncoderFallback.MaxCharCount, 1), charCount, nameof(charCount));
    public override int GetMaxCharCount(int byteCount) =>
        EncodingLength.Of(((byteCount >> 1) + (byteCount & 1) + 1L) * Math.Max(DecoderFallback.MaxCharCount, 1), byteCount, nameof(byteCount));
    private protected override bool IsAsciiCompatible => false;

    public override int GetByteCount(char[] chars, int index, int count) => CountBytes(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => WriteBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => CountChars(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => WriteChars(bytes, byteIndex, byteCount, chars, charIndex);

    private protected override int EncodeOne(uint value, Span<byte> destination)
    {
        Span<char> pair = stackalloc char[2];
        Rune.Unchecked(value).TryEncodeToUtf16(pair, out int length);
        for (int i = 0; i < length; i++)
        {
            if (_isBigEndian) BinaryPrimitives.WriteUInt16BigEndian(destination.Slice(i * 2), pair[i]);
            else BinaryPrimitives.WriteUInt16LittleEndian(destination.Slice(i * 2), pair[i]);
        }
        return length * 2;
    }

    private char Read(ReadOnlySpan<byte> source) =>
        (char)(_isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(source) : BinaryPrimitives.ReadUInt16LittleEndian(source));

    private protected override OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed)
    {
        value = 0;
        consumed = Math.Min(source.Length, 2);
        if (source.Length < 2) return OperationStatus.NeedMoreData;
        char first = Read(source);
        value = first;
        if (!char.IsSurrogate(first)) return OperationStatus.Done;
        if (!char.IsHighSurrogate(first)) return OperationStatus.InvalidData;
        if (source.Length < 4) return OperationStatus.NeedMoreData;
        char second = Read(source.Slice(2));
        if (!char.IsLowSurrogate(second)) return OperationStatus.InvalidData;
        value = (uint)char.ConvertToUtf32(first, second);
        consumed = 4;
        return OperationStatus.Done;
    }
}

public sealed class UTF32Encoding : Encoding
{
    private readonly bool _isBigEndian, _hasPreamble;

    public UTF32Encoding() : this(false, true) { }
    public UTF32Encoding(bool bigEndian, bool byteOrderMark) => (_isBigEndian, _hasPreamble) = (bigEndian, byteOrderMark);
    public UTF32Encoding(bool bigEndian, bool byteOrderMark, bool throwOnInvalidCharacters)
        : base(EncoderFallback.Of(throwOnInvalidCharacters), DecoderFallback.Of(throwOnInvalidCharacters)) => (_isBigEndian, _hasPreamble) = (bigEndian, byteOrderMark);

    public override int CodePage => _isBigEndian ? 12001 : 12000;
    public override string WebName => _isBigEndian ? "utf-32BE" : "utf-32";
    public override string EncodingName => _isBigEndian ? "Unicode (UTF-32 Big-Endian)" : "Unicode (UTF-32)";
    public override ReadOnlySpan<byte> Preamble => !_hasPreamble ? default : _isBigEndian ? [0, 0, 0xFE, 0xFF] : [0xFF, 0xFE, 0, 0];
    public override int GetMaxByteCount(int charCount) => EncodingLength.Of((charCount + 1L) * 4 * Math.Max(EncoderFallback.MaxCharCount, 1), charCount, nameof(charCount));
    public override int GetMaxCharCount(int byteCount) => EncodingLength.Of(byteCount / 2 + 2L, byteCount, nameof(byteCount));
    private protected override bool IsAsciiCompatible => false;

    public override int GetByteCount(char[] chars, int index, int count) => CountBytes(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => WriteBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => CountChars(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => WriteChars(bytes, byteIndex, byteCount, chars, charIndex);

    private protected override int EncodeOne(uint value, Span<byte> destination)
    {
        if (_isBigEndian) BinaryPrimitives.WriteUInt32BigEndian(destination, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(destination, value);
        return sizeof(uint);
    }

    private protected override OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed)
    {
        value = 0;
        consumed = Math.Min(source.Length, sizeof(uint));
        if (source.Length < sizeof(uint)) return OperationStatus.NeedMoreData;
        value = _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(source) : BinaryPrimitives.ReadUInt32LittleEndian(source);
        return Rune.IsValid(value) ? OperationStatus.Done : OperationStatus.InvalidData;
    }
}

public class ASCIIEncoding : Encoding
{
    public ASCIIEncoding() : base(EncoderFallback.Question, DecoderFallback.Question) { }

    public override int CodePage => 20127;
    public override string WebName => "us-ascii";
    public override string EncodingName => "US-ASCII";
    public override bool IsSingleByte => true;
    public override int GetMaxByteCount(int charCount) => EncodingLength.Of(charCount + 1L, charCount, nameof(charCount));
    public override int GetMaxCharCount(int byteCount) => EncodingLength.Of(byteCount, byteCount, nameof(byteCount));

    public override int GetByteCount(char[] chars, int index, int count) => CountBytes(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => WriteBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => CountChars(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => WriteChars(bytes, byteIndex, byteCount, chars, charIndex);

    private protected override int EncodeOne(uint value, Span<byte> destination)
    {
        destination[0] = (byte)value;
        return value < 0x80 ? 1 : -1;
    }

    private protected override OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed)
    {
        value = source[0];
        consumed = 1;
        return value < 0x80 ? OperationStatus.Done : OperationStatus.InvalidData;
    }
}

internal sealed class Latin1Encoding : Encoding
{
    public Latin1Encoding() : base(EncoderFallback.Latin1, DecoderFallback.Question) { }

    public override int CodePage => 28591;
    public override string WebName => "iso-8859-1";
    public override string EncodingName => "Western European (ISO)";
    public override bool IsSingleByte => true;
    public override int GetMaxByteCount(int charCount) => EncodingLength.Of(charCount + 1L, charCount, nameof(charCount));
    public override int GetMaxCharCount(int byteCount) => EncodingLength.Of(byteCount, byteCount, nameof(byteCount));

    public override int GetByteCount(char[] chars, int index, int count) => CountBytes(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => WriteBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => CountChars(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => WriteChars(bytes, byteIndex, byteCount, chars, charIndex);

    private protected override int EncodeOne(uint value, Span<byte> destination)
    {
        destination[0] = (byte)value;
        return value <= byte.MaxValue ? 1 : -1;
    }

    private protected override OperationStatus DecodeOne(ReadOnlySpan<byte> source, out uint value, out int consumed)
    {
        value = source[0];
        consumed = 1;
        return OperationStatus.Done;
    }
}
