// Where text is written to, character by character or in whole: the console, a string.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace System.IO
{
    public abstract class TextWriter : MarshalByRefObject, IDisposable, IAsyncDisposable
    {
        private string _newLine = Environment.NewLine;
        private readonly IFormatProvider? _formatProvider;

        protected TextWriter() { }
        protected TextWriter(IFormatProvider? formatProvider) => _formatProvider = formatProvider;

        public static readonly TextWriter Null = new NullWriter();

        protected char[] CoreNewLine = ['\n'];

        public abstract Encoding Encoding { get; }
        public virtual IFormatProvider FormatProvider => _formatProvider ?? Globalization.CultureInfo.InvariantCulture;

        [AllowNull]
        public virtual string NewLine
        {
            get => _newLine;
            set
            {
                _newLine = value ?? Environment.NewLine;
                CoreNewLine = _newLine.ToCharArray();
            }
        }

        public virtual void Close() => Dispose();
        public virtual void Flush() { }

        public void Dispose()
        {
            Dispose(true);
        }

        protected virtual void Dispose(bool disposing) { }

        public virtual void Write(char value) { }
        public virtual void Write(char[]? buffer) => Write((ReadOnlySpan<char>)buffer);

        public virtual void Write(char[] buffer, int index, int count)
        {
            ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
            Write(new ReadOnlySpan<char>(buffer, index, count));
        }

        public virtual void Write(ReadOnlySpan<char> buffer)
        {
            foreach (char c in buffer) Write(c);
        }

        public virtual void Write(string? value) => Write((ReadOnlySpan<char>)value);
        public virtual void Write(bool value) => Write(value ? "True" : "False");
        public virtual void Write(int value) => Write(value.ToString());
        public virtual void Write(uint value) => Write(value.ToString());
        public virtual void Write(long value) => Write(value.ToString());
        public virtual void Write(ulong value) => Write(value.ToString());
        public virtual void Write(float value) => Write(value.ToString());
        public virtual void Write(double value) => Write(value.ToString());
        public virtual void Write(decimal value) => Write(value.ToString());
        public virtual void Write(object? value) => Write(value is IFormattable formattable ? formattable.ToString(null, FormatProvider) : value?.ToString());
        public virtual void Write(StringBuilder? value) => Write(value?.ToString());
        public virtual void Write(string format, object? arg0) => Write(string.Format(FormatProvider, format, arg0));
        public virtual void Write(string format, object? arg0, object? arg1) => Write(string.Format(FormatProvider, format, arg0, arg1));
        public virtual void Write(string format, object? arg0, object? arg1, object? arg2) => Write(string.Format(FormatProvider, format, arg0, arg1, arg2));
        public virtual void Write(string format, params object?[] arg) => Write(string.Format(FormatProvider, format, arg));
        public virtual void Write(string format, params ReadOnlySpan<object?> arg) => Write(string.Format(FormatProvider, format, arg));

        public virtual void WriteLine() => Write(CoreNewLine);

        public virtual void WriteLine(ReadOnlySpan<char> buffer)
        {
            Write(buffer);
            WriteLine();
        }

        public virtual void WriteLine(string? value)
        {
            Write(value);
            WriteLine();
        }

        public virtual void WriteLine(char value) => WriteLine(new ReadOnlySpan<char>(in value));
        public virtual void WriteLine(char[]? buffer) => WriteLine((ReadOnlySpan<char>)buffer);
        public virtual void WriteLine(char[] buffer, int index, int count)
        {
            ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
            WriteLine(new ReadOnlySpan<char>(buffer, index, count));
        }

        public virtual void WriteLine(bool value) => WriteLine(value ? "True" : "False");
        public virtual void WriteLine(int value) => WriteLine(value.ToString());
        public virtual void WriteLine(uint value) => WriteLine(value.ToString());
        public virtual void WriteLine(long value) => WriteLine(value.ToString());
        public virtual void WriteLine(ulong value) => WriteLine(value.ToString());
        public virtual void WriteLine(float value) => WriteLine(value.ToString());
        public virtual void WriteLine(double value) => WriteLine(value.ToString());
        public virtual void WriteLine(decimal value) => WriteLine(value.ToString());
        public virtual void WriteLine(object? value) => WriteLine(value is IFormattable formattable ? formattable.ToString(null, FormatProvider) : value?.ToString());
        public virtual void WriteLine(StringBuilder? value) => WriteLine(value?.ToString());
        public virtual void WriteLine(string format, object? arg0) => WriteLine(string.Format(FormatProvider, format, arg0));
        public virtual void WriteLine(string format, object? arg0, object? arg1) => WriteLine(string.Format(FormatProvider, format, arg0, arg1));
        public virtual void WriteLine(string format, object? arg0, object? arg1, object? arg2) => WriteLine(string.Format(FormatProvider, format, arg0, arg1, arg2));
        public virtual void WriteLine(string format, params object?[] arg) => WriteLine(string.Format(FormatProvider, format, arg));
        public virtual void WriteLine(string format, params ReadOnlySpan<object?> arg) => WriteLine(string.Format(FormatProvider, format, arg));

        // What is asked for later is done at once.

        public virtual ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private static Task Done(CancellationToken cancellationToken, TextWriter writer, ReadOnlyMemory<char> text, bool isLine)
        {
            if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
            if (isLine) writer.WriteLine(text.Span);
            else writer.Write(text.Span);
            return Task.CompletedTask;
        }

        public virtual Task FlushAsync()
        {
            Flush();
            return Task.CompletedTask;
        }

        public virtual Task FlushAsync(CancellationToken cancellationToken) =>
            cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : FlushAsync();

        public virtual Task WriteAsync(char value) => WriteAsync(new[] { value }.AsMemory(), default);
        public virtual Task WriteAsync(string? value) => WriteAsync(value.AsMemory(), default);
        public Task WriteAsync(char[]? buffer) => WriteAsync(buffer.AsMemory(), default);
        public virtual Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(buffer.AsMemory(index, count), default);
        public virtual Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => Done(cancellationToken, this, buffer, isLine: false);
        public virtual Task WriteAsync(StringBuilder? value, CancellationToken cancellationToken = default) => WriteAsync(value?.ToString().AsMemory() ?? default, cancellationToken);

        public virtual Task WriteLineAsync() => WriteAsync(CoreNewLine);
        public virtual Task WriteLineAsync(char value) => WriteLineAsync(new[] { value }.AsMemory(), default);
        public virtual Task WriteLineAsync(string? value) => WriteLineAsync(value.AsMemory(), default);
        public Task WriteLineAsync(char[]? buffer) => WriteLineAsync(buffer.AsMemory(), default);
        public virtual Task WriteLineAsync(char[] buffer, int index, int count) => WriteLineAsync(buffer.AsMemory(index, count), default);
        public virtual Task WriteLineAsync(StringBuilder? value, CancellationToken cancellationToken = default) => WriteLineAsync(value?.ToString().AsMemory() ?? default, cancellationToken);

        public virtual async Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            await WriteAsync(buffer, cancellationToken);
            await WriteAsync(CoreNewLine.AsMemory(), cancellationToken);
        }

        private sealed class NullWriter : TextWriter
        {
            public override Encoding Encoding => Encoding.Unicode;
            public override void Write(ReadOnlySpan<char> buffer) { }
        }
    }

    public class StringWriter : TextWriter
    {
        private readonly StringBuilder _text;
        private bool _isClosed;

        public StringWriter() : this(new StringBuilder()) { }
        public StringWriter(IFormatProvider? formatProvider) : this(new StringBuilder(), formatProvider) { }
        public StringWriter(StringBuilder sb) => _text = sb ?? throw new ArgumentNullException(nameof(sb));
        public StringWriter(StringBuilder sb, IFormatProvider? formatProvider) : base(formatProvider) => _text = sb ?? throw new ArgumentNullException(nameof(sb));

        public override Encoding Encoding => Encoding.Unicode;
        public virtual StringBuilder GetStringBuilder() => _text;
        public override string ToString() => _text.ToString();
        protected override void Dispose(bool disposing) => _isClosed = true;

        private StringBuilder Open => _isClosed ? throw new ObjectDisposedException(null, "Cannot write to a closed TextWriter.") : _text;

        public override void Write(char value) => Open.Append(value);
        public override void Write(ReadOnlySpan<char> buffer) => Open.Append(buffer);
        public override void Write(string? value) => Open.Append(value);
        public override void Write(StringBuilder? value) => Open.Append(value);
        public override void Close() => Dispose(true);
    }
}
