// Numbers and texts into a stream of bytes, the lowest byte first.

using System.Buffers.Binary;
using System.Text;
using System.Threading.Tasks;

namespace System.IO;

public class BinaryWriter : IDisposable, IAsyncDisposable
{
    public static readonly BinaryWriter Null = new();

    protected Stream OutStream;

    private readonly Encoding _encoding;
    private readonly bool _leaveOpen;

    protected BinaryWriter() : this(Stream.Null) { }
    public BinaryWriter(Stream output) : this(output, Encoding.Default, false) { }
    public BinaryWriter(Stream output, Encoding encoding) : this(output, encoding, false) { }

    public BinaryWriter(Stream output, Encoding encoding, bool leaveOpen)
    {
        OutStream = output ?? throw new ArgumentNullException(nameof(output));
        _encoding = encoding ?? throw new ArgumentNullException(nameof(encoding));
        if (!output.CanWrite) throw new ArgumentException("Stream was not writable.");
        _leaveOpen = leaveOpen;
    }

    public virtual Stream BaseStream
    {
        get
        {
            Flush();
            return OutStream;
        }
    }

    public virtual void Flush() => OutStream.Flush();
    public virtual long Seek(int offset, SeekOrigin origin) => OutStream.Seek(offset, origin);

    public virtual void Write(bool value) => OutStream.WriteByte(value ? (byte)1 : (byte)0);
    public virtual void Write(byte value) => OutStream.WriteByte(value);
    public virtual void Write(sbyte value) => OutStream.WriteByte((byte)value);

    public virtual void Write(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        OutStream.Write(buffer, 0, buffer.Length);
    }

    public virtual void Write(byte[] buffer, int index, int count) => OutStream.Write(buffer, index, count);
    public virtual void Write(ReadOnlySpan<byte> buffer) => OutStream.Write(buffer);

    public virtual void Write(short value) => Write((ushort)value);
    public virtual void Write(int value) => Write((uint)value);
    public virtual void Write(long value) => Write((ulong)value);
    public virtual void Write(Half value) => Write(BitConverter.HalfToUInt16Bits(value));
    public virtual void Write(float value) => Write(BitConverter.SingleToUInt32Bits(value));
    public virtual void Write(double value) => Write(BitConverter.DoubleToUInt64Bits(value));

    public virtual void Write(ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        OutStream.Write(bytes);
    }

    public virtual void Write(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        OutStream.Write(bytes);
    }

    public virtual void Write(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        OutStream.Write(bytes);
    }

    public virtual void Write(decimal value)
    {
        foreach (int part in decimal.GetBits(value)) Write((uint)part);
    }

    public virtual void Write(char ch)
    {
        if (char.IsSurrogate(ch)) throw new ArgumentException("Unicode surrogate characters must be written out as pairs together in the same call, not individually. Consider passing in a character array instead.", nameof(ch));
        Write(new ReadOnlySpan<char>(in ch));
    }

    public virtual void Write(char[] chars)
    {
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        Write((ReadOnlySpan<char>)chars);
    }

    public virtual void Write(char[] chars, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(chars, nameof(chars));
        OutStream.Write(_encoding.GetBytes(chars, index, count));
    }

    public virtual void Write(ReadOnlySpan<char> chars)
    {
        byte[] bytes = new byte[_encoding.GetByteCount(chars)];
        _encoding.GetBytes(chars, bytes);
        OutStream.Write(bytes, 0, bytes.Length);
    }

    public virtual void Write(string value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        byte[] bytes = _encoding.GetBytes(value);
        Write7BitEncodedInt(bytes.Length);
        OutStream.Write(bytes, 0, bytes.Length);
    }

    public void Write7BitEncodedInt(int value) => Write7BitEncodedInt64((uint)value);

    public void Write7BitEncodedInt64(long value)
    {
        ulong rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7) Write((byte)(rest | 0x80));
        Write((byte)rest);
    }

    public virtual void Close() => Dispose(true);
    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        if (_leaveOpen) OutStream.Flush();
        else OutStream.Close();
    }

    public virtual ValueTask DisposeAsync()
    {
        Dispose(true);
        return default;
    }
}
