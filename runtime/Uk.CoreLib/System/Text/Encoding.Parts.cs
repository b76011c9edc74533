// Texts that come in parts: what is whole is written or read, and what the next part may complete is left.

using System.Buffers;

namespace System.Text;

public abstract partial class Encoding
{
    public virtual Decoder GetDecoder() => new EncodingDecoder(this);
    public virtual Encoder GetEncoder() => new EncodingEncoder(this);

    /// <summary>Whether the characters of the destination count, or only their number.</summary>
    /// <param name="flush">No more bytes will come.</param>
    /// <returns>Done, too small, or that the rest is the beginning of a character.</returns>
    internal OperationStatus DecodePart(ReadOnlySpan<byte> bytes, Span<char> chars, bool isCounting, bool flush, DecoderFallback fallback, out int used, out int written)
    {
        Span<char> pair = stackalloc char[2];
        used = written = 0;
        while (used < bytes.Length)
        {
            OperationStatus status = DecodeOne(bytes.Slice(used), out uint value, out int consumed);
            if (status == OperationStatus.NeedMoreData && !flush) return status;
            scoped ReadOnlySpan<char> part;
            if (status == OperationStatus.Done)
            {
                Rune.Unchecked(value).TryEncodeToUtf16(pair, out int length);
                part = pair.Slice(0, length);
            }
            else part = fallback.Replace(bytes.Slice(used, consumed), used);
            if (!isCounting && !part.TryCopyTo(chars.Slice(written))) return OperationStatus.DestinationTooSmall;
            written += part.Length;
            used += consumed;
        }
        return OperationStatus.Done;
    }

    internal OperationStatus EncodePart(ReadOnlySpan<char> chars, Span<byte> bytes, bool isCounting, bool flush, EncoderFallback fallback, out int used, out int written)
    {
        Span<byte> sequence = stackalloc byte[LongestSequence];
        used = written = 0;
        while (used < chars.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf16(chars.Slice(used), out Rune rune, out int consumed);
            if (status == OperationStatus.NeedMoreData && !flush) return status;
            int length = status == OperationStatus.Done ? EncodeOne((uint)rune.Value, sequence) : -1;
            bool isTooSmall = false;
            if (length < 0)
                length = EncodeReplacement(fallback.Replace(chars.Slice(used, consumed), used), isCounting ? default : bytes.Slice(written), isCounting, out isTooSmall);
            else if (!isCounting) isTooSmall = !sequence.Slice(0, length).TryCopyTo(bytes.Slice(written));
            if (isTooSmall) return OperationStatus.DestinationTooSmall;
            written += length;
            used += consumed;
        }
        return OperationStatus.Done;
    }
}
