// One integer type's members for generic math, as C#. What .NET shows on the type is public, the rest only the interface's.

using System.Text;

namespace Uk.CoreLib.Tests;

/// <param name="Name">The struct.</param>
/// <param name="Keyword">Its name in C#.</param>
/// <param name="Unsigned">The unsigned type of this width.</param>
internal sealed record PrimitiveNumber(string Name, string Keyword, string Unsigned, int Bits, bool IsSigned)
{
    private readonly StringBuilder _text = new();

    private bool IsChar => Keyword == "char";

    /// <summary>The type on which BitOperations has the operation.</summary>
    private string Wide => Bits == 64 ? "ulong" : "uint";

    public string Source()
    {
        _text.Append($"public readonly partial struct {Name} : IBinaryInteger<{Keyword}>, IMinMaxValue<{Keyword}>, ");
        _text.Append(IsSigned ? $"ISignedNumber<{Keyword}>" : $"IUnsignedNumber<{Keyword}>").Append("\n{\n");
        Constants();
        Operators();
        Tests();
        Magnitudes();
        Order();
        BitCounts();
        Bytes();
        Conversions();
        Text();
        _text.Append("}\n");
        return _text.ToString().Replace("$T", Keyword).Replace("$U", Unsigned).Replace("$W", Wide).Replace("$B", $"{Bits}");
    }

    private void Line(string line) => _text.Append(line.Length == 0 ? "" : "    ").Append(line).Append('\n');

    /// <summary>A member that .NET shows on the type, where it does so on this one.</summary>
    private void Shown(bool shown, string result, string @interface, string member) =>
        Line(shown && !IsChar ? $"public static {result} {member}" : $"static {result} {@interface}<$T>.{member}");

    private void Constants()
    {
        Line("static $T IAdditiveIdentity<$T, $T>.AdditiveIdentity => ($T)0;");
        Line("static $T IMultiplicativeIdentity<$T, $T>.MultiplicativeIdentity => ($T)1;");
        Line("static $T IMinMaxValue<$T>.MinValue => MinValue;");
        Line("static $T IMinMaxValue<$T>.MaxValue => MaxValue;");
        Line("static $T INumberBase<$T>.One => ($T)1;");
        Line("static $T INumberBase<$T>.Zero => ($T)0;");
        Line("static int INumberBase<$T>.Radix => 2;");
        Line("static $T IBinaryNumber<$T>.AllBitsSet => unchecked(($T)~($T)0);");
        if (IsSigned) Line("static $T ISignedNumber<$T>.NegativeOne => -1;");
        Line("");
    }

    private void Operators()
    {
        (string Interface, string Operator)[] arithmetic =
            [("IAdditionOperators", "+"), ("ISubtractionOperators", "-"), ("IMultiplyOperators", "*"), ("IDivisionOperators", "/")];
        foreach ((string @interface, string op) in arithmetic)
        {
            Line($"static $T {@interface}<$T, $T, $T>.operator {op}($T left, $T right) => unchecked(($T)(left {op} right));");
            Line($"static $T {@interface}<$T, $T, $T>.operator checked {op}($T left, $T right) => checked(($T)(left {op} right));");
        }
        Line("static $T IModulusOperators<$T, $T, $T>.operator %($T left, $T right) => ($T)(left % right);");
        foreach (string op in new[] { "&", "|", "^" })
            Line($"static $T IBitwiseOperators<$T, $T, $T>.operator {op}($T left, $T right) => ($T)(left {op} right);");
        Line("static $T IBitwiseOperators<$T, $T, $T>.operator ~($T value) => unchecked(($T)~value);");
        foreach (string op in new[] { "==", "!=" })
            Line($"static bool IEqualityOperators<$T, $T, bool>.operator {op}($T left, $T right) => left {op} right;");
        foreach (string op in new[] { "<", ">", "<=", ">=" })
            Line($"static bool IComparisonOperators<$T, $T, bool>.operator {op}($T left, $T right) => left {op} right;");
        Line("static $T IIncrementOperators<$T>.operator ++($T value) => unchecked(($T)(value + 1));");
        Line("static $T IIncrementOperators<$T>.operator checked ++($T value) => checked(($T)(value + 1));");
        Line("static $T IDecrementOperators<$T>.operator --($T value) => unchecked(($T)(value - 1));");
        Line("static $T IDecrementOperators<$T>.operator checked --($T value) => checked(($T)(value - 1));");
        Line("static $T IUnaryPlusOperators<$T, $T>.operator +($T value) => value;");
        Line("static $T IUnaryNegationOperators<$T, $T>.operator -($T value) => unchecked(($T)(($T)0 - value));");
        Line("static $T IUnaryNegationOperators<$T, $T>.operator checked -($T value) => checked(($T)(($T)0 - value));");
        Shifts();
        Line("");
    }

