// The console as input: lines, characters, and the streams under it. Tasks go on while one waits for input.

using System.IO;
using System.Text;
using System.Threading;
using Internal.Runtime;

namespace System;

public static partial class Console
{
    private static TextReader? s_in;

    public static TextReader In => s_in ??= new StreamReader(OpenStandardInput());

    public static void SetIn(TextReader newIn)
    {
        ArgumentNullException.ThrowIfNull(newIn, nameof(newIn));
        s_in = newIn;
    }

    public static string? ReadLine() => In.ReadLine();
    public static int Read() => In.Read();

    public static Stream OpenStandardInput() => new ConsoleStream(ConsoleInputFile);
    public static Stream OpenStandardInput(int bufferSize) => Open(ConsoleInputFile, bufferSize);
    public static Stream OpenStandardOutput() => new ConsoleStream(TextOutput.StandardOutput);
    public static Stream OpenStandardOutput(int bufferSize) => Open(TextOutput.StandardOutput, bufferSize);
    public static Stream OpenStandardError() => new ConsoleStream(TextOutput.StandardError);
    public static Stream OpenStandardError(int bufferSize) => Open(TextOutput.StandardError, bufferSize);

    private const int ConsoleInputFile = 0;

    private static ConsoleStream Open(int file, int bufferSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bufferSize, nameof(bufferSize));
        return new ConsoleStream(file);
    }

    private sealed unsafe class ConsoleStream(int file) : Stream
    {
        private bool IsInput => file == ConsoleInputFile;

        /// <summary>Between two looks at the device.</summary>
        private const int RestMs = 2;

        private bool _isOpen = true;

        public override bool CanRead => IsInput && _isOpen;
        public override bool CanWrite => !IsInput && _isOpen;
        public override bool CanSeek => false;
        public override long Length => throw NoSeeking();
        public override long Position
        {
            get => throw NoSeeking();
            set => throw NoSeeking();
        }

        public override long Seek(long offset, SeekOrigin origin) => throw NoSeeking();
        public override void SetLength(long value) => throw NoSeeking();
        public override void Flush() { }
        protected override void Dispose(bool disposing) => _isOpen = false;

        private static NotSupportedException NoSeeking() => new("Stream does not support seeking.");

        public override int Read(byte[] buffer, int offset, int count)
        {
            ValidateBufferArguments(buffer, offset, count);
            return Read(new Span<byte>(buffer, offset, count));
        }

        public override int Read(Span<byte> buffer)
        {
            if (!IsInput) throw new NotSupportedException("Stream does not support reading.");
            if (buffer.IsEmpty) return 0;
            fixed (byte* bytes = buffer)
            {
                while (true)
                {
                    nint got = ConsoleInput.Read(bytes, buffer.Length);
                    if (got >= 0) return (int)got;
                    Thread.Sleep(RestMs);
                }
            }
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            ValidateBufferArguments(buffer, offset, count);
            Write(new ReadOnlySpan<byte>(buffer, offset, count));
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsInput) throw new NotSupportedException("Stream does not support writing.");
            bool isError = file == TextOutput.StandardError;
            if (isError) TextOutput.BeginError();
            else ConsoleGate.Enter();
            fixed (byte* bytes = buffer) Platform.WriteConsole(bytes, buffer.Length);
            if (isError) TextOutput.EndError();
            else ConsoleGate.Exit();
        }
    }
}
