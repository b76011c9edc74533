// Characters that come in parts. A program's own encoders derive from Encoder; those of encodings are EncodingEncoder.

using System.Buffers;

namespace System.Text;

public abstract class Encoder
{
    private EncoderFallback? _fallback;

    protected Encoder() { }

    public EncoderFallback? Fallback
    {
        get => _fallback;
        set => _fallback = value ?? throw new ArgumentNullException(nameof(value));
    }

    public virtual void Reset() => GetBytes([], 0, 0, new byte[16], 0, flush: true);

    public abstract int GetByteCount(char[] chars, int index, int count, bool flush);
    public virtual unsafe int GetByteCount(char* chars, int count, bool flush) => GetByteCount(new ReadOnlySpan<char>(chars, count), flush);
    public virtual int GetByteCount(ReadOnlySpan<char> chars, bool flush) => GetByteCount(chars.ToArray(), 0, chars.Length, flush);

    public abstract int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex, bool flush);
    public virtual unsafe int GetBytes(char* chars, int charCount, byte* bytes, int byteCount, bool flush) =>
        GetBytes(new ReadOnlySpan<char>(chars, charCount), new Span<byte>(bytes, byteCount), flush);

    public virtual int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes, bool flush)
    {
        byte[] result = new byte[bytes.Length];
        int written = GetBytes(chars.ToArray(), 0, chars.Length, result, 0, flush);
        result.AsSpan(0, written).CopyTo(bytes);
        return written;
    }

    public virtual void Convert(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex, int byteCount, bool flush,
        out int charsUsed, out int bytesUsed, out bool completed)
    {
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        Convert(new ReadOnlySpan<char>(chars, charIndex, charCount), new Span<byte>(bytes, byteIndex, byteCount), flush, out charsUsed, out bytesUsed, out completed);
    }

    public virtual unsafe void Convert(char* chars, int charCount, byte* bytes, int byteCount, bool flush, out int charsUsed, out int bytesUsed, out bool completed) =>
        Convert(new ReadOnlySpan<char>(chars, charCount), new Span<byte>(bytes, byteCount), flush, out charsUsed, out bytesUsed, out completed);

    /// <summary>As many characters as there is room for, by halves.</summary>
    public virtual void Convert(ReadOnlySpan<char> chars, Span<byte> bytes, bool flush, out int charsUsed, out int bytesUsed, out bool completed)
    {
        for (charsUsed = chars.Length; charsUsed > 0; charsUsed /= 2)
        {
            bool isAll = charsUsed == chars.Length;
            if (GetByteCount(chars.Slice(0, charsUsed), flush && isAll) > bytes.Length) continue;
            bytesUsed = GetBytes(chars.Slice(0, charsUsed), bytes, flush && isAll);
            completed = isAll;
            return;
        }
        bytesUsed = GetBytes(default, bytes, flush);
        completed = chars.IsEmpty;
        if (!completed) throw TooSmall();
    }

    internal static ArgumentException TooSmall() => new("The output byte buffer is too small to contain the encoded data.", "bytes");
}

internal sealed class EncodingEncoder : Encoder
{
    private readonly Encoding _encoding;

    /// <summary>ASCII has no pairs, so no half waits for the other.</summary>
    private readonly bool _waits;

    /// <summary>The first half of a pair, or zero.</summary>
    private char _left;

    internal EncodingEncoder(Encoding encoding)
    {
        _encoding = encoding;
        Fallback = encoding.EncoderFallback;
        _waits = encoding is not ASCIIEncoding;
    }

    public override void Reset() => _left = '\0';

    public override int GetByteCount(char[] chars, int index, int count, bool flush)
    {
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        return GetByteCount(new ReadOnlySpan<char>(chars, index, count), flush);
    }

    public override int GetByteCount(ReadOnlySpan<char> chars, bool flush)
    {
        _encoding.EncodePart(WithLeft(chars), default, isCounting: true, flush || !_waits, Fallback!, out _, out int written);
        return written;
    }

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex, bool flush)
    {
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        return GetBytes(new ReadOnlySpan<char>(chars, charIndex, charCount), new Span<byte>(bytes, byteIndex, bytes.Length - byteIndex), flush);
    }

    public override int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes, bool flush)
    {
        ReadOnlySpan<char> all = WithLeft(chars);
        if (_encoding.EncodePart(all, bytes, isCounting: false, flush || !_waits, Fallback!, out int used, out int written) == OperationStatus.DestinationTooSmall) throw TooSmall();
        _left = used < all.Length ? all[used] : '\0';
        return written;
    }

    public override void Convert(ReadOnlySpan<char> chars, Span<byte> bytes, bool flush, out int charsUsed, out int bytesUsed, out bool completed)
    {
        ReadOnlySpan<char> all = WithLeft(chars);
        OperationStatus status = _encoding.EncodePart(all, bytes, isCounting: false, flush || !_waits, Fallback!, out int used, out bytesUsed);
        completed = status != OperationStatus.DestinationTooSmall;
        if (!completed && bytesUsed == 0) throw TooSmall();
        charsUsed = completed ? chars.Length : used - (_left == '\0' ? 0 : 1);
        _left = completed && used < all.Length ? all[used] : '\0';
    }

    private ReadOnlySpan<char> WithLeft(ReadOnlySpan<char> chars)
    {
        if (_left == '\0') return chars;
        char[] all = new char[1 + chars.Length];
        all[0] = _left;
        chars.CopyTo(new Span<char>(all, 1, chars.Length));
        return all;
    }
}
