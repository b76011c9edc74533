// A console passes through here unchanged; below a panic the names of its stack are added.

using System;
using System.IO;
using System.Text;
using Uk.Qemu;

namespace Uk.Tool;

/// <summary>A stream that writes everything on, and symbolises the panics that it sees.</summary>
/// <param name="symbolsPath">The image's .dbg. Read only when there is a panic.</param>
internal sealed class PanicAnnotator(Stream output, string symbolsPath) : Stream
{
    private readonly PanicReader _panics = new();
    private readonly MemoryStream _line = new();
    private GuestSymbols? _symbols;

    /// <summary>How much of the unfinished line has been written on.</summary>
    private int _shownBytes;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.IndexOf((byte)'\n') is >= 0 and int end)
        {
            _line.Write(buffer[..(end + 1)]);
            EndLine();
            buffer = buffer[(end + 1)..];
        }
        // An unfinished line is shown at once, because it may be a prompt.
        output.Write(buffer);
        _line.Write(buffer);
        _shownBytes = (int)_line.Length;
    }

    private void EndLine()
    {
        ReadOnlySpan<byte> line = _line.GetBuffer().AsSpan(0, (int)_line.Length);
        PanicText? panic = _panics.Feed(Encoding.UTF8.GetString(line).TrimEnd());
        // The line that shows that the panic is over stays whole where its beginning is on the screen already.
        if (panic is not null && _shownBytes == 0) Annotate(panic);
        output.Write(line[_shownBytes..]);
        if (line[^1] != '\n') output.WriteByte((byte)'\n');
        if (panic is not null && _shownBytes != 0) Annotate(panic);
        _line.SetLength(0);
        _shownBytes = 0;
    }

    /// <summary>The console has ended; a panic is usually the last that it has.</summary>
    public void End()
    {
        if (_line.Length != 0) EndLine();
        if (_panics.End() is { } panic) Annotate(panic);
        output.Flush();
    }

    private void Annotate(PanicText panic)
    {
        if (panic.Stack.IsEmpty) return;
        output.Write(Encoding.UTF8.GetBytes(Names(panic)));
    }

    private string Names(PanicText panic)
    {
        if (!File.Exists(symbolsPath)) return $"stack without names: there is no {symbolsPath} to name these addresses\n";
        try
        {
            _symbols ??= GuestSymbols.Load(symbolsPath);
            return "stack with names:\n" + panic.Symbolize(_symbols);
        }
        catch (Exception e) when (e is MissingToolException or ToolFailedException or TimeoutException)
        {
            return $"stack without names: {e.Message}\n";
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    public override void Flush() => output.Flush();
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
