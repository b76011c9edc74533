// Text into a stream of bytes.

using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace System.IO;

public class StreamWriter : TextWriter
{
    private const int DefaultLength = 1024, LeastLength = 128;

    public new static readonly StreamWriter Null = new(Stream.Null, new UTF8Encoding(false), LeastLength, leaveOpen: true);

    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly Encoder _encoder;
    private readonly char[] _chars;
    private readonly byte[] _bytes;
    private readonly bool _leaveOpen;
    private int _count;
    private bool _hasMark, _isOpen = true, _flushesAlways;

    public StreamWriter(Stream stream) : this(stream, null) { }
    public StreamWriter(Stream stream, Encoding? encoding) : this(stream, encoding, -1) { }
    public StreamWriter(Stream stream, Encoding? encoding, int bufferSize) : this(stream, encoding, bufferSize, false) { }

    public StreamWriter(Stream stream, Encoding? encoding = null, int bufferSize = -1, bool leaveOpen = false) : base(null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        if (!stream.CanWrite) throw new ArgumentException("Stream was not writable.");
        if (bufferSize == -1) bufferSize = DefaultLength;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize, nameof(bufferSize));
        _encoding = encoding ?? Encoding.Default;
        _encoder = _encoding.GetEncoder();
        _chars = new char[Math.Max(bufferSize, LeastLength)];
        _bytes = new byte[_encoding.GetMaxByteCount(_chars.Length)];
        _leaveOpen = leaveOpen;
        // In the middle of a stream there is no mark.
        _hasMark = stream.CanSeek && stream.Position > 0;
    }

    public override Encoding Encoding => _encoding;
    public virtual Stream BaseStream => _stream;

    public virtual bool AutoFlush
    {
        get => _flushesAlways;
        set
        {
            _flushesAlways = value;
            if (value) Send(true, false);
        }
    }

    private void CheckOpen()
    {
        if (!_isOpen) throw new ObjectDisposedException("StreamWriter", "Cannot write to a closed TextWriter.");
    }

    public override void Flush()
    {
        CheckOpen();
        Send(true, true);
    }

    /// <summary>The characters to bytes, with what the encoding begins with.</summary>
    private int Encode(bool flushEncoder)
    {
        if (!_hasMark)
        {
            _hasMark = true;
            if (!_encoding.Preamble.IsEmpty) _stream.Write(_encoding.Preamble);
        }
        int length = _encoder.GetBytes(new ReadOnlySpan<char>(_chars, 0, _count), _bytes, flushEncoder);
        _count = 0;
        return length;
    }

    private void Send(bool flushStream, bool flushEncoder)
    {
        if (_count == 0 && !flushStream && !flushEncoder) return;
        int length = Encode(flushEncoder);
        if (length > 0) _stream.Write(_bytes, 0, length);
        if (flushStream) _stream.Flush();
    }

    private async Task SendAsync(bool flushStream, bool flushEncoder, CancellationToken cancellationToken)
    {
        int length = Encode(flushEncoder);
        if (length > 0) await _stream.WriteAsync(new ReadOnlyMemory<byte>(_bytes, 0, length), cancellationToken);
        if (flushStream) await _stream.FlushAsync(cancellationToken);
    }

    public override void Write(char value)
    {
        CheckOpen();
        if (_count == _chars.Length) Send(false, false);
        _chars[_count++] = value;
        if (_flushesAlways) Send(true, false);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        CheckOpen();
        while (!buffer.IsEmpty)
        {
            if (_count == _chars.Length) Send(false, false);
            int part = Math.Min(buffer.Length, _chars.Length - _count);
            buffer.Slice(0, part).CopyTo(new Span<char>(_chars, _count, part));
            _count += part;
            buffer = buffer.Slice(part);
        }
        if (_flushesAlways) Send(true, false);
    }

    public override void Write(char[]? buffer) => Write((ReadOnlySpan<char>)buffer);

    public override void Write(char[] buffer, int index, int count)
    {
        TextReader.CheckPart(buffer, index, count);
        Write(new ReadOnlySpan<char>(buffer, index, count));
    }

    public override void Write(string? value) => Write((ReadOnlySpan<char>)value);

    public override async Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        CheckOpen();
        while (!buffer.IsEmpty)
        {
            if (_count == _chars.Length) await SendAsync(false, false, cancellationToken);
            int part = Math.Min(buffer.Length, _chars.Length - _count);
            buffer.Span.Slice(0, part).CopyTo(new Span<char>(_chars, _count, part));
            _count += part;
            buffer = buffer.Slice(part);
        }
        if (_flushesAlways) await SendAsync(true, false, cancellationToken);
    }

    public override Task FlushAsync() => FlushAsync(default);

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        CheckOpen();
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : SendAsync(true, true, cancellationToken);
    }

    public override void Close() => Dispose();

    protected override void Dispose(bool disposing)
    {
        if (!_isOpen) return;
        if (disposing) Send(true, true);
        _isOpen = false;
        if (!_leaveOpen) _stream.Close();
    }
}
