// Base64 in UTF-8, and the alphabet that stands in addresses. Base64Coder does the work.

namespace System.Buffers.Text;

public static partial class Base64
{
    private const int MostBytes = int.MaxValue / 4 * 3;

    public static OperationStatus EncodeToUtf8(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        Base64Coder<byte, ByteUnit>.Encode(bytes, utf8, out bytesConsumed, out bytesWritten, isFinalBlock, isUrl: false);

    public static OperationStatus DecodeFromUtf8(ReadOnlySpan<byte> utf8, Span<byte> bytes, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        Base64Coder<byte, ByteUnit>.Decode(utf8, bytes, out bytesConsumed, out bytesWritten, isFinalBlock, isUrl: false);

    public static int GetMaxEncodedToUtf8Length(int length)
    {
        if ((uint)length > MostBytes) ThrowHelper.ArgumentOutOfRange(nameof(length));
        return (length + 2) / 3 * 4;
    }

    public static int GetMaxDecodedFromUtf8Length(int length)
    {
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        return length / 4 * 3;
    }

    public static bool IsValid(ReadOnlySpan<char> base64Text) => IsValid(base64Text, out _);
    public static bool IsValid(ReadOnlySpan<byte> base64TextUtf8) => IsValid(base64TextUtf8, out _);
    public static bool IsValid(ReadOnlySpan<char> base64Text, out int decodedLength) =>
        Base64Coder<char, CharUnit>.IsValid(base64Text, isUrl: false, out decodedLength);
    public static bool IsValid(ReadOnlySpan<byte> base64TextUtf8, out int decodedLength) =>
        Base64Coder<byte, ByteUnit>.IsValid(base64TextUtf8, isUrl: false, out decodedLength);
}

public static partial class Base64Url
{
    public static int GetEncodedLength(int bytesLength)
    {
        if ((uint)bytesLength > int.MaxValue / 4 * 3) ThrowHelper.ArgumentOutOfRange(nameof(bytesLength));
        return bytesLength / 3 * 4 + (bytesLength % 3 == 0 ? 0 : bytesLength % 3 + 1);
    }

    public static int GetMaxDecodedLength(int base64Length)
    {
        if (base64Length < 0) ThrowHelper.ArgumentOutOfRange(nameof(base64Length));
        return base64Length / 4 * 3 + (base64Length % 4 == 0 ? 0 : base64Length % 4 - 1);
    }

    public static string EncodeToString(ReadOnlySpan<byte> source)
    {
        string text = string.FastAllocateString(GetEncodedLength(source.Length));
        Base64Coder<char, CharUnit>.Encode(source, text.Writable, out _, out _, isFinal: true, isUrl: true);
        return text;
    }

    public static OperationStatus EncodeToChars(ReadOnlySpan<byte> source, Span<char> destination, out int bytesConsumed, out int charsWritten, bool isFinalBlock = true) =>
        Base64Coder<char, CharUnit>.Encode(source, destination, out bytesConsumed, out charsWritten, isFinalBlock, isUrl: true);
    public static OperationStatus EncodeToUtf8(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        Base64Coder<byte, ByteUnit>.Encode(source, destination, out bytesConsumed, out bytesWritten, isFinalBlock, isUrl: true);
    public static OperationStatus DecodeFromChars(ReadOnlySpan<char> source, Span<byte> destination, out int charsConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        Base64Coder<char, CharUnit>.Decode(source, destination, out charsConsumed, out bytesWritten, isFinalBlock, isUrl: true);
    public static OperationStatus DecodeFromUtf8(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true) =>
        Base64Coder<byte, ByteUnit>.Decode(source, destination, out bytesConsumed, out bytesWritten, isFinalBlock, isUrl: true);

    public static byte[] DecodeFromChars(ReadOnlySpan<char> source)
    {
        if (!Base64Coder<char, CharUnit>.IsValid(source, isUrl: true, out int length)) throw Invalid();
        byte[] bytes = new byte[length];
        Base64Coder<char, CharUnit>.Decode(source, bytes, out _, out _, isFinal: true, isUrl: true);
        return bytes;
    }

    public static byte[] DecodeFromUtf8(ReadOnlySpan<byte> source)
    {
        if (!Base64Coder<byte, ByteUnit>.IsValid(source, isUrl: true, out int length)) throw Invalid();
        byte[] bytes = new byte[length];
        Base64Coder<byte, ByteUnit>.Decode(source, bytes, out _, out _, isFinal: true, isUrl: true);
        return bytes;
    }

    private static FormatException Invalid() => new("The input is not a valid Base64url string.");

    public static bool IsValid(ReadOnlySpan<char> base64UrlText) => Base64Coder<char, CharUnit>.IsValid(base64UrlText, isUrl: true, out _);
    public static bool IsValid(ReadOnlySpan<byte> utf8Base64UrlText) => Base64Coder<byte, ByteUnit>.IsValid(utf8Base64UrlText, isUrl: true, out _);
    public static bool IsValid(ReadOnlySpan<char> base64UrlText, out int decodedLength) =>
        Base64Coder<char, CharUnit>.IsValid(base64UrlText, isUrl: true, out decodedLength);
    public static bool IsValid(ReadOnlySpan<byte> utf8Base64UrlText, out int decodedLength) =>
        Base64Coder<byte, ByteUnit>.IsValid(utf8Base64UrlText, isUrl: true, out decodedLength);
}
