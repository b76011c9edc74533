// What vector methods do to one element, for each type of element: Lane<T> as C#.

using System;
using System.Collections.Generic;
using System.Text;

namespace Uk.CoreLib.Tests;

internal static class VectorLane
{
    internal static readonly string[] Elements = ["byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint", "float", "double"];

    private static bool IsFloat(string type) => type is "float" or "double";
    private static bool IsSigned(string type) => type is "sbyte" or "short" or "int" or "long" or "nint";
    private static bool IsWide(string type) => type is "long" or "ulong" or "nint" or "nuint";

    private static readonly StringBuilder s_text = new();

    internal static string Source()
    {
        s_text.Clear();
        s_text.Append(VectorNames.Header);
        s_text.Append("using System.Numerics;\n\nnamespace System.Runtime.Intrinsics;\n\n");
        s_text.Append("/// <summary>Operations on one element of a vector. T is known when this is compiled: one line of each is left.</summary>\n");
        s_text.Append("internal static class Lane<T>\n{\n");
        Arithmetic();
        Saturating();
        Extremes();
        Bits();
        Comparisons();
        Tests();
        s_text.Append("}\n");
        return s_text.ToString();
    }

    /// <summary>A method with a line per type; expressions name their arguments a, b, c, already of that type.</summary>
    private static void Method(string name, int arity, Func<string, string?> expression, string? result = null)
    {
        string[] arguments = ["a", "b", "c"];
        s_text.Append($"    internal static {result ?? "T"} {name}({string.Join(", ", Array.ConvertAll(arguments[..arity], argument => $"T {argument}_"))})\n    {{\n");
        foreach (string type in Elements)
        {
            if (expression(type) is not { } text) continue;
            foreach (string argument in arguments[..arity]) text = Substitute(text, argument, $"({type})(object){argument}_!");
            string value = result is null ? $"(T)(object)({type})({text})" : text;
            s_text.Append($"        if (typeof(T) == typeof({type})) return unchecked({value});\n");
        }
        s_text.Append("        throw new NotSupportedException();\n    }\n\n");
    }

