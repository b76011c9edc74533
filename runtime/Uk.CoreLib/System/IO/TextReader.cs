// Where text is read from: a string, a stream, or whatever a program derives. What is asked for later is done at once.

using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace System.IO;

public abstract class TextReader : MarshalByRefObject, IDisposable
{
    public static readonly TextReader Null = new NullReader();

    protected TextReader() { }

    public virtual void Close() => Dispose(true);
    public void Dispose() => Dispose(true);
    protected virtual void Dispose(bool disposing) { }

    internal static void CheckPart(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        if (index < 0) throw new ArgumentOutOfRangeException(nameof(index), "Non-negative number required.");
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), "Non-negative number required.");
        if (buffer.Length - index < count)
            throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
    }

    public virtual int Peek() => -1;
    public virtual int Read() => -1;

    public virtual int Read(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        int read = 0;
        while (read < count && Read() is var c and >= 0) buffer[index + read++] = (char)c;
        return read;
    }

    public virtual int Read(Span<char> buffer)
    {
        char[] chars = new char[buffer.Length];
        int count = Read(chars, 0, chars.Length);
        new ReadOnlySpan<char>(chars, 0, count).CopyTo(buffer);
        return count;
    }

    public virtual int ReadBlock(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        int total = 0;
        while (total < count && Read(buffer, index + total, count - total) is var read and > 0) total += read;
        return total;
    }

    public virtual int ReadBlock(Span<char> buffer)
    {
        int total = 0;
        while (total < buffer.Length && Read(buffer.Slice(total)) is var read and > 0) total += read;
        return total;
    }

    public virtual string ReadToEnd()
    {
        StringBuilder text = new();
        while (Read() is var c and >= 0) text.Append((char)c);
        return text.ToString();
    }

    /// <summary>A line ends with LF, CR, or both.</summary>
    public virtual string? ReadLine()
    {
        StringBuilder line = new();
        while (Read() is var c and >= 0)
        {
            if (c == '\r' && Peek() == '\n') Read();
            if (c is '\r' or '\n') return line.ToString();
            line.Append((char)c);
        }
        return line.Length == 0 ? null : line.ToString();
    }

    public virtual Task<string?> ReadLineAsync() => Task.FromResult(ReadLine());
    public virtual ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<string?>(cancellationToken) : new ValueTask<string?>(ReadLineAsync());
    public virtual Task<string> ReadToEndAsync() => Task.FromResult(ReadToEnd());
    public virtual Task<string> ReadToEndAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<string>(cancellationToken) : ReadToEndAsync();

    public virtual Task<int> ReadAsync(char[] buffer, int index, int count) => Task.FromResult(Read(buffer, index, count));
    public virtual ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(Read(buffer.Span));
    public virtual Task<int> ReadBlockAsync(char[] buffer, int index, int count) => Task.FromResult(ReadBlock(buffer, index, count));
    public virtual ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(ReadBlock(buffer.Span));

    private sealed class NullReader : TextReader;
}

public class StringReader : TextReader
{
    private string? _text;
    private int _at;

    public StringReader(string s) => _text = s ?? throw new ArgumentNullException(nameof(s));

    private string Open => _text ?? throw new ObjectDisposedException(null, "Cannot read from a closed TextReader.");

    public override void Close() => Dispose(true);
    protected override void Dispose(bool disposing) => _text = null;

    public override int Peek() => _at < Open.Length ? Open[_at] : -1;
    public override int Read() => _at < Open.Length ? Open[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        CheckPart(buffer, index, count);
        return Read(new Span<char>(buffer, index, count));
    }

    public override int Read(Span<char> buffer)
    {
        ReadOnlySpan<char> rest = Open.AsSpan(_at);
        int count = Math.Min(rest.Length, buffer.Length);
        rest.Slice(0, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int ReadBlock(Span<char> buffer) => Read(buffer);

    public override string ReadToEnd()
    {
        string rest = Open.Substring(_at);
        _at = Open.Length;
        return rest;
    }

    public override string? ReadLine()
    {
        ReadOnlySpan<char> rest = Open.AsSpan(_at);
        if (rest.IsEmpty) return null;
        int length = rest.IndexOfAny('\r', '\n');
        if (length < 0) return ReadToEnd();
        _at += length + (rest.Slice(length) is ['\r', '\n', ..] ? 2 : 1);
        return new string(rest.Slice(0, length));
    }
}
