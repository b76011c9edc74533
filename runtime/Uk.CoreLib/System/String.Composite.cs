// Formatting by formats that were checked before.

using System.Text;

namespace System;

public sealed partial class String
{
    private static CompositeFormat Checked(CompositeFormat? format)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return format;
    }

    public static string Format<TArg0>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0) => Checked(format).Apply([arg0], provider);
    public static string Format<TArg0, TArg1>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0, TArg1 arg1) =>
        Checked(format).Apply([arg0, arg1], provider);
    public static string Format<TArg0, TArg1, TArg2>(IFormatProvider? provider, CompositeFormat format, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        Checked(format).Apply([arg0, arg1, arg2], provider);
    public static string Format(IFormatProvider? provider, CompositeFormat format, params ReadOnlySpan<object?> args) => Checked(format).Apply(args, provider);

    public static string Format(IFormatProvider? provider, CompositeFormat format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args, nameof(args));
        return Checked(format).Apply(args, provider);
    }

    public static string Join(char separator, string?[] value, int startIndex, int count) =>
        Join(new string(separator, 1), value, startIndex, count);

    public static int GetHashCode(ReadOnlySpan<char> value, StringComparison comparisonType) =>
        OrdinalText.HashCode(value, OrdinalText.IgnoresCase(comparisonType));
}
