// Numbers and texts out of a stream of bytes, the lowest byte first.

using System.Buffers.Binary;
using System.Text;

namespace System.IO;

public class BinaryReader : IDisposable
{
    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly Decoder _decoder;
    private readonly bool _leaveOpen;
    private bool _isOpen = true;

    public BinaryReader(Stream input) : this(input, Encoding.UTF8, false) { }
    public BinaryReader(Stream input, Encoding encoding) : this(input, encoding, false) { }

    public BinaryReader(Stream input, Encoding encoding, bool leaveOpen)
    {
        _stream = input ?? throw new ArgumentNullException(nameof(input));
        _encoding = encoding ?? throw new ArgumentNullException(nameof(encoding));
        if (!input.CanRead) throw new ArgumentException("Stream was not readable.");
        _decoder = encoding.GetDecoder();
        _leaveOpen = leaveOpen;
    }

    public virtual Stream BaseStream => _stream;

    private Stream Open => _isOpen ? _stream : throw new ObjectDisposedException(null, "Cannot access a closed file.");

    private ReadOnlySpan<byte> Next(Span<byte> buffer)
    {
        Open.ReadExactly(buffer);
        return buffer;
    }

    public virtual bool ReadBoolean() => ReadByte() != 0;
    public virtual byte ReadByte() => Open.ReadByte() is var value and >= 0 ? (byte)value : throw new EndOfStreamException("Unable to read beyond the end of the stream.");
    public virtual sbyte ReadSByte() => (sbyte)ReadByte();
    public virtual short ReadInt16() => BinaryPrimitives.ReadInt16LittleEndian(Next(stackalloc byte[2]));
    public virtual ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Next(stackalloc byte[2]));
    public virtual int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Next(stackalloc byte[4]));
    public virtual uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Next(stackalloc byte[4]));
    public virtual long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Next(stackalloc byte[8]));
    public virtual ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Next(stackalloc byte[8]));
    public virtual Half ReadHalf() => BitConverter.UInt16BitsToHalf(ReadUInt16());
    public virtual float ReadSingle() => BitConverter.UInt32BitsToSingle(ReadUInt32());
    public virtual double ReadDouble() => BitConverter.UInt64BitsToDouble(ReadUInt64());

    public virtual decimal ReadDecimal()
    {
        ReadOnlySpan<byte> bytes = Next(stackalloc byte[16]);
        try
        {
            return new decimal([BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes.Slice(4)),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.Slice(8)), BinaryPrimitives.ReadInt32LittleEndian(bytes.Slice(12))]);
        }
        catch (ArgumentException exception)
        {
            throw new IOException("Decimal byte array constructor requires an array of length four containing valid decimal bytes.", exception);
        }
    }

    public int Read7BitEncodedInt()
    {
        uint result = 0;
        for (int shift = 0; shift < 28; shift += 7)
        {
            byte part = ReadByte();
            result |= (part & 0x7Fu) << shift;
            if (part < 0x80) return (int)result;
        }
        byte last = ReadByte();
        if (last > 0b1111) throw new FormatException("Too many bytes in what should have been a 7-bit encoded integer.");
        return (int)(result | (uint)last << 28);
    }

    public long Read7BitEncodedInt64()
    {
        ulong result = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte part = ReadByte();
            result |= (part & 0x7Ful) << shift;
            if (part < 0x80) return (long)result;
        }
        byte last = ReadByte();
        if (last > 1) throw new FormatException("Too many bytes in what should have been a 7-bit encoded integer.");
        return (long)(result | (ulong)last << 63);
    }

    public virtual string ReadString()
    {
        int length = Read7BitEncodedInt();
        if (length < 0) throw new IOException($"BinaryReader encountered an invalid string length of {length} characters.");
        if (length == 0) return "";
        byte[] bytes = new byte[length];
        Open.ReadExactly(bytes);
        return _encoding.GetString(bytes);
    }

    public virtual byte[] ReadBytes(int count)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), "Non-negative number required.");
        byte[] result = new byte[count];
        int read = Open.ReadAtLeast(result, count, throwOnEndOfStream: false);
        return read == count ? result : result.AsSpan(0, read).ToArray();
    }

    public virtual void ReadExactly(Span<byte> buffer) => Open.ReadExactly(buffer);
    public virtual int Read(byte[] buffer, int index, int count) => Open.Read(buffer, index, count);
    public virtual int Read(Span<byte> buffer) => Open.Read(buffer);

    /// <summary>A character takes as many bytes as its encoding says: they are read one by one.</summary>
    public virtual int Read()
    {
        Span<char> result = stackalloc char[2];
        while (Open.ReadByte() is var value and >= 0)
            if (_decoder.GetChars([(byte)value], result, flush: false) > 0) return result[0];
        return -1;
    }

    public virtual int Read(Span<char> buffer)
    {
        int read = 0;
        while (read < buffer.Length && Read() is var c and >= 0) buffer[read++] = (char)c;
        return read;
    }

    public virtual int Read(char[] buffer, int index, int count)
    {
        TextReader.CheckPart(buffer, index, count);
        return Read(new Span<char>(buffer, index, count));
    }

    public virtual char ReadChar() => Read() is var c and >= 0 ? (char)c : throw new EndOfStreamException("Unable to read beyond the end of the stream.");

    public virtual char[] ReadChars(int count)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), "Non-negative number required.");
        char[] result = new char[count];
        int read = Read(new Span<char>(result));
        return read == count ? result : result.AsSpan(0, read).ToArray();
    }

    public virtual int PeekChar()
    {
        if (!Open.CanSeek) return -1;
        long before = _stream.Position;
        int result = Read();
        _stream.Position = before;
        return result;
    }

    public virtual void Close() => Dispose(true);
    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        if (_isOpen && disposing && !_leaveOpen) _stream.Close();
        _isOpen = false;
    }
}
