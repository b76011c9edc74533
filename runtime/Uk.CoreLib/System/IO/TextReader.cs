// Where text is read from: a string, or whatever a program derives.

using System.Text;

namespace System.IO;

public abstract class TextReader : MarshalByRefObject, IDisposable
{
    protected TextReader() { }

    public virtual void Close() => Dispose(true);
    public void Dispose() => Dispose(true);
    protected virtual void Dispose(bool disposing) { }

    public virtual int Peek() => -1;
    public virtual int Read() => -1;

    public virtual int Read(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        return Read(new Span<char>(buffer, index, count));
    }

    public virtual int Read(Span<char> buffer)
    {
        int count = 0;
        while (count < buffer.Length && Read() is var c and >= 0) buffer[count++] = (char)c;
        return count;
    }

    public virtual int ReadBlock(char[] buffer, int index, int count) => Read(buffer, index, count);
    public virtual int ReadBlock(Span<char> buffer) => Read(buffer);

    public virtual string ReadToEnd()
    {
        StringBuilder text = new();
        while (Read() is var c and >= 0) text.Append((char)c);
        return text.ToString();
    }

    /// <summary>A line ends with LF, CR, or both.</summary>
    public virtual string? ReadLine()
    {
        if (Peek() < 0) return null;
        StringBuilder line = new();
        while (Read() is var c and >= 0)
        {
            if (c == '\r' && Peek() == '\n') Read();
            if (c is '\r' or '\n') break;
            line.Append((char)c);
        }
        return line.ToString();
    }
}

public class StringReader : TextReader
{
    private string? _text;
    private int _at;

    public StringReader(string s) => _text = s ?? throw new ArgumentNullException(nameof(s));

    private string Open => _text ?? throw new ObjectDisposedException(null, "Cannot read from a closed TextReader.");

    protected override void Dispose(bool disposing) => _text = null;

    public override int Peek() => _at < Open.Length ? Open[_at] : -1;
    public override int Read() => _at < Open.Length ? Open[_at++] : -1;

    public override string ReadToEnd()
    {
        string rest = Open.Substring(_at);
        _at = Open.Length;
        return rest;
    }
}