    // Like the operators of C# on 32 and 64 bits, those of the narrow types look at as many bits of the count as matter.
    private void Shifts()
    {
        string count = Bits < 32 ? $"(shiftAmount & {Bits - 1})" : "shiftAmount";
        Line($"static $T IShiftOperators<$T, int, $T>.operator <<($T value, int shiftAmount) => unchecked(($T)(value << {count}));");
        Line($"static $T IShiftOperators<$T, int, $T>.operator >>($T value, int shiftAmount) => ($T)(value >> {count});");
        Line($"static $T IShiftOperators<$T, int, $T>.operator >>>($T value, int shiftAmount) => unchecked(($T)(($U)value >> {count}));");
    }

    private void Tests()
    {
        const string Base = "INumberBase";
        foreach (string test in new[] { "IsCanonical", "IsFinite", "IsInteger", "IsRealNumber" })
            Line($"static bool INumberBase<$T>.{test}($T value) => true;");
        foreach (string test in new[] { "IsComplexNumber", "IsImaginaryNumber", "IsInfinity", "IsNaN", "IsNegativeInfinity", "IsPositiveInfinity", "IsSubnormal" })
            Line($"static bool INumberBase<$T>.{test}($T value) => false;");
        Line("static bool INumberBase<$T>.IsNormal($T value) => value != 0;");
        Line("static bool INumberBase<$T>.IsZero($T value) => value == 0;");
        Shown(true, "bool", Base, "IsEvenInteger($T value) => (value & 1) == 0;");
        Shown(true, "bool", Base, "IsOddInteger($T value) => (value & 1) != 0;");
        Shown(IsSigned, "bool", Base, $"IsNegative($T value) => {(IsSigned ? "value < 0" : "false")};");
        Shown(IsSigned, "bool", Base, $"IsPositive($T value) => {(IsSigned ? "value >= 0" : "true")};");
        Line("");
    }

    private void Magnitudes()
    {
        const string Base = "INumberBase";
        Shown(IsSigned, "$T", Base, IsSigned ? "Abs($T value) => Math.Abs(value);" : "Abs($T value) => value;");
        // Of two that differ in sign alone the positive one counts as greater.
        string greater = IsSigned ? "Magnitude(x) > Magnitude(y) || (x == y || (Magnitude(x) == Magnitude(y) && x >= 0)) ? x : y" : "x >= y ? x : y";
        string less = IsSigned ? "Magnitude(x) < Magnitude(y) || (x == y || (Magnitude(x) == Magnitude(y) && x < 0)) ? x : y" : "x <= y ? x : y";
        if (IsSigned) Line("private static $U Magnitude($T value) => unchecked(($U)(value < 0 ? 0 - value : value));");
        Shown(IsSigned, "$T", Base, $"MaxMagnitude($T x, $T y) => {greater};");
        Shown(false, "$T", Base, $"MaxMagnitudeNumber($T x, $T y) => {greater};");
        Shown(IsSigned, "$T", Base, $"MinMagnitude($T x, $T y) => {less};");
        Shown(false, "$T", Base, $"MinMagnitudeNumber($T x, $T y) => {less};");
        Line("static $T INumberBase<$T>.MultiplyAddEstimate($T left, $T right, $T addend) => unchecked(($T)(left * right + addend));");
        Line("");
    }

