// The loops over texts: counting, writing, reading, and what stands for what cannot be.

using System.Buffers;

namespace System.Text;

public abstract partial class Encoding
{
    private const int LongestSequence = 4;

    /// <returns>How many bytes it takes.</returns>
    private int Encode(ReadOnlySpan<char> text, Span<byte> destination, bool isCounting, out bool isTooSmall)
    {
        Span<byte> sequence = stackalloc byte[LongestSequence];
        int written = 0, at = 0;
        isTooSmall = false;
        bool isAscii = IsAsciiCompatible;
        while (at < text.Length)
        {
            if (isAscii && text[at] < 0x80)
            {
                if (!isCounting)
                {
                    if (written == destination.Length) isTooSmall = true;
                    if (isTooSmall) return written;
                    destination[written] = (byte)text[at];
                }
                written++;
                at++;
                continue;
            }
            OperationStatus status = Rune.DecodeFromUtf16(text.Slice(at), out Rune rune, out int consumed);
            int length = status == OperationStatus.Done ? EncodeOne((uint)rune.Value, sequence) : -1;
            if (length < 0)
            {
                string replacement = EncoderFallback.Replace(text.Slice(at, consumed), at);
                length = EncodeReplacement(replacement, isCounting ? default : destination.Slice(written), isCounting, out isTooSmall);
            }
            else if (!isCounting) isTooSmall = !sequence.Slice(0, length).TryCopyTo(destination.Slice(written));
            if (isTooSmall) return written;
            written += length;
            at += consumed;
        }
        return written;
    }

