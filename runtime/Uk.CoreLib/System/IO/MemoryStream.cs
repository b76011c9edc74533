// A stream over an array that grows, or over one that a program gives.

using System.Threading;
using System.Threading.Tasks;

namespace System.IO;

public class MemoryStream : Stream
{
    private const int LeastCapacity = 256;

    private byte[] _buffer;
    private readonly int _origin;
    private readonly bool _canGrow, _canWrite, _isVisible;
    private int _position, _end, _capacity;
    private bool _isOpen = true;

    public MemoryStream() : this(0) { }

    public MemoryStream(int capacity)
    {
        if (capacity < 0) throw new ArgumentOutOfRangeException(nameof(capacity), "Capacity must be positive.");
        _buffer = capacity == 0 ? [] : new byte[capacity];
        _capacity = capacity;
        _canGrow = _canWrite = _isVisible = true;
    }

    public MemoryStream(byte[] buffer) : this(buffer, true) { }

    public MemoryStream(byte[] buffer, bool writable)
    {
        _buffer = buffer ?? throw new ArgumentNullException(nameof(buffer));
        _end = _capacity = buffer.Length;
        _canWrite = writable;
    }

    public MemoryStream(byte[] buffer, int index, int count) : this(buffer, index, count, true, false) { }
    public MemoryStream(byte[] buffer, int index, int count, bool writable) : this(buffer, index, count, writable, false) { }

    public MemoryStream(byte[] buffer, int index, int count, bool writable, bool publiclyVisible)
    {
        _buffer = buffer ?? throw new ArgumentNullException(nameof(buffer));
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(index));
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(count));
        if (buffer.Length - index < count) throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        _origin = _position = index;
        _end = _capacity = index + count;
        _canWrite = writable;
        _isVisible = publiclyVisible;
    }

    public override bool CanRead => _isOpen;
    public override bool CanSeek => _isOpen;
    public override bool CanWrite => _isOpen && _canWrite;

    private void CheckOpen()
    {
        if (!_isOpen) throw new ObjectDisposedException(null, "Cannot access a closed Stream.");
    }

    private void CheckWritable()
    {
        CheckOpen();
        if (!_canWrite) throw new NotSupportedException("Stream does not support writing.");
    }

    public override long Length
    {
        get
        {
            CheckOpen();
            return _end - _origin;
        }
    }

    public override long Position
    {
        get
        {
            CheckOpen();
            return _position - _origin;
        }
        set
        {
            if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), "Non-negative number required.");
            CheckOpen();
            if (value > int.MaxValue - _origin) throw new ArgumentOutOfRangeException(nameof(value), "Stream length must be non-negative and less than 2^31 - 1 - origin.");
            _position = _origin + (int)value;
        }
    }

    public virtual int Capacity
    {
        get
        {
            CheckOpen();
            return _capacity - _origin;
        }
        set
        {
            if (value < Length) throw new ArgumentOutOfRangeException(nameof(value), "capacity was less than the current size.");
            CheckOpen();
            if (!_canGrow && value != Capacity) throw new NotSupportedException("Memory stream is not expandable.");
            if (!_canGrow || value == _capacity) return;
            byte[] grown = new byte[value];
            new ReadOnlySpan<byte>(_buffer, 0, _end).CopyTo(grown);
            _buffer = grown;
            _capacity = value;
        }
    }

    /// <summary>Room up to a position, at least twice what there was.</summary>
    private bool MakeRoom(int end)
    {
        if (end < 0) throw new IOException("Stream was too long.");
        if (end <= _capacity) return false;
        Capacity = Math.Max(Math.Max(end, LeastCapacity), (int)Math.Min(2L * _capacity, Array.MaxLength));
        return true;
    }

    public virtual byte[] GetBuffer() => _isVisible ? _buffer : throw new UnauthorizedAccessException("MemoryStream's internal buffer cannot be accessed.");

    public virtual bool TryGetBuffer(out ArraySegment<byte> buffer)
    {
        buffer = _isVisible ? new ArraySegment<byte>(_buffer, _origin, _end - _origin) : default;
        return _isVisible;
    }

    public virtual byte[] ToArray() => new ReadOnlySpan<byte>(_buffer, _origin, _end - _origin).ToArray();

    public virtual void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream, nameof(stream));
        CheckOpen();
        stream.Write(_buffer, _origin, _end - _origin);
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(new Span<byte>(buffer, offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        int count = Math.Min(_end - _position, buffer.Length);
        if (count <= 0) return 0;
        new ReadOnlySpan<byte>(_buffer, _position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int ReadByte()
    {
        CheckOpen();
        return _position < _end ? _buffer[_position++] : -1;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(Read(buffer.Span));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        Write(buffer.Span);
        return default;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        CheckOpen();
        long from = origin switch
        {
            SeekOrigin.Begin => _origin,
            SeekOrigin.Current => _position,
            SeekOrigin.End => _end,
            _ => throw new ArgumentException("Invalid seek origin."),
        };
        if (offset > int.MaxValue - from) throw new ArgumentOutOfRangeException(nameof(offset), "Stream length must be non-negative and less than 2^31 - 1 - origin.");
        if (from + offset < _origin) throw new IOException("An attempt was made to move the position before the beginning of the stream.");
        _position = (int)(from + offset);
        return _position - _origin;
    }

    public override void SetLength(long value)
    {
        if (value < 0 || value > int.MaxValue - _origin)
            throw new ArgumentOutOfRangeException(nameof(value), "Stream length must be non-negative and less than 2^31 - 1 - origin.");
        CheckWritable();
        int end = _origin + (int)value;
        if (!MakeRoom(end) && end > _end) new Span<byte>(_buffer, _end, end - _end).Clear();
        _end = end;
        _position = Math.Min(_position, end);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(new ReadOnlySpan<byte>(buffer, offset, count));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        CheckWritable();
        int end = unchecked(_position + buffer.Length);
        if (end < 0) throw new IOException("Stream was too long.");
        if (end > _end)
        {
            bool mustClear = _position > _end;
            if (end > _capacity && MakeRoom(end)) mustClear = false;
            if (mustClear) new Span<byte>(_buffer, _end, end - _end).Clear();
            _end = end;
        }
        buffer.CopyTo(new Span<byte>(_buffer, _position, buffer.Length));
        _position = end;
    }

    public override void WriteByte(byte value) => Write(new ReadOnlySpan<byte>(in value));

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        CheckOpen();
        int from = _position, count = Math.Max(0, _end - from);
        _position += count;
        if (count > 0) destination.Write(_buffer, from, count);
    }

    protected override void Dispose(bool disposing) => _isOpen = false;
}