    private void Order()
    {
        const string Number = "INumber";
        string clamp = IsChar ? "($T)Math.Clamp((ushort)value, (ushort)min, (ushort)max)" : "Math.Clamp(value, min, max)";
        Shown(true, "$T", Number, $"Clamp($T value, $T min, $T max) => {clamp};");
        if (IsSigned) Line("""
            public static $T CopySign($T value, $T sign)
                {
                    $T magnitude = value < 0 ? unchecked(($T)(0 - value)) : value;
                    if (sign < 0) return unchecked(($T)(0 - magnitude));
                    return magnitude >= 0 ? magnitude : throw new OverflowException("Negating the minimum value of a twos complement number is invalid.");
                }
            """);
        else Shown(false, "$T", Number, "CopySign($T value, $T sign) => value;");
        Shown(true, "$T", Number, "Max($T x, $T y) => x >= y ? x : y;");
        Shown(false, "$T", Number, "MaxNumber($T x, $T y) => x >= y ? x : y;");
        Shown(true, "$T", Number, "Min($T x, $T y) => x <= y ? x : y;");
        Shown(false, "$T", Number, "MinNumber($T x, $T y) => x <= y ? x : y;");
        Shown(true, "int", Number, IsSigned ? "Sign($T value) => value > 0 ? 1 : value < 0 ? -1 : 0;" : "Sign($T value) => value == 0 ? 0 : 1;");
        Line("");
    }

    private void BitCounts()
    {
        const string Integer = "IBinaryInteger", Binary = "IBinaryNumber";
        string zeros = Bits < 32 ? $" - {32 - Bits}" : "";
        Shown(true, "bool", Binary, IsSigned ? "IsPow2($T value) => (value & (value - 1)) == 0 && value > 0;" : "IsPow2($T value) => (value & (value - 1)) == 0 && value != 0;");
        Shown(true, "$T", Binary, IsSigned
            ? "Log2($T value) => value >= 0 ? ($T)BitOperations.Log2(($W)value) : throw new ArgumentOutOfRangeException(nameof(value), \"The argument must be non-negative.\");"
            : "Log2($T value) => ($T)BitOperations.Log2(($W)value);");
        string tuple = "($T Quotient, $T Remainder)";
        Shown(true, tuple, Integer, IsChar ? "DivRem($T left, $T right) => (($T)(left / right), ($T)(left % right));" : "DivRem($T left, $T right) => Math.DivRem(left, right);");
        Shown(true, "$T", Integer, $"LeadingZeroCount($T value) => ($T)(BitOperations.LeadingZeroCount(($W)($U)value){zeros});");
        Shown(true, "$T", Integer, "PopCount($T value) => ($T)BitOperations.PopCount(($W)($U)value);");
        Shown(true, "$T", Integer, Bits < 32
            ? "TrailingZeroCount($T value) => ($T)BitOperations.TrailingZeroCount((uint)($U)value | 1u << $B);"
            : "TrailingZeroCount($T value) => ($T)BitOperations.TrailingZeroCount(($W)value);");
        string back = Bits < 32 ? $"({Bits} - rotateAmount)" : "-rotateAmount", mask = Bits < 32 ? $" & {Bits - 1}" : "";
        Shown(true, "$T", Integer, $"RotateLeft($T value, int rotateAmount) => unchecked(($T)((($U)value << (rotateAmount{mask})) | (($U)value >> ({back}{mask}))));");
        Shown(true, "$T", Integer, $"RotateRight($T value, int rotateAmount) => unchecked(($T)((($U)value >> (rotateAmount{mask})) | (($U)value << ({back}{mask}))));");
        Line("");
    }

    private void Bytes()
    {
        string signed = IsSigned ? "true" : "false";
        string shortest = IsSigned
            ? "m >= 0 ? 64 - BitOperations.LeadingZeroCount((ulong)m) : 65 - BitOperations.LeadingZeroCount(~(ulong)m)"
            : "64 - BitOperations.LeadingZeroCount((ulong)m)";
        string self = Name is "IntPtr" ? "(long)this" : Name is "UIntPtr" ? "(ulong)this" : IsSigned ? "(long)m_value" : "(ulong)m_value";
        foreach (string order in new[] { "Big", "Little" })
        {
            Line($"static bool IBinaryInteger<$T>.TryRead{order}Endian(ReadOnlySpan<byte> source, bool isUnsigned, out $T value)");
            Line("{");
            Line($"    bool fits = IntegerBytes.TryRead{order}Endian(source, isUnsigned, {Bits / 8}, {signed}, out ulong bits);");
            Line("    value = unchecked(($T)bits);");
            Line("    return fits;");
            Line("}");
            Line("");
            Line($"bool IBinaryInteger<$T>.TryWrite{order}Endian(Span<byte> destination, out int bytesWritten) =>");
            Line($"    IntegerBytes.TryWrite{order}Endian(unchecked((ulong){self}), {Bits / 8}, destination, out bytesWritten);");
            Line("");
        }
        Line($"int IBinaryInteger<$T>.GetByteCount() => {Bits / 8};");
        Line("int IBinaryInteger<$T>.GetShortestBitLength()");
        Line("{");
        Line($"    {(IsSigned ? "long" : "ulong")} m = {self};");
        Line($"    return {shortest};");
        Line("}");
        Line("");
    }

