// Interpolated strings that are written to a span.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

public static partial class MemoryExtensions
{
    public static bool TryWrite(this Span<char> destination, [InterpolatedStringHandlerArgument(nameof(destination))] ref TryWriteInterpolatedStringHandler handler, out int charsWritten) =>
        handler.Finish(out charsWritten);

    public static bool TryWrite(this Span<char> destination, IFormatProvider? provider, [InterpolatedStringHandlerArgument(nameof(destination), nameof(provider))] ref TryWriteInterpolatedStringHandler handler, out int charsWritten) =>
        handler.Finish(out charsWritten);

    public static bool TryWrite<TArg0>(this Span<char> destination, IFormatProvider? provider, Text.CompositeFormat format, out int charsWritten, TArg0 arg0) =>
        TryWrite(destination, provider, format, out charsWritten, (ReadOnlySpan<object?>)[arg0]);

    public static bool TryWrite<TArg0, TArg1>(this Span<char> destination, IFormatProvider? provider, Text.CompositeFormat format, out int charsWritten, TArg0 arg0, TArg1 arg1) =>
        TryWrite(destination, provider, format, out charsWritten, (ReadOnlySpan<object?>)[arg0, arg1]);

    public static bool TryWrite<TArg0, TArg1, TArg2>(this Span<char> destination, IFormatProvider? provider, Text.CompositeFormat format, out int charsWritten, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        TryWrite(destination, provider, format, out charsWritten, (ReadOnlySpan<object?>)[arg0, arg1, arg2]);

    public static bool TryWrite(this Span<char> destination, IFormatProvider? provider, Text.CompositeFormat format, out int charsWritten, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        ArgumentNullException.ThrowIfNull(args, nameof(args));
        return TryWrite(destination, provider, format, out charsWritten, (ReadOnlySpan<object?>)args);
    }

    public static bool TryWrite(this Span<char> destination, IFormatProvider? provider, Text.CompositeFormat format, out int charsWritten, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        string text = format.Apply(args, provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>What the C# compiler makes of the string. Parts that do not fit stop it: the methods then say false.</summary>
    [InterpolatedStringHandler]
    public ref struct TryWriteInterpolatedStringHandler
    {
        private readonly Span<char> _destination;
        private readonly IFormatProvider? _provider;
        private readonly ICustomFormatter? _formatter;
        private int _length;
        private bool _fits;

        public TryWriteInterpolatedStringHandler(int literalLength, int formattedCount, Span<char> destination, out bool shouldAppend)
            : this(literalLength, formattedCount, destination, null, out shouldAppend) { }

        public TryWriteInterpolatedStringHandler(int literalLength, int formattedCount, Span<char> destination, IFormatProvider? provider, out bool shouldAppend)
        {
            _destination = destination;
            _provider = provider;
            _formatter = CompositeText.FormatterOf(provider);
            _fits = shouldAppend = destination.Length >= literalLength;
        }

        internal readonly bool Finish(out int charsWritten)
        {
            charsWritten = _fits ? _length : 0;
            return _fits;
        }

        private bool Fail()
        {
            _fits = false;
            return false;
        }

        public bool AppendLiteral(string value) => AppendFormatted((ReadOnlySpan<char>)value);
        public bool AppendFormatted(string? value) =>
            AppendFormatted((ReadOnlySpan<char>)(_formatter is null ? value : _formatter.Format(null, value, _provider)));

        public bool AppendFormatted(scoped ReadOnlySpan<char> value)
        {
            if (!value.TryCopyTo(_destination.Slice(_length))) return Fail();
            _length += value.Length;
            return true;
        }

        public bool AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
        {
            int start = _length;
            return AppendFormatted(value) && Align(start, alignment);
        }

        public bool AppendFormatted(string? value, int alignment = 0, string? format = null) => AppendFormatted<string?>(value, alignment, format);

        public bool AppendFormatted(object? value, int alignment = 0, string? format = null) => AppendFormatted<object?>(value, alignment, format);
        /// <summary>On its own, because a program without formats then has nothing of what reads them.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public bool AppendFormatted<T>(T value) => Append(value, null);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public bool AppendFormatted<T>(T value, string? format) => Append(value, format);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool Append<T>(T value, string? format)
        {
            if (_formatter is not null) return AppendFormatted((ReadOnlySpan<char>)_formatter.Format(format, value, _provider));
            if (value is ISpanFormattable formattable)
            {
                if (!formattable.TryFormat(_destination.Slice(_length), out int written, format, _provider)) return Fail();
                _length += written;
                return true;
            }
            return AppendFormatted((ReadOnlySpan<char>)(value is IFormattable other ? other.ToString(format, _provider) : value?.ToString()));
        }

        public bool AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

        public bool AppendFormatted<T>(T value, int alignment, string? format)
        {
            int start = _length;
            return AppendFormatted(value, format) && Align(start, alignment);
        }

        /// <summary>Pads what was written since the start: on the left, or on the right if negative.</summary>
        private bool Align(int start, int alignment)
        {
            int width = alignment < 0 ? -alignment : alignment;
            int written = _length - start, padding = width - written;
            if (padding <= 0) return true;
            if (_destination.Length - _length < padding) return Fail();
            Span<char> field = _destination.Slice(start, width);
            if (alignment > 0)
            {
                field.Slice(0, written).CopyTo(field.Slice(padding));
                field.Slice(0, padding).Fill(' ');
            }
            else field.Slice(written).Fill(' ');
            _length += padding;
            return true;
        }
    }
}
