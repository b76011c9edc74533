// A composite format that was checked once.

namespace System.Text;

public sealed class CompositeFormat
{
    private CompositeFormat(string format, int argumentCount)
    {
        Format = format;
        MinimumArgumentCount = argumentCount;
    }

    public string Format { get; }
    public int MinimumArgumentCount { get; }

    public static CompositeFormat Parse(string format)
    {
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        return new CompositeFormat(format, CompositeText.CountArguments(format));
    }

    internal string Apply(ReadOnlySpan<object?> args, IFormatProvider? provider)
    {
        if (args.Length < MinimumArgumentCount)
            throw new FormatException("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.");
        return string.Format(provider, Format, args);
    }
}
