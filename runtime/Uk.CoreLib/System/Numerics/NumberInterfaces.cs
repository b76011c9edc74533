// What all numbers have in common: INumberBase, and INumber for those that have an order.

// A constraint that allows a nullable TSelf, as .NET's does, makes the compiler warn at every use of one.
#pragma warning disable CS8602, CS8631

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System.Numerics
{
    public interface INumberBase<TSelf>
        : IAdditionOperators<TSelf, TSelf, TSelf>, IAdditiveIdentity<TSelf, TSelf>, IDecrementOperators<TSelf>,
          IDivisionOperators<TSelf, TSelf, TSelf>, IEquatable<TSelf>, IEqualityOperators<TSelf, TSelf, bool>,
          IIncrementOperators<TSelf>, IMultiplicativeIdentity<TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>,
          ISpanFormattable, ISpanParsable<TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>,
          IUnaryPlusOperators<TSelf, TSelf>, IUnaryNegationOperators<TSelf, TSelf>, IUtf8SpanFormattable, IUtf8SpanParsable<TSelf>
        where TSelf : INumberBase<TSelf>?
    {
        static abstract TSelf One { get; }
        static abstract int Radix { get; }
        static abstract TSelf Zero { get; }

        static abstract TSelf Abs(TSelf value);

        static virtual TSelf CreateChecked<TOther>(TOther value) where TOther : INumberBase<TOther> =>
            typeof(TOther) == typeof(TSelf) ? (TSelf)(object)value
            : TSelf.TryConvertFromChecked(value, out TSelf? result) || TOther.TryConvertToChecked(value, out result) ? result!
            : throw new NotSupportedException();

        static virtual TSelf CreateSaturating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
            typeof(TOther) == typeof(TSelf) ? (TSelf)(object)value
            : TSelf.TryConvertFromSaturating(value, out TSelf? result) || TOther.TryConvertToSaturating(value, out result) ? result!
            : throw new NotSupportedException();

        static virtual TSelf CreateTruncating<TOther>(TOther value) where TOther : INumberBase<TOther> =>
            typeof(TOther) == typeof(TSelf) ? (TSelf)(object)value
            : TSelf.TryConvertFromTruncating(value, out TSelf? result) || TOther.TryConvertToTruncating(value, out result) ? result!
            : throw new NotSupportedException();

        static abstract bool IsCanonical(TSelf value);
        static abstract bool IsComplexNumber(TSelf value);
        static abstract bool IsEvenInteger(TSelf value);
        static abstract bool IsFinite(TSelf value);
        static abstract bool IsImaginaryNumber(TSelf value);
        static abstract bool IsInfinity(TSelf value);
        static abstract bool IsInteger(TSelf value);
        static abstract bool IsNaN(TSelf value);
        static abstract bool IsNegative(TSelf value);
        static abstract bool IsNegativeInfinity(TSelf value);
        static abstract bool IsNormal(TSelf value);
        static abstract bool IsOddInteger(TSelf value);
        static abstract bool IsPositive(TSelf value);
        static abstract bool IsPositiveInfinity(TSelf value);
        static abstract bool IsRealNumber(TSelf value);
        static abstract bool IsSubnormal(TSelf value);
        static abstract bool IsZero(TSelf value);

        static abstract TSelf MaxMagnitude(TSelf x, TSelf y);
        static abstract TSelf MaxMagnitudeNumber(TSelf x, TSelf y);
        static abstract TSelf MinMagnitude(TSelf x, TSelf y);
        static abstract TSelf MinMagnitudeNumber(TSelf x, TSelf y);
        static virtual TSelf MultiplyAddEstimate(TSelf left, TSelf right, TSelf addend) => left * right + addend;

        static abstract TSelf Parse(string s, NumberStyles style, IFormatProvider? provider);
        static abstract TSelf Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider);

        static virtual TSelf Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider)
        {
            Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
            return TSelf.Parse(Utf8Number.Decode(utf8Text, text), style, provider);
        }

        protected static abstract bool TryConvertFromChecked<TOther>(TOther value, [MaybeNullWhen(false)] out TSelf result) where TOther : INumberBase<TOther>;
        protected static abstract bool TryConvertFromSaturating<TOther>(TOther value, [MaybeNullWhen(false)] out TSelf result) where TOther : INumberBase<TOther>;
        protected static abstract bool TryConvertFromTruncating<TOther>(TOther value, [MaybeNullWhen(false)] out TSelf result) where TOther : INumberBase<TOther>;
        protected static abstract bool TryConvertToChecked<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) where TOther : INumberBase<TOther>;
        protected static abstract bool TryConvertToSaturating<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) where TOther : INumberBase<TOther>;
        protected static abstract bool TryConvertToTruncating<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) where TOther : INumberBase<TOther>;

        static abstract bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
        static abstract bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);

        static virtual bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
        {
            Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
            return TSelf.TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);
        }

        bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            Utf8Number.TryEncode(ToString(format.ToString(), provider), utf8Destination, out bytesWritten);

        static TSelf IUtf8SpanParsable<TSelf>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider)
        {
            Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
            return TSelf.Parse(Utf8Number.Decode(utf8Text, text), provider);
        }

        static bool IUtf8SpanParsable<TSelf>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result)
        {
            Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];
            return TSelf.TryParse(Utf8Number.Decode(utf8Text, text), provider, out result);
        }
    }

    public interface INumber<TSelf>
        : IComparable, IComparable<TSelf>, IComparisonOperators<TSelf, TSelf, bool>, IModulusOperators<TSelf, TSelf, TSelf>, INumberBase<TSelf>
        where TSelf : INumber<TSelf>?
    {
        static virtual TSelf Clamp(TSelf value, TSelf min, TSelf max)
        {
            if (min > max) throw new ArgumentException($"'{min}' cannot be greater than {max}.");
            return TSelf.Min(TSelf.Max(value, min), max);
        }

        static virtual TSelf ClampNative(TSelf value, TSelf min, TSelf max)
        {
            if (min > max) throw new ArgumentException($"'{min}' cannot be greater than {max}.");
            return TSelf.MinNative(TSelf.MaxNative(value, min), max);
        }

        static virtual TSelf CopySign(TSelf value, TSelf sign) =>
            TSelf.IsNegative(value) != TSelf.IsNegative(sign) ? checked(-value) : value;

        // Not a number wins; of the zeros the negative one is less.
        static virtual TSelf Max(TSelf x, TSelf y) =>
            x != y ? (!TSelf.IsNaN(x) && !(y < x) ? y : x) : TSelf.IsNegative(y) ? x : y;

        static virtual TSelf MaxNative(TSelf x, TSelf y) => x > y ? x : y;

        static virtual TSelf MaxNumber(TSelf x, TSelf y) =>
            x != y ? (!TSelf.IsNaN(y) && !(y < x) ? y : x) : TSelf.IsNegative(y) ? x : y;

        static virtual TSelf Min(TSelf x, TSelf y) =>
            x != y ? (!TSelf.IsNaN(x) && !(x < y) ? y : x) : TSelf.IsNegative(x) ? x : y;

        static virtual TSelf MinNative(TSelf x, TSelf y) => x < y ? x : y;

        static virtual TSelf MinNumber(TSelf x, TSelf y) =>
            x != y ? (!TSelf.IsNaN(y) && !(x < y) ? y : x) : TSelf.IsNegative(x) ? x : y;

        static virtual int Sign(TSelf value) => TSelf.IsZero(value) ? 0 : TSelf.IsNegative(value) ? -1 : 1;
    }

    public interface ISignedNumber<TSelf> : INumberBase<TSelf> where TSelf : ISignedNumber<TSelf>?
    {
        static abstract TSelf NegativeOne { get; }
    }

    public interface IUnsignedNumber<TSelf> : INumberBase<TSelf> where TSelf : IUnsignedNumber<TSelf>?;
}

namespace System
{
    public interface IUtf8SpanFormattable
    {
        bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
    }

    public interface IUtf8SpanParsable<TSelf> where TSelf : IUtf8SpanParsable<TSelf>?
    {
        static abstract TSelf Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider);
        static abstract bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
    }
}
