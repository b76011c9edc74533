// A number as people write it: sign, digits, point, exponent, and what may stand around them. NumberStyles says what is
// allowed; the order in which things may stand is .NET's.

using System.Globalization;

namespace System;

/// <summary>0.d1d2d3… × 10^PointAt. Digits have no leading and no trailing zeros.</summary>
internal ref struct DecimalText(Span<byte> room)
{
    private const char CurrencySymbol = '¤';
    private const int ExponentLimit = 9999;

    public readonly Span<byte> Digits = room;

    /// <summary>How many of the digits are used.</summary>
    public int Count;

    public int PointAt;
    public bool IsNegative;

    /// <summary>A digit that is not zero did not fit.</summary>
    public bool HasMore;

    /// <summary>How many digits were written behind the point, zeros and the exponent's shift included.</summary>
    public int Scale;

    private bool _hasSign;
    private bool _isOpen;
    private bool _hasDigits;
    private bool _hasCurrency;

    /// <summary>Sets the digits of a whole number.</summary>
    public void Set(ulong value, bool isNegative)
    {
        IsNegative = isNegative;
        Span<char> text = stackalloc char[20];
        value.TryFormat(text, out PointAt);
        for (Count = 0; Count < PointAt; Count++) Digits[Count] = (byte)(text[Count] - '0');
        TrimZeros();
    }

    /// <summary>Sets the digits of a whole number, without leading zeros.</summary>
    public void Set(ReadOnlySpan<byte> digits, bool isNegative)
    {
        IsNegative = isNegative;
        digits.CopyTo(Digits);
        Count = PointAt = digits.Length;
        TrimZeros();
    }

    /// <summary>Keeps so many digits; halves go away from zero.</summary>
    public void Round(int count)
    {
        if (count >= Count) return;
        bool roundsUp = count >= 0 && Digits[count] >= 5;
        Count = Math.Max(count, 0);
        if (roundsUp) Increment();
        TrimZeros();
    }

    /// <summary>Adds one to the last digit; no digits are a zero before the first.</summary>
    public void Increment()
    {
        while (Count > 0 && Digits[Count - 1] == 9) Count--;
        if (Count == 0)
        {
            Digits[Count++] = 1;
            PointAt++;
        }
        else Digits[Count - 1]++;
    }

    public void TrimZeros()
    {
        while (Count > 0 && Digits[Count - 1] == 0) Count--;
    }

    /// <returns>False where the text is no such number.</returns>
    public bool TryRead(ReadOnlySpan<char> text, NumberStyles style)
    {
        int at = ReadBefore(text, style);
        at = ReadDigits(text, at, style);
        if (!_hasDigits) return false;
        at = ReadExponent(text, at, style);
        at = ReadAfter(text, at, style);
        if (_isOpen) return false;
        while (at < text.Length && text[at] == 0) at++;
        if (Count == 0) PointAt = 0;
        return at == text.Length;
    }

    private static bool IsWhite(char c) => c == ' ' || (uint)(c - '\t') <= '\r' - '\t';

    private int ReadBefore(ReadOnlySpan<char> text, NumberStyles style)
    {
        int at = 0;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (IsWhite(c) && (style & NumberStyles.AllowLeadingWhite) != 0 && (!_hasSign || _hasCurrency)) continue;
            if (TryReadSign(c, style, NumberStyles.AllowLeadingSign)) continue;
            if (c == '(' && (style & NumberStyles.AllowParentheses) != 0 && !_hasSign)
            {
                _hasSign = _isOpen = IsNegative = true;
                continue;
            }
            if (!TryReadCurrency(c, style)) break;
        }
        return at;
    }

    private bool TryReadSign(char c, NumberStyles style, NumberStyles allowing)
    {
        if (c is not ('+' or '-') || (style & allowing) == 0 || _hasSign) return false;
        _hasSign = true;
        IsNegative = c == '-';
        return true;
    }

    private bool TryReadCurrency(char c, NumberStyles style)
    {
        if (c != CurrencySymbol || (style & NumberStyles.AllowCurrencySymbol) == 0 || _hasCurrency) return false;
        return _hasCurrency = true;
    }

    private int ReadDigits(ReadOnlySpan<char> text, int at, NumberStyles style)
    {
        bool hasPoint = false;
        int zeros = 0;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (char.IsAsciiDigit(c))
            {
                _hasDigits = true;
                if (hasPoint) Scale++;
                if (c == '0' && Count == 0)
                {
                    if (hasPoint) PointAt--;
                    continue;
                }
                if (!hasPoint) PointAt++;
                if (c == '0') zeros++;
                else Add(ref zeros, (byte)(c - '0'));
            }
            else if (c == '.' && (style & NumberStyles.AllowDecimalPoint) != 0 && !hasPoint) hasPoint = true;
            else if (c != ',' || (style & NumberStyles.AllowThousands) == 0 || !_hasDigits || hasPoint) break;
        }
        return at;
    }

    /// <summary>Zeros wait until another digit follows, so that none trail.</summary>
    private void Add(ref int zeros, byte digit)
    {
        if (Count + zeros >= Digits.Length)
        {
            HasMore = true;
            return;
        }
        for (; zeros != 0; zeros--) Digits[Count++] = 0;
        Digits[Count++] = digit;
    }

    private int ReadExponent(ReadOnlySpan<char> text, int start, NumberStyles style)
    {
        int at = start;
        if (at >= text.Length || text[at] is not ('e' or 'E') || (style & NumberStyles.AllowExponent) == 0) return start;
        at++;
        bool negative = false;
        if (at < text.Length && text[at] is '+' or '-') negative = text[at++] == '-';
        if (at >= text.Length || !char.IsAsciiDigit(text[at])) return start;
        int exponent = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            exponent = Math.Min(exponent * 10 + (text[at] - '0'), ExponentLimit);
        PointAt += negative ? -exponent : exponent;
        Scale -= negative ? -exponent : exponent;
        return at;
    }

    private int ReadAfter(ReadOnlySpan<char> text, int at, NumberStyles style)
    {
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (IsWhite(c) && (style & NumberStyles.AllowTrailingWhite) != 0) continue;
            if (TryReadSign(c, style, NumberStyles.AllowTrailingSign)) continue;
            if (c == ')' && _isOpen) _isOpen = false;
            else if (!TryReadCurrency(c, style)) break;
        }
        return at;
    }
}
