// Bytes that come in parts. A program's own decoders derive from Decoder; those of encodings are EncodingDecoder.

using System.Buffers;

namespace System.Text;

public abstract class Decoder
{
    private DecoderFallback? _fallback;

    protected Decoder() { }

    public DecoderFallback? Fallback
    {
        get => _fallback;
        set => _fallback = value ?? throw new ArgumentNullException(nameof(value));
    }

    public virtual void Reset() => GetChars([], 0, 0, [], 0, flush: true);

    public abstract int GetCharCount(byte[] bytes, int index, int count);
    public virtual int GetCharCount(byte[] bytes, int index, int count, bool flush) => GetCharCount(bytes, index, count);
    public virtual unsafe int GetCharCount(byte* bytes, int count, bool flush) => GetCharCount(new ReadOnlySpan<byte>(bytes, count), flush);
    public virtual int GetCharCount(ReadOnlySpan<byte> bytes, bool flush) => GetCharCount(bytes.ToArray(), 0, bytes.Length, flush);

    public abstract int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex);
    public virtual int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
        GetChars(bytes, byteIndex, byteCount, chars, charIndex);
    public virtual unsafe int GetChars(byte* bytes, int byteCount, char* chars, int charCount, bool flush) =>
        GetChars(new ReadOnlySpan<byte>(bytes, byteCount), new Span<char>(chars, charCount), flush);

    public virtual int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        char[] result = new char[chars.Length];
        int written = GetChars(bytes.ToArray(), 0, bytes.Length, result, 0, flush);
        result.AsSpan(0, written).CopyTo(chars);
        return written;
    }

    public virtual void Convert(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, int charCount, bool flush,
        out int bytesUsed, out int charsUsed, out bool completed)
    {
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        Convert(new ReadOnlySpan<byte>(bytes, byteIndex, byteCount), new Span<char>(chars, charIndex, charCount), flush, out bytesUsed, out charsUsed, out completed);
    }

    public virtual unsafe void Convert(byte* bytes, int byteCount, char* chars, int charCount, bool flush, out int bytesUsed, out int charsUsed, out bool completed) =>
        Convert(new ReadOnlySpan<byte>(bytes, byteCount), new Span<char>(chars, charCount), flush, out bytesUsed, out charsUsed, out completed);

    /// <summary>As many bytes as there is room for, by halves.</summary>
    public virtual void Convert(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush, out int bytesUsed, out int charsUsed, out bool completed)
    {
        for (bytesUsed = bytes.Length; bytesUsed > 0; bytesUsed /= 2)
        {
            bool isAll = bytesUsed == bytes.Length;
            if (GetCharCount(bytes.Slice(0, bytesUsed), flush && isAll) > chars.Length) continue;
            charsUsed = GetChars(bytes.Slice(0, bytesUsed), chars, flush && isAll);
            completed = isAll;
            return;
        }
        charsUsed = GetChars(default, chars, flush);
        completed = bytes.IsEmpty;
        if (!completed) throw TooSmall();
    }

    internal static ArgumentException TooSmall() => new("The output char buffer is too small to contain the decoded characters.", "chars");
}

internal sealed class EncodingDecoder : Decoder
{
    private const int MostLeft = 4;

    private readonly Encoding _encoding;
    private readonly byte[] _left = new byte[MostLeft];
    private int _leftCount;

    internal EncodingDecoder(Encoding encoding)
    {
        _encoding = encoding;
        Fallback = encoding.DecoderFallback;
    }

    public override void Reset() => _leftCount = 0;

    public override int GetCharCount(byte[] bytes, int index, int count) => GetCharCount(bytes, index, count, flush: false);

    public override int GetCharCount(byte[] bytes, int index, int count, bool flush)
    {
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        return GetCharCount(new ReadOnlySpan<byte>(bytes, index, count), flush);
    }

    public override int GetCharCount(ReadOnlySpan<byte> bytes, bool flush)
    {
        _encoding.DecodePart(WithLeft(bytes), default, isCounting: true, flush, Fallback!, out _, out int written);
        return written;
    }

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush)
    {
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        return GetChars(new ReadOnlySpan<byte>(bytes, byteIndex, byteCount), new Span<char>(chars, charIndex, chars.Length - charIndex), flush);
    }

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        ReadOnlySpan<byte> all = WithLeft(bytes);
        if (_encoding.DecodePart(all, chars, isCounting: false, flush, Fallback!, out int used, out int written) == OperationStatus.DestinationTooSmall) throw TooSmall();
        Keep(all.Slice(used));
        return written;
    }

    public override void Convert(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush, out int bytesUsed, out int charsUsed, out bool completed)
    {
        ReadOnlySpan<byte> all = WithLeft(bytes);
        OperationStatus status = _encoding.DecodePart(all, chars, isCounting: false, flush, Fallback!, out int used, out charsUsed);
        completed = status != OperationStatus.DestinationTooSmall;
        if (!completed && charsUsed == 0) throw TooSmall();
        if (completed)
        {
            bytesUsed = bytes.Length;
            Keep(all.Slice(used));
            completed = flush ? _leftCount == 0 : completed;
            return;
        }
        bytesUsed = used - _leftCount;
        _leftCount = 0;
    }

    private ReadOnlySpan<byte> WithLeft(ReadOnlySpan<byte> bytes)
    {
        if (_leftCount == 0) return bytes;
        byte[] all = new byte[_leftCount + bytes.Length];
        new ReadOnlySpan<byte>(_left, 0, _leftCount).CopyTo(all);
        bytes.CopyTo(new Span<byte>(all, _leftCount, bytes.Length));
        return all;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(_left);
        _leftCount = rest.Length;
    }
}
