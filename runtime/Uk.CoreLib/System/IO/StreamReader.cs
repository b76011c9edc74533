// Text out of a stream of bytes.

using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace System.IO;

public class StreamReader : TextReader
{
    private const int DefaultLength = 1024, LeastLength = 128;

    public new static readonly StreamReader Null = new(Stream.Null, Encoding.Unicode, false, LeastLength, true);

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly byte[] _bytes;
    private char[] _chars;
    private Encoding _encoding;
    private Decoder _decoder;
    private int _at, _count;
    private bool _mustLook, _isOpen = true;

    public StreamReader(Stream stream) : this(stream, true) { }
    public StreamReader(Stream stream, bool detectEncodingFromByteOrderMarks) : this(stream, null, detectEncodingFromByteOrderMarks) { }
    public StreamReader(Stream stream, Encoding? encoding) : this(stream, encoding, true) { }
    public StreamReader(Stream stream, Encoding? encoding, bool detectEncodingFromByteOrderMarks) : this(stream, encoding, detectEncodingFromByteOrderMarks, -1) { }
    public StreamReader(Stream stream, Encoding? encoding, bool detectEncodingFromByteOrderMarks, int bufferSize) : this(stream, encoding, detectEncodingFromByteOrderMarks, bufferSize, false) { }

