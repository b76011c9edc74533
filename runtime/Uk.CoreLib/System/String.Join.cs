// Strings from sequences of strings and objects, and from format strings.

using System.Collections.Generic;
using System.Text;

namespace System;

public sealed unsafe partial class String
{
    public static string Concat(params string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        return Concat((ReadOnlySpan<string?>)values);
    }

    public static string Concat(params ReadOnlySpan<string?> values)
    {
        int length = 0;
        foreach (string? value in values) length = checked(length + (value?.Length ?? 0));
        string result = FastAllocateString(length);
        Span<char> rest = result.Writable;
        foreach (string? value in values) rest = Append(rest, value);
        return result;
    }

    public static string Concat(params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args, nameof(args));
        return Concat((ReadOnlySpan<object?>)args);
    }

    public static string Concat(params ReadOnlySpan<object?> args) => Join("", args);
    public static string Concat(IEnumerable<string?> values) => Join("", values);
    public static string Concat<T>(IEnumerable<T> values) => Join("", values);

    public static string Join(string? separator, params string?[] value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return Join(separator, (ReadOnlySpan<string?>)value);
    }

    public static string Join(string? separator, params ReadOnlySpan<string?> value)
    {
        StringBuilder text = new();
        for (int i = 0; i < value.Length; i++) text.Append(i == 0 ? null : separator).Append(value[i]);
        return text.ToString();
    }

    public static string Join(string? separator, string?[] value, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        return Join(separator, new ReadOnlySpan<string?>(value, startIndex, count));
    }

    public static string Join(string? separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        return Join(separator, (ReadOnlySpan<object?>)values);
    }

    public static string Join(string? separator, params ReadOnlySpan<object?> values)
    {
        StringBuilder text = new();
        for (int i = 0; i < values.Length; i++) text.Append(i == 0 ? null : separator).Append(values[i]?.ToString());
        return text.ToString();
    }

    public static string Join(string? separator, IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        StringBuilder text = new();
        bool isFirst = true;
        foreach (string? value in values)
        {
            text.Append(isFirst ? null : separator).Append(value);
            isFirst = false;
        }
        return text.ToString();
    }

    public static string Join<T>(string? separator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values, nameof(values));
        StringBuilder text = new();
        bool isFirst = true;
        foreach (T value in values)
        {
            text.Append(isFirst ? null : separator).Append(value?.ToString());
            isFirst = false;
        }
        return text.ToString();
    }

    public static string Join(char separator, params string?[] value) => Join(CreateFromChar(separator), value);
    public static string Join(char separator, params ReadOnlySpan<string?> value) => Join(CreateFromChar(separator), value);
    public static string Join(char separator, params object?[] values) => Join(CreateFromChar(separator), values);
    public static string Join(char separator, params ReadOnlySpan<object?> values) => Join(CreateFromChar(separator), values);
    public static string Join<T>(char separator, IEnumerable<T> values) => Join(CreateFromChar(separator), values);

    public static string Format(string format, object? arg0) => Format(format, [arg0]);
    public static string Format(string format, object? arg0, object? arg1) => Format(format, [arg0, arg1]);
    public static string Format(string format, object? arg0, object? arg1, object? arg2) => Format(format, [arg0, arg1, arg2]);
    public static string Format(IFormatProvider? provider, string format, object? arg0) => Format(provider, format, [arg0]);
    public static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1) => Format(provider, format, [arg0, arg1]);
    public static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2) =>
        Format(provider, format, [arg0, arg1, arg2]);

    public static string Format(string format, params object?[] args) => Format(null, format, args);

    public static string Format(IFormatProvider? provider, string format, params object?[] args)
    {
        // One argument that is null arrives as a null array; the format is named if it is null as well.
        if (args is null) throw new ArgumentNullException(format is null ? nameof(format) : nameof(args));
        return Format(provider, format, (ReadOnlySpan<object?>)args);
    }

    public static string Format(string format, params ReadOnlySpan<object?> args) => Format(null, format, args);

    public static string Format(IFormatProvider? provider, string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        StringBuilder text = new(format.Length + args.Length * 8);
        CompositeText.Append(text, format, args, provider);
        return text.ToString();
    }
}
