// How numbers are written: in an image always as in the invariant culture. There is no constructor and nothing can be set,
// so that a program that wants other signs does not build.

namespace System.Globalization;

public sealed class NumberFormatInfo : IFormatProvider
{
    private static NumberFormatInfo? s_invariant;

    private NumberFormatInfo() { }

    public static NumberFormatInfo InvariantInfo => s_invariant ??= new NumberFormatInfo();
    public static NumberFormatInfo CurrentInfo => InvariantInfo;
    public static NumberFormatInfo GetInstance(IFormatProvider? formatProvider) => InvariantInfo;

    public object? GetFormat(Type? formatType) => null;

    public bool IsReadOnly => true;
    public static NumberFormatInfo ReadOnly(NumberFormatInfo nfi) => nfi ?? throw new ArgumentNullException(nameof(nfi));

    public string NumberDecimalSeparator => ".";
    public string NumberGroupSeparator => ",";
    public int NumberDecimalDigits => 2;
    public int NumberNegativePattern => 1;
    public int[] NumberGroupSizes => [3];
    public string CurrencySymbol => "¤";
    public string CurrencyDecimalSeparator => ".";
    public string CurrencyGroupSeparator => ",";
    public int CurrencyDecimalDigits => 2;
    public int CurrencyNegativePattern => 0;
    public int CurrencyPositivePattern => 0;
    public int[] CurrencyGroupSizes => [3];
    public string PercentSymbol => "%";
    public string PerMilleSymbol => "‰";
    public string PercentDecimalSeparator => ".";
    public string PercentGroupSeparator => ",";
    public int PercentDecimalDigits => 2;
    public int PercentNegativePattern => 0;
    public int PercentPositivePattern => 0;
    public int[] PercentGroupSizes => [3];
    public string NegativeSign => "-";
    public string PositiveSign => "+";
    public string NaNSymbol => "NaN";
    public string PositiveInfinitySymbol => "Infinity";
    public string NegativeInfinitySymbol => "-Infinity";
    public string[] NativeDigits => ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
}
