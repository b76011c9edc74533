// Composite formatting: "{0,10:X}" with objects.

using System.Globalization;
using System.Text;

namespace System;

internal static class CompositeText
{
    /// <summary>.NET accepts indices and widths below this.</summary>
    private const int Limit = 1_000_000;

    internal static void Append(StringBuilder text, ReadOnlySpan<char> format, ReadOnlySpan<object?> args, IFormatProvider? provider)
    {
        ICustomFormatter? formatter = FormatterOf(provider);
        int at = 0;
        while (at < format.Length)
        {
            char c = format[at++];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
                continue;
            }
            if (at == format.Length) throw Unexpected(c, at);
            if (format[at] == c)
            {
                text.Append(c);
                at++;
            }
            else if (c == '}') throw Unexpected('}', at);
            else AppendItem(text, format, ref at, args, provider, formatter);
        }
    }

    /// <summary>Checks a format.</summary>
    /// <returns>One more than the highest index in it.</returns>
    internal static int CountArguments(ReadOnlySpan<char> format)
    {
        int at = 0, count = 0;
        while (at < format.Length)
        {
            char c = format[at++];
            if (c is not ('{' or '}')) continue;
            if (at == format.Length) throw Unexpected(c, at);
            if (format[at] == c) at++;
            else if (c == '}') throw Unexpected('}', at);
            else
            {
                ReadItem(format, ref at, out int index, out _, out _);
                count = Math.Max(count, index + 1);
            }
        }
        return count;
    }

    private static void AppendItem(StringBuilder text, ReadOnlySpan<char> format, ref int at, ReadOnlySpan<object?> args,
        IFormatProvider? provider, ICustomFormatter? formatter)
    {
        ReadOnlySpan<char> itemFormat = ReadItem(format, ref at, out int index, out int width, out bool atLeft);
        if ((uint)index >= (uint)args.Length)
            throw new FormatException("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.");
        AppendPadded(text, TextOf(args[index], itemFormat, provider, formatter), width, atLeft);
    }

    /// <summary>From behind the opening brace to behind the closing one.</summary>
    /// <returns>The item's own format.</returns>
    private static ReadOnlySpan<char> ReadItem(ReadOnlySpan<char> format, ref int at, out int index, out int width, out bool atLeft)
    {
        if (!char.IsAsciiDigit(format[at])) throw Expected("Expected an ASCII digit.", at);
        index = ReadNumber(format, ref at);
        SkipSpaces(format, ref at);
        width = 0;
        atLeft = false;
        if (Current(format, at) == ',')
        {
            at++;
            SkipSpaces(format, ref at);
            atLeft = Current(format, at) == '-';
            if (atLeft) at++;
            if (!char.IsAsciiDigit(Current(format, at))) throw Expected("Expected an ASCII digit.", at);
            width = ReadNumber(format, ref at);
            SkipSpaces(format, ref at);
        }
        ReadOnlySpan<char> itemFormat = default;
        if (Current(format, at) == ':')
        {
            int start = ++at;
            while (Current(format, at) != '}')
            {
                if (format[at] == '{') throw Expected("Unexpected opening brace.", at);
                at++;
            }
            itemFormat = format.Slice(start, at - start);
        }
        if (Current(format, at) != '}') throw Expected("Expected a closing brace.", at);
        at++;
        return itemFormat;
    }

    /// <summary>What formats in place of the values, where a program passes a provider of its own that has one.</summary>
    internal static ICustomFormatter? FormatterOf(IFormatProvider? provider) =>
        provider is null or CultureInfo or NumberFormatInfo ? null : provider.GetFormat(typeof(ICustomFormatter)) as ICustomFormatter;

    private static string? TextOf(object? value, ReadOnlySpan<char> format, IFormatProvider? provider, ICustomFormatter? formatter)
    {
        string? itemFormat = format.IsEmpty ? null : new string(format);
        if (formatter?.Format(itemFormat, value, provider) is string text) return text;
        return value is IFormattable formattable ? formattable.ToString(itemFormat, provider) : value?.ToString();
    }

    internal static void AppendPadded(StringBuilder text, string? value, int width, bool atLeft)
    {
        int padding = width - (value?.Length ?? 0);
        if (!atLeft && padding > 0) text.Append(' ', padding);
        text.Append(value);
        if (atLeft && padding > 0) text.Append(' ', padding);
    }

    private static int ReadNumber(ReadOnlySpan<char> format, ref int at)
    {
        int number = 0;
        while (char.IsAsciiDigit(Current(format, at)) && number < Limit) number = number * 10 + (format[at++] - '0');
        return number;
    }

    private static void SkipSpaces(ReadOnlySpan<char> format, ref int at)
    {
        while (Current(format, at) == ' ') at++;
    }

    private static char Current(ReadOnlySpan<char> format, int at) =>
        at < format.Length ? format[at] : throw Expected("Format item ends prematurely.", at);

    private static FormatException Expected(string problem, int at) =>
        new(string.Concat("Input string was not in a correct format. Failure to parse near offset ", at.ToString(), ". ", problem));

    private static FormatException Unexpected(char brace, int at) =>
        Expected(brace == '{' ? "Format item ends prematurely." : "Unexpected closing brace without a corresponding opening brace.", at);
}
