// Bytes one after the other. What a stream does later it does at once: a task of Stream's own is complete when it is made.

using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace System.IO;

public enum SeekOrigin
{
    Begin = 0, Current = 1, End = 2,
}

public abstract class Stream : MarshalByRefObject, IDisposable, IAsyncDisposable
{
    private const int DefaultCopyLength = 81_920;

    public static readonly Stream Null = new NullStream();

    protected Stream() { }

    public abstract bool CanRead { get; }
    public abstract bool CanSeek { get; }
    public abstract bool CanWrite { get; }
    public abstract long Length { get; }
    public abstract long Position { get; set; }
    public virtual bool CanTimeout => false;

    public virtual int ReadTimeout
    {
        get => throw NoTimeouts;
        set => throw NoTimeouts;
    }

    public virtual int WriteTimeout
    {
        get => throw NoTimeouts;
        set => throw NoTimeouts;
    }

    private static InvalidOperationException NoTimeouts => new("Timeouts are not supported on this stream.");

    public abstract void Flush();
    public abstract int Read(byte[] buffer, int offset, int count);
    public abstract long Seek(long offset, SeekOrigin origin);
    public abstract void SetLength(long value);
    public abstract void Write(byte[] buffer, int offset, int count);

    public virtual void Close()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    public void Dispose() => Close();
    protected virtual void Dispose(bool disposing) { }

    public virtual ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    public virtual int Read(Span<byte> buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        int read = Read(bytes, 0, bytes.Length);
        if ((uint)read > (uint)bytes.Length) throw new IOException("Stream was too long.");
        new ReadOnlySpan<byte>(bytes, 0, read).CopyTo(buffer);
        return read;
    }

    public virtual int ReadByte()
    {
        byte[] one = new byte[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public virtual void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
    public virtual void WriteByte(byte value) => Write([value], 0, 1);

    public void ReadExactly(Span<byte> buffer) => ReadAtLeast(buffer, buffer.Length);

    public void ReadExactly(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        ReadExactly(new Span<byte>(buffer, offset, count));
    }

    public int ReadAtLeast(Span<byte> buffer, int minimumBytes, bool throwOnEndOfStream = true)
    {
        CheckMinimum(buffer.Length, minimumBytes);
        int total = 0;
        while (total < minimumBytes)
        {
            int read = Read(buffer.Slice(total));
            if (read == 0) return throwOnEndOfStream ? throw End : total;
            total += read;
        }
        return total;
    }

    private static EndOfStreamException End => new("Unable to read beyond the end of the stream.");

    private static void CheckMinimum(int length, int minimumBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimumBytes, nameof(minimumBytes));
        if (length < minimumBytes) throw new ArgumentOutOfRangeException(nameof(minimumBytes), "Must not be greater than the length of the buffer.");
    }

    public void CopyTo(Stream destination) => CopyTo(destination, DefaultCopyLength);

    public virtual void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        if (!CanRead) throw new NotSupportedException("Stream does not support reading.");
        byte[] buffer = new byte[bufferSize];
        while (Read(buffer, 0, buffer.Length) is var read and > 0) destination.Write(buffer, 0, read);
    }