    private int EncodeReplacement(string text, Span<byte> destination, bool isCounting, out bool isTooSmall)
    {
        Span<byte> sequence = stackalloc byte[LongestSequence];
        int written = 0;
        isTooSmall = false;
        for (int at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int consumed);
            int length = EncodeOne((uint)rune.Value, sequence);
            if (length < 0) throw new ArgumentException("The replacement of characters that cannot be encoded cannot be encoded.", "chars");
            if (!isCounting && !sequence.Slice(0, length).TryCopyTo(destination.Slice(written)))
            {
                isTooSmall = true;
                return 0;
            }
            written += length;
            at += consumed;
        }
        return written;
    }

    /// <returns>How many characters it makes.</returns>
    private int Decode(ReadOnlySpan<byte> bytes, Span<char> destination, bool isCounting, out bool isTooSmall)
    {
        Span<char> pair = stackalloc char[2];
        int written = 0, at = 0;
        isTooSmall = false;
        bool isAscii = IsAsciiCompatible;
        while (at < bytes.Length)
        {
            if (isAscii && bytes[at] < 0x80)
            {
                if (!isCounting)
                {
                    if (written == destination.Length) isTooSmall = true;
                    if (isTooSmall) return written;
                    destination[written] = (char)bytes[at];
                }
                written++;
                at++;
                continue;
            }
            scoped ReadOnlySpan<char> part;
            if (DecodeOne(bytes.Slice(at), out uint value, out int consumed) == OperationStatus.Done)
            {
                Rune.Unchecked(value).TryEncodeToUtf16(pair, out int length);
                part = pair.Slice(0, length);
            }
            else part = DecoderFallback.Replace(bytes.Slice(at, consumed), at);
            if (!isCounting) isTooSmall = !part.TryCopyTo(destination.Slice(written));
            if (isTooSmall) return written;
            written += part.Length;
            at += consumed;
        }
        return written;
    }

    public virtual int GetByteCount(ReadOnlySpan<char> chars) => Encode(chars, default, isCounting: true, out _);
    public virtual int GetCharCount(ReadOnlySpan<byte> bytes) => Decode(bytes, default, isCounting: true, out _);

    public virtual bool TryGetBytes(ReadOnlySpan<char> chars, Span<byte> bytes, out int bytesWritten)
    {
        bytesWritten = Encode(chars, bytes, isCounting: false, out bool isTooSmall);
        if (isTooSmall) bytesWritten = 0;
        return !isTooSmall;
    }

    public virtual bool TryGetChars(ReadOnlySpan<byte> bytes, Span<char> chars, out int charsWritten)
    {
        charsWritten = Decode(bytes, chars, isCounting: false, out bool isTooSmall);
        if (isTooSmall) charsWritten = 0;
        return !isTooSmall;
    }

    public virtual int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes) => TryGetBytes(chars, bytes, out int written)
        ? written
        : throw new ArgumentException("The output byte buffer is too small to contain the encoded data.", nameof(bytes));

    public virtual int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars) => TryGetChars(bytes, chars, out int written)
        ? written
        : throw new ArgumentException("The output char buffer is too small to contain the decoded characters.", nameof(chars));

    public string GetString(ReadOnlySpan<byte> bytes)
    {
        string text = string.FastAllocateString(GetCharCount(bytes));
        Decode(bytes, text.Writable, isCounting: false, out _);
        return text;
    }

    private static ReadOnlySpan<T> Part<T>(T[] array, int index, int count, string arrayName, string indexName, string countName)
    {
        ArgumentNullException.ThrowIfNull(array, arrayName);
        if (index < 0) ThrowHelper.ArgumentOutOfRange(indexName);
        if (count < 0) ThrowHelper.ArgumentOutOfRange(countName);
        if (array.Length - index < count) throw new ArgumentOutOfRangeException(arrayName, "Index and count must refer to a location within the buffer.");
        return new ReadOnlySpan<T>(array, index, count);
    }

    public virtual int GetByteCount(char[] chars) => GetByteCount(Part(chars, 0, chars?.Length ?? 0, nameof(chars), "index", "count"));
    public abstract int GetByteCount(char[] chars, int index, int count);
    private protected int CountBytes(char[] chars, int index, int count) => GetByteCount(Part(chars, index, count, nameof(chars), nameof(index), nameof(count)));

    public virtual int GetByteCount(string s)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return GetByteCount((ReadOnlySpan<char>)s);
    }

    public virtual byte[] GetBytes(char[] chars) => ToBytes(Part(chars, 0, chars?.Length ?? 0, nameof(chars), "index", "count"));
    public virtual byte[] GetBytes(char[] chars, int index, int count) => ToBytes(Part(chars, index, count, nameof(chars), nameof(index), nameof(count)));

    public virtual byte[] GetBytes(string s)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return ToBytes(s);
    }

    public byte[] GetBytes(string s, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if (index > s.Length - count) ThrowHelper.ArgumentOutOfRange(nameof(index));
        return ToBytes(s.AsSpan(index, count));
    }

    private byte[] ToBytes(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[GetByteCount(text)];
        Encode(text, bytes, isCounting: false, out _);
        return bytes;
    }

    public abstract int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex);

    private protected int WriteBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        GetBytes(Part(chars, charIndex, charCount, nameof(chars), nameof(charIndex), nameof(charCount)), Rest(bytes, byteIndex, nameof(bytes), nameof(byteIndex)));

    public virtual int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        if (charIndex < 0) ThrowHelper.ArgumentOutOfRange(nameof(charIndex));
        if (charCount < 0) ThrowHelper.ArgumentOutOfRange(nameof(charCount));
        if (s.Length - charIndex < charCount) throw new ArgumentOutOfRangeException(nameof(s), "Index and count must refer to a location within the string.");
        return GetBytes(s.AsSpan(charIndex, charCount), Rest(bytes, byteIndex, nameof(bytes), nameof(byteIndex)));
    }

    private static Span<T> Rest<T>(T[] array, int index, string arrayName, string indexName)
    {
        ArgumentNullException.ThrowIfNull(array, arrayName);
        if ((uint)index > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(indexName);
        return new Span<T>(array, index, array.Length - index);
    }

    public virtual int GetCharCount(byte[] bytes) => GetCharCount(Part(bytes, 0, bytes?.Length ?? 0, nameof(bytes), "index", "count"));
    public abstract int GetCharCount(byte[] bytes, int index, int count);
    private protected int CountChars(byte[] bytes, int index, int count) => GetCharCount(Part(bytes, index, count, nameof(bytes), nameof(index), nameof(count)));

    public virtual char[] GetChars(byte[] bytes) => ToChars(Part(bytes, 0, bytes?.Length ?? 0, nameof(bytes), "index", "count"));
    public virtual char[] GetChars(byte[] bytes, int index, int count) => ToChars(Part(bytes, index, count, nameof(bytes), nameof(index), nameof(count)));

    private char[] ToChars(ReadOnlySpan<byte> bytes)
    {
        char[] chars = new char[GetCharCount(bytes)];
        Decode(bytes, chars, isCounting: false, out _);
        return chars;
    }

    public abstract int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex);

    private protected int WriteChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(Part(bytes, byteIndex, byteCount, nameof(bytes), nameof(byteIndex), nameof(byteCount)), Rest(chars, charIndex, nameof(chars), nameof(charIndex)));

    public virtual string GetString(byte[] bytes) => GetString(Part(bytes, 0, bytes?.Length ?? 0, nameof(bytes), "index", "count"));
    public virtual string GetString(byte[] bytes, int index, int count) => GetString(Part(bytes, index, count, nameof(bytes), nameof(index), nameof(count)));
    public unsafe string GetString(byte* bytes, int byteCount) => GetString(new ReadOnlySpan<byte>(bytes, byteCount));

    public static byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(srcEncoding, nameof(srcEncoding));
        ArgumentNullException.ThrowIfNull(dstEncoding, nameof(dstEncoding));
        ArgumentNullException.ThrowIfNull(bytes, nameof(bytes));
        return dstEncoding.GetBytes(srcEncoding.GetChars(bytes));
    }
}
