// Values as UTF-8, in one of the few formats that .NET allows here.

namespace System.Buffers.Text;

public static class Utf8Formatter
{
    private const int FormatLength = 3;

    /// <summary>Only the default has no letter.</summary>
    private static char Checked(StandardFormat format) => format.Symbol != 0 || format.IsDefault ? format.Symbol : throw Invalid;

    private static FormatException Invalid => new("Format specifier was invalid.");

    private static bool Number<T>(T value, Span<byte> destination, out int bytesWritten, StandardFormat format, ReadOnlySpan<char> symbols) where T : IUtf8SpanFormattable
    {
        char symbol = Checked(format);
        if (symbol != 0 && !symbols.Contains(char.ToUpperInvariant(symbol))) throw Invalid;
        if (symbol is 'G' or 'g' && format.HasPrecision && !symbols.Contains('E')) throw new NotSupportedException("The 'G' format combined with a precision is not supported.");
        return value.TryFormat(destination, out bytesWritten, format.Write(stackalloc char[FormatLength]), null);
    }

    private static bool Integer<T>(T value, Span<byte> destination, out int bytesWritten, StandardFormat format) where T : IUtf8SpanFormattable =>
        Number(value, destination, out bytesWritten, format.Symbol is 'G' or 'g' && format.Precision == 0 ? default : format, "GDNX");

    private static bool Real<T>(T value, Span<byte> destination, out int bytesWritten, StandardFormat format) where T : IUtf8SpanFormattable =>
        Number(value, destination, out bytesWritten, format, "GEF");

    public static bool TryFormat(byte value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(sbyte value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(short value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(ushort value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(int value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(uint value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(long value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(ulong value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Integer(value, destination, out bytesWritten, format);
    public static bool TryFormat(float value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Real(value, destination, out bytesWritten, format);
    public static bool TryFormat(double value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Real(value, destination, out bytesWritten, format);
    public static bool TryFormat(decimal value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Real(value, destination, out bytesWritten, format);

    public static bool TryFormat(bool value, Span<byte> destination, out int bytesWritten, StandardFormat format = default)
    {
        ReadOnlySpan<byte> text = Checked(format) switch
        {
            '\0' or 'G' => value ? "True"u8 : "False"u8,
            'l' => value ? "true"u8 : "false"u8,
            _ => throw Invalid,
        };
        bool fits = text.TryCopyTo(destination);
        bytesWritten = fits ? text.Length : 0;
        return fits;
    }

    public static bool TryFormat(Guid value, Span<byte> destination, out int bytesWritten, StandardFormat format = default)
    {
        if (Checked(format) is not ('\0' or 'D' or 'N' or 'B' or 'P')) throw Invalid;
        return value.TryFormat(destination, out bytesWritten, format.Symbol == 0 ? default : [format.Symbol]);
    }

    public static bool TryFormat(TimeSpan value, Span<byte> destination, out int bytesWritten, StandardFormat format = default)
    {
        char symbol = Checked(format) switch
        {
            '\0' or 'c' or 't' or 'T' => 'c',
            'g' or 'G' => format.Symbol,
            _ => throw Invalid,
        };
        return value.TryFormat(destination, out bytesWritten, [symbol]);
    }

    private const string PlainDate = "MM/dd/yyyy HH:mm:ss";

    public static bool TryFormat(DateTime value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Checked(format) switch
    {
        '\0' or 'G' => value.TryFormat(destination, out bytesWritten, PlainDate),
        'R' or 'O' => value.TryFormat(destination, out bytesWritten, [format.Symbol]),
        'l' => Lower(value.TryFormat(destination, out bytesWritten, "R"), destination, bytesWritten),
        _ => throw Invalid,
    };

    public static bool TryFormat(DateTimeOffset value, Span<byte> destination, out int bytesWritten, StandardFormat format = default) => Checked(format) switch
    {
        '\0' => value.TryFormat(destination, out bytesWritten, PlainDate + " zzz"),
        'G' => value.TryFormat(destination, out bytesWritten, PlainDate),
        'R' or 'O' => value.TryFormat(destination, out bytesWritten, [format.Symbol]),
        'l' => Lower(value.TryFormat(destination, out bytesWritten, "R"), destination, bytesWritten),
        _ => throw Invalid,
    };

    private static bool Lower(bool fits, Span<byte> destination, int length)
    {
        foreach (ref byte letter in destination.Slice(0, length))
            if (letter is >= (byte)'A' and <= (byte)'Z') letter |= 0x20;
        return fits;
    }
}