    public Task CopyToAsync(Stream destination) => CopyToAsync(destination, DefaultCopyLength, default);
    public Task CopyToAsync(Stream destination, int bufferSize) => CopyToAsync(destination, bufferSize, default);
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken) => CopyToAsync(destination, DefaultCopyLength, cancellationToken);

    public virtual Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        if (!CanRead) throw new NotSupportedException("Stream does not support reading.");
        return Copy(destination, bufferSize, cancellationToken);
    }

    private async Task Copy(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[bufferSize];
        while (await ReadAsync(buffer, cancellationToken) is var read and > 0)
            await destination.WriteAsync(new ReadOnlyMemory<byte>(buffer, 0, read), cancellationToken);
    }

    public Task FlushAsync() => FlushAsync(default);

    public virtual Task FlushAsync(CancellationToken cancellationToken) => Done(this, cancellationToken, static (stream, _, _, _) => stream.Flush(), null, 0, 0);

    public Task<int> ReadAsync(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, default);

    public virtual Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<int>(cancellationToken);
        try
        {
            return Task.FromResult(Read(buffer, offset, count));
        }
        catch (Exception exception)
        {
            return Task.FromException<int>(exception);
        }
    }

    public virtual ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Runtime.InteropServices.MemoryMarshal.TryGetArray((ReadOnlyMemory<byte>)buffer, out ArraySegment<byte> array))
            return new ValueTask<int>(ReadAsync(array.Array!, array.Offset, array.Count, cancellationToken));
        return ThroughArray(buffer, cancellationToken);
    }

    private async ValueTask<int> ThroughArray(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[buffer.Length];
        int read = await ReadAsync(bytes, 0, bytes.Length, cancellationToken);
        new ReadOnlySpan<byte>(bytes, 0, read).CopyTo(buffer.Span);
        return read;
    }

    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await ReadAtLeastAsync(buffer, buffer.Length, true, cancellationToken);

    public ValueTask ReadExactlyAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken = default)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadExactlyAsync(new Memory<byte>(buffer, offset, count), cancellationToken);
    }

    public ValueTask<int> ReadAtLeastAsync(Memory<byte> buffer, int minimumBytes, bool throwOnEndOfStream = true, CancellationToken cancellationToken = default)
    {
        CheckMinimum(buffer.Length, minimumBytes);
        return ReadMinimum(buffer, minimumBytes, throwOnEndOfStream, cancellationToken);
    }

    private async ValueTask<int> ReadMinimum(Memory<byte> buffer, int minimumBytes, bool throwOnEndOfStream, CancellationToken cancellationToken)
    {
        int total = 0;
        while (total < minimumBytes)
        {
            int read = await ReadAsync(buffer.Slice(total), cancellationToken);
            if (read == 0) return throwOnEndOfStream ? throw End : total;
            total += read;
        }
        return total;
    }

    public Task WriteAsync(byte[] buffer, int offset, int count) => WriteAsync(buffer, offset, count, default);

    public virtual Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Done(this, cancellationToken, static (stream, bytes, from, length) => stream.Write(bytes!, from, length), buffer, offset, count);

    public virtual ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Runtime.InteropServices.MemoryMarshal.TryGetArray(buffer, out ArraySegment<byte> array))
            return new ValueTask(WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken));
        return new ValueTask(WriteAsync(buffer.ToArray(), 0, buffer.Length, cancellationToken));
    }

    private static Task Done(Stream stream, CancellationToken cancellationToken, Action<Stream, byte[]?, int, int> action, byte[]? buffer, int offset, int count)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        try
        {
            action(stream, buffer, offset, count);
            return Task.CompletedTask;
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    protected static void ValidateBufferArguments(byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        if (offset < 0) throw new ArgumentOutOfRangeException(nameof(offset), "Non-negative number required.");
        if ((uint)count > (uint)(buffer.Length - offset))
            throw new ArgumentOutOfRangeException(nameof(count), "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
    }

    protected static void ValidateCopyToArguments(Stream destination, int bufferSize)
    {
        ArgumentNullException.ThrowIfNull(destination, nameof(destination));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize, nameof(bufferSize));
        if (destination.CanWrite) return;
        throw destination.CanRead ? new NotSupportedException("Stream does not support writing.") : new ObjectDisposedException(null, "Cannot access a closed Stream.");
    }

    private sealed class NullStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => true;
        public override long Length => 0;
        public override long Position { get => 0; set { } }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => 0;
        public override int Read(Span<byte> buffer) => 0;
        public override int ReadByte() => -1;
        public override long Seek(long offset, SeekOrigin origin) => 0;
        public override void SetLength(long value) { }
        public override void Write(byte[] buffer, int offset, int count) { }
        public override void Write(ReadOnlySpan<byte> buffer) { }
        public override void WriteByte(byte value) { }
        protected override void Dispose(bool disposing) { }
    }
}
