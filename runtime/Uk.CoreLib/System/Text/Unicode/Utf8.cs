// UTF-16 to UTF-8 and back, piece by piece.

using System.Buffers;

namespace System.Text.Unicode;

public static class Utf8
{
    public static bool IsValid(ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            if (Utf8Sequence.Decode(value, out _, out int consumed) != OperationStatus.Done) return false;
            value = value.Slice(consumed);
        }
        return true;
    }

    public static OperationStatus FromUtf16(
        ReadOnlySpan<char> source, Span<byte> destination, out int charsRead, out int bytesWritten, bool replaceInvalidSequences = true, bool isFinalBlock = true)
    {
        charsRead = bytesWritten = 0;
        while (charsRead < source.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf16(source.Slice(charsRead), out Rune rune, out int consumed);
            if (status == OperationStatus.NeedMoreData && !isFinalBlock) return status;
            if (status != OperationStatus.Done && !replaceInvalidSequences) return OperationStatus.InvalidData;
            if (!rune.TryEncodeToUtf8(destination.Slice(bytesWritten), out int written)) return OperationStatus.DestinationTooSmall;
            charsRead += consumed;
            bytesWritten += written;
        }
        return OperationStatus.Done;
    }

    public static OperationStatus ToUtf16(
        ReadOnlySpan<byte> source, Span<char> destination, out int bytesRead, out int charsWritten, bool replaceInvalidSequences = true, bool isFinalBlock = true)
    {
        bytesRead = charsWritten = 0;
        while (bytesRead < source.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf8(source.Slice(bytesRead), out Rune rune, out int consumed);
            if (status == OperationStatus.NeedMoreData && !isFinalBlock) return status;
            if (status != OperationStatus.Done && !replaceInvalidSequences) return OperationStatus.InvalidData;
            if (!rune.TryEncodeToUtf16(destination.Slice(charsWritten), out int written)) return OperationStatus.DestinationTooSmall;
            bytesRead += consumed;
            charsWritten += written;
        }
        return OperationStatus.Done;
    }
}
