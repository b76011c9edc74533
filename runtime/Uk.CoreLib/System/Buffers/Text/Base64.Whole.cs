// Base 64 in place, and of whole texts: with the length as the result, or an attempt.

namespace System.Buffers.Text;

public static partial class Base64
{
    public static OperationStatus DecodeFromUtf8InPlace(Span<byte> buffer, out int bytesWritten) =>
        DecodeFromUtf8(buffer.ToArray(), buffer, out _, out bytesWritten);

    public static OperationStatus EncodeToUtf8InPlace(Span<byte> buffer, int dataLength, out int bytesWritten)
    {
        OperationStatus status = EncodeToUtf8(buffer.Slice(0, dataLength).ToArray(), buffer, out _, out bytesWritten);
        if (status != OperationStatus.Done) bytesWritten = 0;
        return status;
    }
}

public static partial class Base64Url
{
    private static ArgumentException TooShort => new("Destination is too short.", "destination");
    private static FormatException Wrong => new("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.");

    private static bool IsDone(OperationStatus status, ref int written)
    {
        if (status == OperationStatus.InvalidData) throw Wrong;
        if (status == OperationStatus.Done) return true;
        written = 0;
        return false;
    }

    public static bool TryDecodeFromChars(ReadOnlySpan<char> source, Span<byte> destination, out int bytesWritten) =>
        IsDone(DecodeFromChars(source, destination, out _, out bytesWritten), ref bytesWritten);
    public static bool TryDecodeFromUtf8(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten) =>
        IsDone(DecodeFromUtf8(source, destination, out _, out bytesWritten), ref bytesWritten);
    public static bool TryEncodeToChars(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
        IsDone(EncodeToChars(source, destination, out _, out charsWritten), ref charsWritten);
    public static bool TryEncodeToUtf8(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten) =>
        IsDone(EncodeToUtf8(source, destination, out _, out bytesWritten), ref bytesWritten);

    public static int DecodeFromChars(ReadOnlySpan<char> source, Span<byte> destination) => TryDecodeFromChars(source, destination, out int written) ? written : throw TooShort;
    public static int DecodeFromUtf8(ReadOnlySpan<byte> source, Span<byte> destination) => TryDecodeFromUtf8(source, destination, out int written) ? written : throw TooShort;
    public static int EncodeToChars(ReadOnlySpan<byte> source, Span<char> destination) => TryEncodeToChars(source, destination, out int written) ? written : throw TooShort;
    public static int EncodeToUtf8(ReadOnlySpan<byte> source, Span<byte> destination) => TryEncodeToUtf8(source, destination, out int written) ? written : throw TooShort;

    public static char[] EncodeToChars(ReadOnlySpan<byte> source)
    {
        char[] result = new char[GetEncodedLength(source.Length)];
        EncodeToChars(source, result);
        return result;
    }

    public static byte[] EncodeToUtf8(ReadOnlySpan<byte> source)
    {
        byte[] result = new byte[GetEncodedLength(source.Length)];
        EncodeToUtf8(source, result);
        return result;
    }

    public static int DecodeFromUtf8InPlace(Span<byte> buffer) => DecodeFromUtf8(buffer.ToArray(), buffer);

    public static bool TryEncodeToUtf8InPlace(Span<byte> buffer, int dataLength, out int bytesWritten) =>
        TryEncodeToUtf8(buffer.Slice(0, dataLength).ToArray(), buffer, out bytesWritten);
}
