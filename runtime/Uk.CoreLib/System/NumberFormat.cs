// The standard numeric formats in the invariant culture, over digits: what int and double have in common.

using System.Text;

namespace System;

/// <summary>A letter and a precision, -1 where none is given.</summary>
internal readonly struct NumberFormat(char kind, int precision, bool isLower)
{
    private const int DefaultDecimals = 2;
    private const int DefaultExponentialDecimals = 6;
    private const int MaxPrecision = 999_999_999;

    /// <summary>General numbers below 0.0001 have an exponent.</summary>
    private const int LowestPlainPoint = -3;

    /// <summary>The letter, in upper case.</summary>
    public readonly char Kind = kind;
    public readonly int Precision = precision;
    public readonly bool IsLower = isLower;

    /// <param name="format">A standard one: see <see cref="Number.IsCustom"/>.</param>
    public static NumberFormat Parse(ReadOnlySpan<char> format)
    {
        if (format.IsEmpty) return new NumberFormat('G', -1, false);
        char letter = format[0];
        int precision = -1;
        for (int i = 1; i < format.Length; i++)
        {
            precision = Math.Max(precision, 0);
            if (precision > MaxPrecision / 10) throw new FormatException("Format specifier was invalid.");
            precision = precision * 10 + (format[i] - '0');
        }
        return new NumberFormat((char)(letter & ~0x20), precision, (letter & 0x20) != 0);
    }

    private int Decimals => Precision >= 0 ? Precision : DefaultDecimals;

    /// <summary>How many digits the format asks for in all; -1 where it counts those behind the point.</summary>
    public int SignificantDigits => Kind switch
    {
        'E' => (Precision >= 0 ? Precision : DefaultExponentialDecimals) + 1,
        'G' => Precision,
        'F' or 'N' or 'C' or 'P' => -1,
        _ => throw new FormatException("Format specifier was invalid."),
    };

    public int DigitsAfterPoint => Kind == 'P' ? Decimals + 2 : Decimals;

    /// <summary>Writes digits that are already rounded to what the format asks for.</summary>
    public string Write(ref DecimalText number)
    {
        StringBuilder text = new();
        if (number.Count == 0) number.PointAt = 0;
        if (Kind == 'P' && number.Count != 0) number.PointAt += 2;
        if (number.IsNegative) text.Append(Kind == 'C' ? '(' : '-');
        if (Kind == 'C') text.Append('\u00A4');
        switch (Kind)
        {
            case 'E': WriteExponential(text, number, SignificantDigits - 1, 3); break;
            case 'G': WriteGeneral(text, number); break;
            default: WriteFixed(text, number, Decimals, isGrouped: Kind != 'F'); break;
        }
        if (Kind == 'P') text.Append(" %");
        if (Kind == 'C' && number.IsNegative) text.Append(')');
        return text.ToString();
    }

    private static char DigitAt(in DecimalText number, int index) =>
        (uint)index < (uint)number.Count ? (char)('0' + number.Digits[index]) : '0';

    private static void WriteFixed(StringBuilder text, in DecimalText number, int decimals, bool isGrouped)
    {
        int whole = Math.Max(number.PointAt, 1);
        for (int i = 0; i < whole; i++)
        {
            text.Append(DigitAt(number, number.PointAt > 0 ? i : -1));
            int left = whole - 1 - i;
            if (isGrouped && left != 0 && left % 3 == 0) text.Append(',');
        }
        if (decimals == 0) return;
        text.Append('.');
        for (int i = 0; i < decimals; i++) text.Append(DigitAt(number, number.PointAt + i));
    }

    private void WriteExponential(StringBuilder text, in DecimalText number, int decimals, int exponentDigits)
    {
        text.Append(DigitAt(number, 0));
        if (decimals > 0) text.Append('.');
        for (int i = 1; i <= decimals; i++) text.Append(DigitAt(number, i));
        int exponent = number.Count == 0 ? 0 : number.PointAt - 1;
        text.Append(IsLower ? 'e' : 'E').Append(exponent < 0 ? '-' : '+');
        text.Append(Math.Abs(exponent).ToString().PadLeft(exponentDigits, '0'));
    }

    private void WriteGeneral(StringBuilder text, in DecimalText number)
    {
        if (number.Count != 0 && (number.PointAt > Precision || number.PointAt < LowestPlainPoint))
        {
            WriteExponential(text, number, number.Count - 1, 2);
            return;
        }
        WriteFixed(text, number, Math.Max(number.Count - number.PointAt, 0), isGrouped: false);
    }
}