    private void Conversions()
    {
        foreach (string how in new[] { "Checked", "Saturating", "Truncating" })
        {
            if (!IsChar)
            {
                Line($"public static $T Create{how}<TOther>(TOther value) where TOther : INumberBase<TOther> =>");
                Line("    typeof(TOther) == typeof($T) ? ($T)(object)value");
                Line($"    : PrimitiveConversion.Try{how}(value, out $T result) || TOther.TryConvertTo{how}(value, out result) ? result");
                Line("    : throw new NotSupportedException();");
            }
            Line($"static bool INumberBase<$T>.TryConvertFrom{how}<TOther>(TOther value, out $T result) => PrimitiveConversion.Try{how}(value, out result);");
            Line($"static bool INumberBase<$T>.TryConvertTo{how}<TOther>($T value, [MaybeNullWhen(false)] out TOther result) => PrimitiveConversion.Try{how}(value, out result);");
        }
        Line("");
    }

    private void Text()
    {
        if (IsChar) CharText();
        string style = IsChar ? "NumberStyles style, IFormatProvider? provider" : "NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null";
        if (IsChar)
        {
            Line("static char INumberBase<char>.Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider) => ParseUtf8(utf8Text);");
            Line("static bool INumberBase<char>.TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out char result) => TryParseUtf8(utf8Text, out result);");
            return;
        }
        const string Buffer = "Span<char> text = utf8Text.Length <= Utf8Number.StackLength ? stackalloc char[Utf8Number.StackLength] : new char[utf8Text.Length];";
        Line($"public static $T Parse(ReadOnlySpan<byte> utf8Text, {style})");
        Line("{");
        Line("    " + Buffer);
        Line("    return Parse(Utf8Number.Decode(utf8Text, text), style, provider);");
        Line("}");
        Line("");
        Line("public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out $T result)");
        Line("{");
        Line("    " + Buffer);
        Line("    return TryParse(Utf8Number.Decode(utf8Text, text), style, provider, out result);");
        Line("}");
        Line("");
        Line("public static $T Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, NumberStyles.Integer, provider);");
        Line("public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out $T result) => TryParse(utf8Text, NumberStyles.Integer, provider, out result);");
        Line("public static bool TryParse(ReadOnlySpan<byte> utf8Text, out $T result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);");
        Line("public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>");
        Line("    Utf8Number.TryEncode(ToString(format.ToString(), provider), utf8Destination, out bytesWritten);");
    }

    // As text a character is itself, whatever its number.
    private void CharText()
    {
        Line("static char INumberBase<char>.Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s);");
        Line("static char INumberBase<char>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>");
        Line("    s.Length == 1 ? s[0] : throw new FormatException(\"String must be exactly one character long.\");");
        Line("static bool INumberBase<char>.TryParse(string? s, NumberStyles style, IFormatProvider? provider, out char result) => TryParse(s, out result);");
        Line("static bool INumberBase<char>.TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out char result)");
        Line("{");
        Line("    result = s.Length == 1 ? s[0] : (char)0;");
        Line("    return s.Length == 1;");
        Line("}");
        Line("");
        Line("bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>");
        Line("    Utf8Number.TryEncode(new ReadOnlySpan<char>(in m_value), utf8Destination, out bytesWritten);");
        Line("static char IUtf8SpanParsable<char>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => ParseUtf8(utf8Text);");
        Line("static bool IUtf8SpanParsable<char>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out char result) => TryParseUtf8(utf8Text, out result);");
    }
}