    public StreamReader(Stream stream, Encoding? encoding = null, bool detectEncodingFromByteOrderMarks = true, int bufferSize = -1, bool leaveOpen = false)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        if (!stream.CanRead) throw new ArgumentException("Stream was not readable.");
        if (bufferSize == -1) bufferSize = DefaultLength;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize, nameof(bufferSize));
        _leaveOpen = leaveOpen;
        _encoding = encoding ?? Encoding.UTF8;
        _decoder = _encoding.GetDecoder();
        _bytes = new byte[Math.Max(bufferSize, LeastLength)];
        _chars = new char[_encoding.GetMaxCharCount(_bytes.Length)];
        _detects = detectEncodingFromByteOrderMarks;
        _mustLook = true;
    }

    private readonly bool _detects;

    public virtual Stream BaseStream => _stream;
    public virtual Encoding CurrentEncoding => _encoding;
    private bool _hasEnded;

    public bool EndOfStream
    {
        get
        {
            CheckOpen();
            return _at == _count && !Fill();
        }
    }

    public void DiscardBufferedData()
    {
        _at = _count = 0;
        _hasEnded = false;
        _decoder = _encoding.GetDecoder();
    }

    private void CheckOpen()
    {
        if (!_isOpen) throw new ObjectDisposedException(null, "Cannot read from a closed TextReader.");
    }

    /// <summary>More characters behind what was read, or false at the end.</summary>
    private bool Fill()
    {
        while (!_hasEnded)
        {
            int held = 0, read;
            // What tells the encoding may come in pieces.
            do
            {
                read = _stream.Read(new Span<byte>(_bytes, held, _bytes.Length - held));
                held += read;
            }
            while (_mustLook && read > 0 && held < 4 && IsBeginOfMark(held));
            if (Take(held, read == 0)) return true;
        }
        return false;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (!_hasEnded)
        {
            int held = 0, read;
            do
            {
                read = await _stream.ReadAsync(new Memory<byte>(_bytes, held, _bytes.Length - held), cancellationToken);
                held += read;
            }
            while (_mustLook && read > 0 && held < 4 && IsBeginOfMark(held));
            if (Take(held, read == 0)) return true;
        }
        return false;
    }

    private bool IsBeginOfMark(int held) => held < 2 || _bytes[0] is 0xFF or 0xFE or 0xEF or 0;

    /// <returns>Whether the bytes made characters.</returns>
    private bool Take(int held, bool isLast)
    {
        _hasEnded = isLast;
        int skipped = 0;
        if (_mustLook && held > 0)
        {
            _mustLook = false;
            skipped = SkipMark(new ReadOnlySpan<byte>(_bytes, 0, held));
        }
        _at = 0;
        _count = _decoder.GetChars(new ReadOnlySpan<byte>(_bytes, skipped, held - skipped), _chars, isLast);
        return _count > 0;
    }

    private int SkipMark(ReadOnlySpan<byte> bytes)
    {
        if (_detects)
        {
            Encoding? found = bytes switch
            {
                [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
                [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
                [0xFF, 0xFE, ..] => Encoding.Unicode,
                [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
                _ => null,
            };
            if (found is not null)
            {
                int length = found.Preamble.Length;
                if (found.CodePage == _encoding.CodePage) return length;
                _encoding = found;
                _decoder = found.GetDecoder();
                _chars = new char[found.GetMaxCharCount(_bytes.Length)];
                return length;
            }
        }
        ReadOnlySpan<byte> own = _encoding.Preamble;
        return !own.IsEmpty && bytes.StartsWith(own) ? own.Length : 0;
    }

    public override int Peek()
    {
        CheckOpen();
        return _at < _count || Fill() ? _chars[_at] : -1;
    }

    public override int Read()
    {
        CheckOpen();
        return _at < _count || Fill() ? _chars[_at++] : -1;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        return Read(new Span<char>(buffer, index, count));
    }

    public override int Read(Span<char> buffer)
    {
        CheckOpen();
        int total = 0;
        while (total < buffer.Length && (_at < _count || (total == 0 && Fill())))
        {
            int part = Math.Min(_count - _at, buffer.Length - total);
            new ReadOnlySpan<char>(_chars, _at, part).CopyTo(buffer.Slice(total));
            _at += part;
            total += part;
        }
        return total;
    }

    public override int ReadBlock(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        return ReadBlock(new Span<char>(buffer, index, count));
    }

    public override int ReadBlock(Span<char> buffer)
    {
        int total = 0;
        while (total < buffer.Length && Read(buffer.Slice(total)) is var read and > 0) total += read;
        return total;
    }

    public override string ReadToEnd()
    {
        CheckOpen();
        StringBuilder text = new(_count - _at);
        do TakeAll(text);
        while (Fill());
        return text.ToString();
    }

    private void TakeAll(StringBuilder text)
    {
        text.Append(_chars, _at, _count - _at);
        _at = _count;
    }

    public override string? ReadLine()
    {
        CheckOpen();
        if (_at == _count && !Fill()) return null;
        StringBuilder line = new();
        do
        {
            if (!TakeLine(line)) continue;
            if (_chars[_at++] == '\r' && (_at < _count || Fill()) && _chars[_at] == '\n') _at++;
            break;
        }
        while (Fill());
        return line.ToString();
    }

    /// <returns>Whether the line ends in what was read so far.</returns>
    private bool TakeLine(StringBuilder line)
    {
        ReadOnlySpan<char> rest = new(_chars, _at, _count - _at);
        int length = rest.IndexOfAny('\r', '\n');
        line.Append(length < 0 ? rest : rest.Slice(0, length));
        _at += length < 0 ? rest.Length : length;
        return length >= 0;
    }

    public override Task<string?> ReadLineAsync() => ReadLineAsync(default).AsTask();

    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        CheckOpen();
        if (_at == _count && !await FillAsync(cancellationToken)) return null;
        StringBuilder line = new();
        do
        {
            if (!TakeLine(line)) continue;
            if (_chars[_at++] == '\r' && (_at < _count || await FillAsync(cancellationToken)) && _chars[_at] == '\n') _at++;
            break;
        }
        while (await FillAsync(cancellationToken));
        return line.ToString();
    }

    public override Task<string> ReadToEndAsync() => ReadToEndAsync(default);

    public override async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
    {
        CheckOpen();
        StringBuilder text = new(_count - _at);
        do TakeAll(text);
        while (await FillAsync(cancellationToken));
        return text.ToString();
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        CheckOpen();
        if (_at == _count && buffer.Length > 0) await FillAsync(cancellationToken);
        int part = Math.Min(_count - _at, buffer.Length);
        new ReadOnlySpan<char>(_chars, _at, part).CopyTo(buffer.Span);
        _at += part;
        return part;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        return ReadAsync(new Memory<char>(buffer, index, count), default).AsTask();
    }

    public override async ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        int total = 0;
        while (total < buffer.Length && await ReadAsync(buffer.Slice(total), cancellationToken) is var read and > 0) total += read;
        return total;
    }

    public override Task<int> ReadBlockAsync(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        return ReadBlockAsync(new Memory<char>(buffer, index, count), default).AsTask();
    }

    public override void Close() => Dispose(true);

    protected override void Dispose(bool disposing)
    {
        if (_isOpen && !_leaveOpen) _stream.Close();
        if (!_leaveOpen) _isOpen = false;
        _at = _count = 0;
    }
}
