// Decimals as text. Trailing zeros are kept: 1.50 is another text than 1.5.

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

public readonly partial struct Decimal
{
    private const int MostDigits = 29;

    public override string ToString() => ToString(null, null);
    public string ToString(string? format) => ToString(format, null);
    public string ToString(IFormatProvider? provider) => ToString(null, provider);

    public string ToString(string? format, IFormatProvider? provider)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, format);
        return text.ToString();
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, format);
        return text.TryCopyTo(destination, out charsWritten);
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Utf8Text.TryFormat(this, utf8Destination, out bytesWritten, format);

    private void Write(ref TextBuffer text, ReadOnlySpan<char> format)
    {
        format = Number.ToNul(format);
        Span<byte> digits = Number.WriteWideDigits(Mantissa, stackalloc byte[MostDigits + 1]);
        bool isCustom = Number.IsCustom(format);
        NumberFormat parsed = isCustom ? default : NumberFormat.Parse(format);
        if (!isCustom && (parsed.Kind == 'R' || (parsed.Kind == 'G' && parsed.Precision <= 0)))
        {
            WritePlain(ref text, digits);
            return;
        }
        DecimalText number = new(stackalloc byte[MostDigits + 1]);
        number.Set(digits, IsMinus && !IsZero);
        number.PointAt -= Scale;
        if (isCustom)
        {
            text.Append(CustomNumberFormat.Write(ref number, format));
            return;
        }
        int significant = parsed.SignificantDigits;
        number.Round(significant >= 0 ? significant : number.PointAt + parsed.DigitsAfterPoint);
        if (number.Count == 0) number.IsNegative = false;
        text.Append(parsed.Write(ref number));
    }

    private void WritePlain(ref TextBuffer text, scoped ReadOnlySpan<byte> digits)
    {
        if (IsMinus && !IsZero) text.Append('-');
        int whole = digits.Length - Scale;
        if (whole <= 0) text.Append('0');
        for (int i = Math.Min(whole, 0); i < digits.Length; i++)
        {
            if (i == whole) text.Append('.');
            text.Append(i < 0 ? '0' : (char)('0' + digits[i]));
        }
    }

    public static decimal Parse(string s) => Parse(s, NumberStyles.Number, null);
    public static decimal Parse(string s, NumberStyles style) => Parse(s, style, null);
    public static decimal Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Number, provider);
    public static decimal Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Number, provider);

    public static decimal Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s, nameof(s));
        return Parse((ReadOnlySpan<char>)s, style, provider);
    }

    public static decimal Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Number, IFormatProvider? provider = null)
    {
        ParseStatus status = TryParse(s, style, out decimal result);
        if (status == ParseStatus.Overflow) throw new OverflowException(Beyond);
        if (status == ParseStatus.Format) Number.ThrowNotParsed(status, s, "Decimal");
        return result;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out decimal result) => TryParse((ReadOnlySpan<char>)s, NumberStyles.Number, null, out result);
    public static bool TryParse(ReadOnlySpan<char> s, out decimal result) => TryParse(s, NumberStyles.Number, null, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out decimal result) =>
        TryParse((ReadOnlySpan<char>)s, NumberStyles.Number, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out decimal result) => TryParse(s, NumberStyles.Number, provider, out result);
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out decimal result) =>
        TryParse((ReadOnlySpan<char>)s, style, provider, out result);
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out decimal result) =>
        TryParse(s, style, out result) == ParseStatus.Ok;

    private static ParseStatus TryParse(ReadOnlySpan<char> text, NumberStyles style, out decimal result)
    {
        // More digits than can matter: one that rounds, and one that says whether more follow.
        const int Room = 60;
        Number.CheckFloatStyle(style);
        result = default;
        DecimalText number = new(stackalloc byte[Room]);
        if (!number.TryRead(text, style)) return ParseStatus.Format;
        int scale = Math.Clamp(number.Scale, 0, MaxScale);
        if (number.Count == 0)
        {
            result = new decimal(default, scale, number.IsNegative);
            return ParseStatus.Ok;
        }
        if (number.PointAt > MostDigits) return ParseStatus.Overflow;
        return TryRound(number, scale, out result);
    }

    /// <param name="scale">What the text asks for: zeros that trail count.</param>
    private static ParseStatus TryRound(in DecimalText number, int scale, out decimal result)
    {
        result = default;
        WideMantissa value = default;
        for (int i = 0; i < number.Count; i++) value.AppendDigit(number.Digits[i]);
        int ownScale = number.Count - number.PointAt;
        if (number.HasMore)
        {
            // Any digit but zero breaks a tie.
            value.AppendDigit(1);
            ownScale++;
        }
        if (ownScale < scale) value.Scale(scale - ownScale);
        scale = value.Reduce(Math.Max(scale, ownScale), MaxScale);
        if (scale < 0) return ParseStatus.Overflow;
        result = new decimal(value.Lower, scale, number.IsNegative);
        return ParseStatus.Ok;
    }
}
