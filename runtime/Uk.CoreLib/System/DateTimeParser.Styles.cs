// Which styles go together, and what is thrown where a text is no date.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

internal static partial class DateTimeParser
{
    private const DateTimeStyles AllStyles = (DateTimeStyles)255;
    private const DateTimeStyles Assumed = DateTimeStyles.AssumeLocal | DateTimeStyles.AssumeUniversal;

    internal static void Check(DateTimeStyles styles, string parameter = "style")
    {
        if ((styles & ~AllStyles) != 0) throw new ArgumentException("An undefined DateTimeStyles value is being used.", parameter);
        if ((styles & Assumed) == Assumed)
            throw new ArgumentException("The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.", parameter);
        if ((styles & DateTimeStyles.RoundtripKind) != 0 && (styles & (Assumed | DateTimeStyles.AdjustToUniversal)) != 0)
            throw new ArgumentException("The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal.", parameter);
    }

    /// <summary>Of a DateTimeOffset, whose text always says a date.</summary>
    internal static void CheckOffset(DateTimeStyles styles)
    {
        Check(styles, "styles");
        if ((styles & DateTimeStyles.NoCurrentDateDefault) != 0)
            throw new ArgumentException("The DateTimeStyles value 'NoCurrentDateDefault' is not allowed when parsing DateTimeOffset.", nameof(styles));
    }

    /// <summary>Of a DateOnly or a TimeOnly: only white space can be asked for.</summary>
    internal static void CheckPart(DateTimeStyles style)
    {
        if ((style & ~DateTimeStyles.AllowWhiteSpaces) != 0)
            throw new ArgumentException("The only allowed values for the styles are AllowWhiteSpaces, AllowTrailingWhite, AllowLeadingWhite, and AllowInnerWhite.", nameof(style));
    }

    [DoesNotReturn]
    internal static void Throw(ReadOnlySpan<char> text, string typeName) =>
        throw new FormatException(string.Concat("String '", text, "' was not recognized as a valid ", string.Concat(typeName, ".")));

    /// <summary>Formats that are no single one: .NET checks them when it is given a list.</summary>
    internal static void CheckFormats([NotNull] string?[]? formats)
    {
        ArgumentNullException.ThrowIfNull(formats, nameof(formats));
        if (formats.Length == 0) throw new FormatException("Format specifier was invalid.");
        foreach (string? format in formats)
            if (string.IsNullOrEmpty(format)) throw new FormatException("Format specifier was invalid.");
    }
}