    private static string Substitute(string text, string name, string by)
    {
        var result = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool alone = text[i] == name[0] && (i == 0 || !IsWord(text[i - 1])) && (i + 1 == text.Length || !IsWord(text[i + 1]));
            if (alone) result.Append('(').Append(by).Append(')');
            else result.Append(text[i]);
        }
        return result.ToString();
        static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
    }

    private static void Arithmetic()
    {
        Method("Add", 2, _ => "a + b");
        Method("Subtract", 2, _ => "a - b");
        Method("Multiply", 2, _ => "a * b");
        Method("Divide", 2, _ => "a / b");
        Method("Negate", 1, type => IsFloat(type) ? "-a" : $"({type})0 - a");
        Method("Abs", 1, type => IsFloat(type) ? "Math.Abs(a)" : IsSigned(type) ? "a < 0 ? 0 - a : a" : "a");
        Method("Sqrt", 1, _ => "Math.Sqrt(a)");
        Method("CopySign", 2, type => IsFloat(type) ? "Math.CopySign(a, b)" : IsSigned(type) ? $"{type}.CopySign(a, b)" : "a");
        foreach (string name in new[] { "Ceiling", "Floor", "Truncate", "Round" })
            Method(name, 1, type => IsFloat(type) ? $"{type}.{name}(a)" : null);
        Method("FusedMultiplyAdd", 3, type => IsFloat(type) ? $"FusedProduct.Add(a, b, c)" : null);
        Method("MultiplyAddEstimate", 3, type => IsFloat(type) ? "a * b + c" : null);
        Method("Lerp", 3, type => IsFloat(type) ? "a * (1 - c) + b * c" : null);
        Method("DegreesToRadians", 1, type => IsFloat(type) ? $"a * ({type}.Pi / 180)" : null);
        Method("RadiansToDegrees", 1, type => IsFloat(type) ? $"a * (180 / {type}.Pi)" : null);
        s_text.Append("    internal static T Round(T a, MidpointRounding mode) =>\n");
        s_text.Append("        typeof(T) == typeof(float) ? (T)(object)float.Round((float)(object)a!, mode) : (T)(object)double.Round((double)(object)a!, mode);\n\n");
        s_text.Append("    internal static T FromIndex(int index)\n    {\n");
        foreach (string type in Elements)
            s_text.Append($"        if (typeof(T) == typeof({type})) return (T)(object)({type})index;\n");
        s_text.Append("        throw new NotSupportedException();\n    }\n\n");
    }

    private static void Saturating()
    {
        string? Saturate(string type, string op) =>
            IsFloat(type) ? $"a {op} b"
            : !IsWide(type) ? $"Math.Clamp((long)(a) {op} (long)(b), (long){type}.MinValue, (long){type}.MaxValue)"
            : IsSigned(type) ? (op == "+"
                ? $"((a ^ (a + b)) & (b ^ (a + b))) < 0 ? (a < 0 ? {type}.MinValue : {type}.MaxValue) : a + b"
                : $"((a ^ b) & (a ^ (a - b))) < 0 ? (a < 0 ? {type}.MinValue : {type}.MaxValue) : a - b")
            : op == "+" ? $"({type})(a + b) < a ? {type}.MaxValue : a + b" : "a < b ? 0 : a - b";
        Method("AddSaturate", 2, type => Saturate(type, "+"));
        Method("SubtractSaturate", 2, type => Saturate(type, "-"));
    }

    private static void Extremes()
    {
        foreach ((string name, string sign) in new[] { ("Max", ">="), ("Min", "<=") })
        {
            Method(name, 2, type => IsFloat(type) ? $"Math.{name}(a, b)" : $"a {sign} b ? a : b");
            Method(name + "Native", 2, _ => $"a {sign[..1]} b ? a : b");
            Method(name + "Number", 2, type => IsFloat(type) ? $"{type}.{name}Number(a, b)" : $"a {sign} b ? a : b");
            foreach (string kind in new[] { "Magnitude", "MagnitudeNumber" })
                Method(name + kind, 2, type => IsFloat(type) ? $"{type}.{name}{kind}(a, b)" : IsSigned(type) ? $"{type}.{name}Magnitude(a, b)" : $"a {sign} b ? a : b");
        }
    }

    private static void Bits()
    {
        string Narrow(string type) => type switch { "byte" or "sbyte" => " & 7", "short" or "ushort" => " & 15", _ => "" };
        string Raw(string type) => type switch
        {
            "sbyte" => "byte",
            "short" => "ushort",
            "int" => "uint",
            "long" => "ulong",
            "nint" => "nuint",
            _ => type,
        };
        string? Shift(string type, string op, bool logical) => type switch
        {
            "float" => $"BitConverter.{(logical ? "UInt32BitsToSingle" : "Int32BitsToSingle")}(BitConverter.{(logical ? "SingleToUInt32Bits" : "SingleToInt32Bits")}(a) {op} count)",
            "double" => $"BitConverter.{(logical ? "UInt64BitsToDouble" : "Int64BitsToDouble")}(BitConverter.{(logical ? "DoubleToUInt64Bits" : "DoubleToInt64Bits")}(a) {op} count)",
            _ => $"({(logical ? Raw(type) : type)})a {op} (count{Narrow(type)})",
        };
        foreach ((string name, string op, bool logical) in new[] { ("ShiftLeft", "<<", true), ("ShiftRightArithmetic", ">>", false), ("ShiftRightLogical", ">>", true) })
        {
            s_text.Append($"    internal static T {name}(T a_, int count)\n    {{\n");
            foreach (string type in Elements)
                s_text.Append($"        if (typeof(T) == typeof({type})) return unchecked((T)(object)({type})({Substitute(Shift(type, op, logical)!, "a", $"({type})(object)a_!")}));\n");
            s_text.Append("        throw new NotSupportedException();\n    }\n\n");
        }
        string Sign(string type) => type switch
        {
            "float" => "BitConverter.SingleToInt32Bits(a) < 0",
            "double" => "BitConverter.DoubleToInt64Bits(a) < 0",
            _ => IsSigned(type) ? "a < 0" : $"a > {type}.MaxValue / 2",
        };
        Method("HasTopBit", 1, Sign, "bool");
        Method("IsAllBitsSet", 1, type => type switch
        {
            "float" => "BitConverter.SingleToInt32Bits(a) == -1",
            "double" => "BitConverter.DoubleToInt64Bits(a) == -1",
            _ => $"a == unchecked(({type})~({type})0)",
        }, "bool");
        s_text.Append("    internal static T AllBitsSet\n    {\n        get\n        {\n");
        foreach (string type in Elements)
            s_text.Append($"            if (typeof(T) == typeof({type})) return (T)(object){(type == "float" ? "BitConverter.Int32BitsToSingle(-1)" : type == "double" ? "BitConverter.Int64BitsToDouble(-1)" : $"unchecked(({type})~({type})0)")};\n");
        s_text.Append("            throw new NotSupportedException();\n        }\n    }\n\n");
        s_text.Append("    internal static T Mask(bool set) => set ? AllBitsSet : default!;\n\n");
    }

    private static void Comparisons()
    {
        foreach ((string name, string op) in new[] { ("Equals", "=="), ("GreaterThan", ">"), ("GreaterThanOrEqual", ">="), ("LessThan", "<"), ("LessThanOrEqual", "<=") })
            Method(name, 2, _ => $"a {op} b", "bool");
        Method("AreSame", 2, _ => "a.Equals(b)".Replace("a.Equals", "(a).Equals"), "bool");
        Method("HashCode", 1, _ => "(a).GetHashCode()", "int");
        Method("Text", 1, _ => "(a).ToString(\"G\")", "string");
    }

    private static void Tests()
    {
        foreach (string name in new[] { "IsEvenInteger", "IsFinite", "IsInfinity", "IsInteger", "IsNaN", "IsNegative", "IsNegativeInfinity",
            "IsNormal", "IsOddInteger", "IsPositive", "IsPositiveInfinity", "IsSubnormal", "IsZero" })
            Method(name, 1, type => name == "IsZero" ? "a == 0" : IsFloat(type) ? $"{type}.{name}(a)" : name switch
            {
                "IsEvenInteger" => "(a & 1) == 0",
                "IsOddInteger" => "(a & 1) != 0",
                "IsNormal" => "a != 0",
                "IsFinite" or "IsInteger" => "true",
                "IsNegative" => IsSigned(type) ? "a < 0" : "false",
                "IsPositive" => IsSigned(type) ? "a >= 0" : "true",
                _ => "false",
            }, "bool");
        s_text.Append("    internal static bool IsSupported =>\n        ");
        s_text.Append(string.Join("\n        || ", Array.ConvertAll(Elements, type => $"typeof(T) == typeof({type})"))).Append(";\n");
    }
}
