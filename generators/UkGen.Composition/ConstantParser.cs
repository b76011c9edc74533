// Reads constants of attributes and fits them to options.

using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UkGen.Composition;

internal static class ConstantParser
{
    /// <summary>The constant as code, or null where it is no value that an option can have.</summary>
    public static ConstantModel? Parse(TypedConstant constant)
    {
        if (constant.Type is null || constant.Kind is TypedConstantKind.Error or TypedConstantKind.Array) return null;
        string type = TypeText.Of(constant.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        decimal? number = Number(constant.Value);
        if (constant.Kind == TypedConstantKind.Enum)
            return Enumeration((INamedTypeSymbol)constant.Type, type, constant.Value, number);
        string? code = constant.Value switch
        {
            bool value => value ? "true" : "false",
            string value => SymbolDisplay.FormatLiteral(value, quote: true),
            char value => SymbolDisplay.FormatLiteral(value, quote: true),
            float value => value.ToString("R", CultureInfo.InvariantCulture) + "f",
            double value => value.ToString("R", CultureInfo.InvariantCulture) + "d",
            _ => number is { } integer ? IntegerCode(integer) : null,
        };
        return code is null ? null : new ConstantModel(type, code, number);
    }

    /// <summary>
    /// The constant as a value of the option's type: itself, or an integer that fits another integer type.
    /// </summary>
    public static ConstantModel? Fit(ConstantModel constant, OptionPropertyModel property)
    {
        if (constant.Type == property.Type) return constant;
        if (constant.Number is not { } number || Limits(constant.Type) is null) return null;
        return Limits(property.Type) is { } limits && number >= limits.Min && number <= limits.Max
            ? constant with { Type = property.Type }
            : null;
    }

    /// <summary>What is wrong with the value, as the end of "must be …"; null where it is allowed.</summary>
    public static string? Violation(OptionPropertyModel property, ConstantModel constant)
    {
        if (constant.IsUnnamed) return "a member of " + TypeText.Short(constant.Type);
        if (constant.Number is not { } value) return null;
        if (property.PowerOfTwo && (value < 1 || ((ulong)value & ((ulong)value - 1)) != 0)) return "a power of two";
        if (property.Min is { } min && property.Max is { } max && (value < min || value > max))
            return max == long.MaxValue
                ? "at least " + IntegerCode(min)
                : "from " + IntegerCode(min) + " to " + IntegerCode(max);
        return null;
    }

    /// <summary>Decimal, in groups of three from five digits on.</summary>
    public static string IntegerCode(decimal value) =>
        value is > -10_000 and < 10_000
            ? value.ToString(CultureInfo.InvariantCulture)
            : value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    private static ConstantModel Enumeration(INamedTypeSymbol type, string text, object? value, decimal? number)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        if (member is not null) return new ConstantModel(text, text + "." + TypeText.Identifier(member.Name), number);
        string code = "(" + text + ")(" + System.Convert.ToString(value, CultureInfo.InvariantCulture) + ")";
        bool isCombination = type.GetAttributes().Any(a => a.Is("System.FlagsAttribute"));
        return new ConstantModel(text, code, number, IsUnnamed: !isCombination);
    }

    private static decimal? Number(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static (decimal Min, decimal Max)? Limits(string type) => type switch
    {
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "byte" => (byte.MinValue, byte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "int" or "nint" => (int.MinValue, int.MaxValue),
        "uint" or "nuint" => (uint.MinValue, uint.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
