using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Text;

public sealed partial class StringBuilder
{
    public StringBuilder Append(char value)
    {
        char[] chars = _chars;
        int length = _length;
        if ((uint)length >= (uint)chars.Length)
        {
            Grow(length + 1);
            chars = _chars;
        }
        chars[length] = value;
        _length = length + 1;
        return this;
    }

    public StringBuilder Append(char value, int repeatCount)
    {
        if (repeatCount < 0) ThrowHelper.ArgumentOutOfRange(nameof(repeatCount));
        Reserve(repeatCount).Fill(value);
        _length += repeatCount;
        return this;
    }

    public StringBuilder Append(string? value)
    {
        if (value is not null) Buffer.Memmove(ref AppendRoom(value.Length), ref value.FirstChar, (uint)value.Length);
        return this;
    }

    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        Buffer.Memmove(ref AppendRoom(value.Length), ref value._reference, (uint)value.Length);
        return this;
    }

    public StringBuilder Append(string? value, int startIndex, int count)
    {
        if (value is null && (startIndex != 0 || count != 0)) throw new ArgumentNullException(nameof(value));
        return Append(value.AsSpan(startIndex, count));
    }

    public StringBuilder Append(char[]? value) => Append(new ReadOnlySpan<char>(value));
    public StringBuilder Append(char[]? value, int startIndex, int charCount) => Append(new ReadOnlySpan<char>(value, startIndex, charCount));
    public StringBuilder Append(StringBuilder? value) => value is null ? this : Append(value.Text);
    public StringBuilder Append(StringBuilder? value, int startIndex, int count) =>
        value is null ? this : Append(value.Text.Slice(startIndex, count));

    public StringBuilder Append(sbyte value) => AppendNumber(value);
    public StringBuilder Append(byte value) => AppendNumber(value);
    public StringBuilder Append(short value) => AppendNumber(value);
    public StringBuilder Append(ushort value) => AppendNumber(value);
    public StringBuilder Append(int value) => AppendNumber(value);
    public StringBuilder Append(uint value) => AppendNumber(value);
    public StringBuilder Append(long value) => AppendNumber(value);

    private StringBuilder AppendNumber(long value)
    {
        Number.AppendTo(this, value);
        return this;
    }

    public StringBuilder Append(ulong value) => Append(value.ToString());
    public StringBuilder Append(bool value) => Append(value.ToString());
    public StringBuilder Append(object? value) => Append(value?.ToString());

    public StringBuilder AppendLine() => Append('\n');
    public StringBuilder AppendLine(string? value) => Append(value).Append('\n');

    public StringBuilder AppendJoin(string? separator, params string?[] values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(string? separator, params ReadOnlySpan<string?> values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(string? separator, params object?[] values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(string? separator, params ReadOnlySpan<object?> values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin<T>(string? separator, IEnumerable<T> values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(char separator, params string?[] values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(char separator, params ReadOnlySpan<string?> values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(char separator, params object?[] values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin(char separator, params ReadOnlySpan<object?> values) => Append(string.Join(separator, values));
    public StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values) => Append(string.Join(separator, values));

    public StringBuilder AppendFormat(string format, object? arg0) => AppendFormat(format, (ReadOnlySpan<object?>)[arg0]);
    public StringBuilder AppendFormat(string format, object? arg0, object? arg1) => AppendFormat(format, (ReadOnlySpan<object?>)[arg0, arg1]);
    public StringBuilder AppendFormat(string format, object? arg0, object? arg1, object? arg2) =>
        AppendFormat(format, (ReadOnlySpan<object?>)[arg0, arg1, arg2]);
    public StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0) => AppendFormat(format, arg0);
    public StringBuilder AppendFormat(IFormatProvider? provider, string format, object? arg0, object? arg1) => AppendFormat(format, arg0, arg1);
    public StringBuilder AppendFormat(IFormatProvider? provider, string format, params object?[] args) => AppendFormat(format, args);
    public StringBuilder AppendFormat(IFormatProvider? provider, string format, params ReadOnlySpan<object?> args) => AppendFormat(format, args);

    public StringBuilder AppendFormat(string format, params object?[] args)
    {
        if (args is null) throw new ArgumentNullException(format is null ? nameof(format) : nameof(args));
        return AppendFormat(format, (ReadOnlySpan<object?>)args);
    }

    public StringBuilder AppendFormat(string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        CompositeText.Append(this, format, args);
        return this;
    }

    public StringBuilder Append([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => this;
    public StringBuilder Append(IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) => this;
    public StringBuilder AppendLine([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => AppendLine();
    public StringBuilder AppendLine(IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) => AppendLine();

    /// <summary>What the C# compiler makes of an interpolated string that is appended: each part goes to its place at once.</summary>
    [InterpolatedStringHandler]
    public struct AppendInterpolatedStringHandler
    {
        private readonly StringBuilder _builder;

        public AppendInterpolatedStringHandler(int literalLength, int formattedCount, StringBuilder stringBuilder) =>
            _builder = stringBuilder;

        public AppendInterpolatedStringHandler(int literalLength, int formattedCount, StringBuilder stringBuilder, IFormatProvider? provider) =>
            _builder = stringBuilder;

        public void AppendLiteral(string value) => _builder.Append(value);
        public void AppendFormatted(string? value) => _builder.Append(value);
        public void AppendFormatted(ReadOnlySpan<char> value) => _builder.Append(value);

        public void AppendFormatted(ReadOnlySpan<char> value, int alignment = 0, string? format = null) =>
            Align(_builder.Append(value), value.Length, alignment);

        public void AppendFormatted(string? value, int alignment = 0, string? format = null) =>
            Align(_builder.Append(value), value?.Length ?? 0, alignment);

        public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
            AppendFormatted<object?>(value, alignment, format);

        public void AppendFormatted<T>(T value) => AppendFormatted(value, format: null);

        public void AppendFormatted<T>(T value, string? format) =>
            _builder.Append(value is IFormattable formattable ? formattable.ToString(format, null) : value?.ToString());

        public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

        public void AppendFormatted<T>(T value, int alignment, string? format)
        {
            int start = _builder.Length;
            AppendFormatted(value, format);
            Align(_builder, _builder.Length - start, alignment);
        }

        private static void Align(StringBuilder builder, int length, int alignment)
        {
            int padding = Math.Abs(alignment) - length;
            if (padding <= 0) return;
            if (alignment < 0) builder.Append(' ', padding);
            else builder.MakeRoom(builder.Length - length, padding).Fill(' ');
        }
    }
}
