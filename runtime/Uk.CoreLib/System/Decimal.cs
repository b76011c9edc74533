// Decimal numbers: a whole number of 96 bits, a sign, and how many of its digits stand behind the point. The arithmetic is
// in Decimal.Arithmetic.cs, conversions in Decimal.Conversions.cs, text in Decimal.Text.cs.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System
{
    public readonly partial struct Decimal : IComparable, IComparable<decimal>, IEquatable<decimal>, ISpanFormattable, ISpanParsable<decimal>, IUtf8SpanFormattable
    {
        private const int SignFlag = int.MinValue;
        private const int ScaleShift = 16;
        private const int MaxScale = 28;
        private const string Beyond = "Value was either too large or too small for a Decimal.";

        public const decimal Zero = 0m;
        public const decimal One = 1m;
        public const decimal MinusOne = -1m;
        public const decimal MaxValue = 79228162514264337593543950335m;
        public const decimal MinValue = -79228162514264337593543950335m;

        private readonly int _flags;
        private readonly uint _high;
        private readonly ulong _low;

        public Decimal(int value)
        {
            _flags = value & SignFlag;
            _low = (uint)(value < 0 ? -value : value);
        }

        public Decimal(uint value) => _low = value;

        public Decimal(long value)
        {
            _flags = value < 0 ? SignFlag : 0;
            _low = value < 0 ? 0 - (ulong)value : (ulong)value;
        }

        public Decimal(ulong value) => _low = value;
        public Decimal(float value) => this = (decimal)value;
        public Decimal(double value) => this = (decimal)value;

        public Decimal(int lo, int mid, int hi, bool isNegative, byte scale)
        {
            if (scale > MaxScale) throw new ArgumentOutOfRangeException(nameof(scale), "Decimal's scale value must be between 0 and 28, inclusive.");
            _low = (uint)lo | ((ulong)(uint)mid << 32);
            _high = (uint)hi;
            _flags = (scale << ScaleShift) | (isNegative ? SignFlag : 0);
        }

        public Decimal(int[] bits) : this((ReadOnlySpan<int>)(bits ?? throw new ArgumentNullException(nameof(bits)))) { }

        public Decimal(ReadOnlySpan<int> bits)
        {
            const int Unused = ~(SignFlag | 0xFF << ScaleShift);
            if (bits.Length != 4 || (bits[3] & Unused) != 0 || ((bits[3] >> ScaleShift) & 0xFF) > MaxScale)
                throw new ArgumentException("Decimal constructor requires an array or span of four valid decimal bytes.");
            this = new decimal(bits[0], bits[1], bits[2], bits[3] < 0, (byte)(bits[3] >> ScaleShift));
        }

        private Decimal(UInt128 mantissa, int scale, bool isNegative)
        {
            _low = mantissa._lower;
            _high = (uint)mantissa._upper;
            _flags = (scale << ScaleShift) | (isNegative ? SignFlag : 0);
        }

        internal UInt128 Mantissa => new(_high, _low);
        private bool IsMinus => _flags < 0;
        internal bool IsZeroOrMore => !IsMinus || IsZero;
        private bool IsZero => (_low | _high) == 0;

        public byte Scale => (byte)(_flags >> ScaleShift);

        public static int[] GetBits(decimal d) => [(int)d._low, (int)(d._low >> 32), (int)d._high, d._flags];

        public static int GetBits(decimal d, Span<int> destination) =>
            TryGetBits(d, destination, out int written) ? written : throw new ArgumentException("Destination is too short.", nameof(destination));

        public static bool TryGetBits(decimal d, Span<int> destination, out int valuesWritten)
        {
            bool fits = GetBits(d).AsSpan().TryCopyTo(destination);
            valuesWritten = fits ? 4 : 0;
            return fits;
        }

        public static bool IsNegative(decimal value) => value.IsMinus;
        public static bool IsPositive(decimal value) => !value.IsMinus;
        public static bool IsInteger(decimal value) => value == Truncate(value);
        public static bool IsEvenInteger(decimal value) => IsInteger(value) && (Truncate(value)._low & 1) == 0;
        public static bool IsOddInteger(decimal value) => IsInteger(value) && (Truncate(value)._low & 1) != 0;
        public static bool IsCanonical(decimal value) => value.Scale == 0 || value.Mantissa % 10u != default;
        public static decimal Abs(decimal value) => new(value.Mantissa, value.Scale, false);
        public static decimal CopySign(decimal value, decimal sign) => new(value.Mantissa, value.Scale, sign.IsMinus);
        public static int Sign(decimal d) => d.IsZero ? 0 : d.IsMinus ? -1 : 1;
        public static decimal Max(decimal x, decimal y) => x >= y ? x : y;
        public static decimal Min(decimal x, decimal y) => x <= y ? x : y;

        public static decimal MaxMagnitude(decimal x, decimal y)
        {
            int order = Abs(x).CompareTo(Abs(y));
            return order > 0 ? x : order < 0 ? y : x.IsMinus ? y : x;
        }

        public static decimal MinMagnitude(decimal x, decimal y)
        {
            int order = Abs(x).CompareTo(Abs(y));
            return order < 0 ? x : order > 0 ? y : x.IsMinus ? x : y;
        }

        public static decimal Clamp(decimal value, decimal min, decimal max)
        {
            if (min > max) throw new ArgumentException(string.Concat("'", min.ToString(), "' cannot be greater than ", max.ToString() + "."));
            return value < min ? min : value > max ? max : value;
        }

        public override bool Equals([NotNullWhen(true)] object? value) => value is decimal other && Compare(this, other) == 0;
        public bool Equals(decimal value) => Compare(this, value) == 0;
        public static bool Equals(decimal d1, decimal d2) => Compare(d1, d2) == 0;
        public int CompareTo(decimal value) => Compare(this, value);
        public int CompareTo(object? value) => value is null ? 1 : value is decimal other ? Compare(this, other) : throw Number.NotA("Decimal");

        /// <summary>Of the digits without trailing zeros, so that 1.0 and 1.00 have the same.</summary>
        public override int GetHashCode()
        {
            decimal least = Trimmed(this);
            return least.IsZero ? 0 : (int)(uint)least._flags ^ (int)(uint)least._high ^ (int)(uint)least._low ^ (int)(uint)(least._low >> 32);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    public sealed class DecimalConstantAttribute : Attribute
    {
        public DecimalConstantAttribute(byte scale, byte sign, uint hi, uint mid, uint low) { }
        public DecimalConstantAttribute(byte scale, byte sign, int hi, int mid, int low) { }
    }
}
