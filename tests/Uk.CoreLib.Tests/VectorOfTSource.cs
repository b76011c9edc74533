// System.Numerics.Vector and Vector<T> as C#: as wide as the instruction set of the image has it, 128 or 256 bits. What the
// compiler has no instruction for is done by Vector128 or Vector256.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Uk.CoreLib.Tests;

internal static class VectorOfTSource
{
    private static readonly HashSet<string> s_absent = new(StringComparer.Ordinal) { "Cos", "Exp", "Hypot", "Log", "Log2", "Sin", "SinCos" };
    private static readonly HashSet<string> s_absentTypes = new(StringComparer.Ordinal) { "Plane", "Quaternion", "Vector2", "Vector3", "Vector4" };

    internal static string Static()
    {
        var text = new StringBuilder(VectorNames.Header);
        text.Append("using System.Runtime.CompilerServices;\nusing System.Runtime.Intrinsics;\n\nnamespace System.Numerics;\n\n");
        text.Append("[Intrinsic]\npublic static class Vector\n{\n");
        text.Append("    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }\n\n");
        text.Append("    /// <summary>Known when the image is compiled.</summary>\n");
        text.Append("    internal static bool IsWide => Unsafe.SizeOf<Vector<byte>>() == Unsafe.SizeOf<Vector256<byte>>();\n\n");
        foreach (MethodInfo method in typeof(System.Numerics.Vector).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(IsPresent)
            .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.ToString(), StringComparer.Ordinal))
        {
            if (VectorNames.IsIntrinsic(method)) text.Append("    [Intrinsic]\n");
            string body = Body(method);
            text.Append("    ").Append(VectorNames.Signature(method));
            text.Append(body.Contains(';') ? $"\n    {{\n        {body.Replace("\n", "\n        ")}\n    }}\n\n" : $" =>\n        {body};\n\n");
        }
        return text.Append("}\n").ToString();
    }

    private static bool IsPresent(MethodInfo method) =>
        !method.IsSpecialName && !s_absent.Contains(method.Name)
        && !method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .Any(used => s_absentTypes.Contains(used.IsByRef ? used.GetElementType()!.Name : used.Name));

    private static bool IsVector(Type type) => type.IsGenericType && type.Name == "Vector`1";

    private static string Element(Type type) => VectorNames.Of(type.GetGenericArguments()[0]);

    private static string Body(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        string[] names = [.. parameters.Select(parameter => parameter.Name!)];
        string a = names.Length > 0 ? names[0] : "", b = names.Length > 1 ? names[1] : "", c = names.Length > 2 ? names[2] : "";
        if (method.Name == "As") return $"Vector128.Require<TFrom>();\nVector128.Require<TTo>();\nreturn Unsafe.BitCast<Vector<TFrom>, Vector<TTo>>({a});";
        if (method.Name.StartsWith("AsVector", StringComparison.Ordinal)) return $"{a}.As<T, {Element(method.ReturnType)}>()";
        if (method.Name == "Widen") return $"{b} = WidenLower({a});\n{c} = WidenUpper({a});";
        if (method.Name == "ConditionalSelect" && !method.IsGenericMethod)
            return $"ConditionalSelect({a}.As<{Element(parameters[0].ParameterType)}, {Element(method.ReturnType)}>(), {b}, {c})";
        bool compares = method.Name is "Equals" or "GreaterThan" or "GreaterThanOrEqual" or "LessThan" or "LessThanOrEqual";
        if (compares && !method.IsGenericMethod)
        {
            string from = Element(parameters[0].ParameterType), to = Element(method.ReturnType);
            return $"{method.Name}<{from}>({a}, {b}).As<{from}, {to}>()";
        }
        string? operation = method.Name switch
        {
            "Add" => $"{a} + {b}",
            "Subtract" => $"{a} - {b}",
            "Multiply" => $"{a} * {b}",
            "Divide" => $"{a} / {b}",
            "Negate" => $"-{a}",
            "BitwiseAnd" => $"{a} & {b}",
            "BitwiseOr" => $"{a} | {b}",
            "Xor" => $"{a} ^ {b}",
            "OnesComplement" => $"~{a}",
            _ => null,
        };
        return operation ?? ByWidth(method, parameters);
    }

    private static string ByWidth(MethodInfo method, ParameterInfo[] parameters)
    {
        string name = method.Name == "SquareRoot" ? "Sqrt" : method.Name;
        string generic = method.ReturnType == typeof(void) || parameters.Any(parameter => IsVector(parameter.ParameterType)) || !method.IsGenericMethod ? "" : "<T>";
        string Call(int bits)
        {
            string arguments = string.Join(", ", parameters.Select(parameter => IsVector(parameter.ParameterType) ? $"{parameter.Name}.AsVector{bits}()"
                : parameter.ParameterType.IsByRef ? (parameter.IsIn || parameter.Name == "source" ? $"in {parameter.Name}" : $"ref {parameter.Name}") : parameter.Name));
            return $"Vector{bits}.{name}{generic}({arguments}){(IsVector(method.ReturnType) ? ".AsVector()" : "")}";
        }
        return method.ReturnType == typeof(void) ? $"if (IsWide) {Call(256)};\nelse {Call(128)};" : $"IsWide ? {Call(256)} : {Call(128)}";
    }

    internal static string Struct()
    {
        var operators = new StringBuilder();
        foreach (MethodInfo method in typeof(System.Numerics.Vector<>).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("op_", StringComparison.Ordinal)))
            operators.Append(Operator(method)).Append('\n');
        return VectorNames.Header + Template.Replace("$Operators\n", operators.ToString());
    }

    private static string Operator(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        string a = parameters[0].Name!, b = parameters.Length > 1 ? parameters[1].Name! : "";
        string list = string.Join(", ", parameters.Select(parameter => $"{VectorNames.Of(parameter.ParameterType)} {parameter.Name}"));
        string attribute = VectorNames.IsIntrinsic(method) ? "[Intrinsic] " : "";
        if (method.Name == "op_Explicit")
            return $"    {attribute}public static explicit operator {VectorNames.Of(method.ReturnType)}({list}) => Vector.As<T, {Element(method.ReturnType)}>({a});";
        (string symbol, int count) = method.Name switch
        {
            "op_Addition" => ("+", 2),
            "op_Subtraction" => ("-", 2),
            "op_Multiply" => ("*", 2),
            "op_Division" => ("/", 2),
            "op_BitwiseAnd" => ("&", 2),
            "op_BitwiseOr" => ("|", 2),
            "op_ExclusiveOr" => ("^", 2),
            "op_OnesComplement" => ("~", 1),
            "op_UnaryNegation" => ("-", 1),
            "op_UnaryPlus" => ("+", 1),
            "op_Equality" => ("==", 2),
            "op_Inequality" => ("!=", 2),
            "op_LeftShift" => ("<<", 2),
            "op_RightShift" => (">>", 2),
            "op_UnsignedRightShift" => (">>>", 2),
            _ => throw new NotSupportedException(method.Name),
        };
        string Operand(int bits, ParameterInfo parameter) => IsVector(parameter.ParameterType) ? $"{parameter.Name}.AsVector{bits}()" : parameter.Name!;
        string Call(int bits)
        {
            string value = count == 1 ? $"({symbol}{Operand(bits, parameters[0])})" : $"({Operand(bits, parameters[0])} {symbol} {Operand(bits, parameters[1])})";
            return IsVector(method.ReturnType) ? value + ".AsVector()" : value;
        }
        return $"    {attribute}public static {VectorNames.Of(method.ReturnType)} operator {symbol}({list}) =>\n        Vector.IsWide ? {Call(256)} : {Call(128)};";
    }

    private const string Template = """
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;

        namespace System.Numerics;

        [Intrinsic]
        public readonly struct Vector<T> : IEquatable<Vector<T>>, IFormattable
        {
            // The compiler gives the type the size that the instruction set has.
            private readonly ulong _first;
            private readonly ulong _second;

            [Intrinsic] public Vector(T value) => this = Vector.Create(value);
            public Vector(T[] values) : this(values, 0) { }

            public Vector(T[] values, int index)
            {
                if (index < 0 || values.Length - index < Count) ThrowHelper.ArgumentOutOfRange(nameof(index));
                this = Vector.LoadUnsafe(ref values[index]);
            }

            public Vector(ReadOnlySpan<T> values)
            {
                if (values.Length < Count) ThrowHelper.ArgumentOutOfRange(nameof(values));
                this = Vector.LoadUnsafe(in values[0]);
            }

            public Vector(Span<T> values) : this((ReadOnlySpan<T>)values) { }

            public Vector(ReadOnlySpan<byte> values)
            {
                Vector128.Require<T>();
                if (values.Length < Vector<byte>.Count) ThrowHelper.ArgumentOutOfRange(nameof(values));
                this = Unsafe.ReadUnaligned<Vector<T>>(in values[0]);
            }

            public static int Count
            {
                [Intrinsic]
                get
                {
                    Vector128.Require<T>();
                    return Unsafe.SizeOf<Vector<T>>() / Unsafe.SizeOf<T>();
                }
            }

            public static bool IsSupported { [Intrinsic] get => Lane<T>.IsSupported; }
            public static Vector<T> Zero { [Intrinsic] get { Vector128.Require<T>(); return default; } }
            public static Vector<T> AllBitsSet { [Intrinsic] get => Vector.Create(Lane<T>.AllBitsSet); }
            public static Vector<T> One { [Intrinsic] get => Vector.Create(Lane<T>.FromIndex(1)); }
            public static Vector<T> Indices { [Intrinsic] get => Vector.IsWide ? Vector256<T>.Indices.AsVector() : Vector128<T>.Indices.AsVector(); }
            public T this[int index] { [Intrinsic] get => this.GetElement(index); }

        $Operators

            public void CopyTo(T[] destination) => CopyTo(destination, 0);

            public void CopyTo(T[] destination, int startIndex)
            {
                if ((uint)startIndex >= (uint)destination.Length) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
                if (destination.Length - startIndex < Count) Utf8Number.ThrowTooShort();
                this.StoreUnsafe(ref destination[startIndex]);
            }

            public void CopyTo(Span<T> destination)
            {
                if (!TryCopyTo(destination)) Utf8Number.ThrowTooShort();
            }

            public void CopyTo(Span<byte> destination)
            {
                if (!TryCopyTo(destination)) Utf8Number.ThrowTooShort();
            }

            public bool TryCopyTo(Span<T> destination)
            {
                if (destination.Length < Count) return false;
                this.StoreUnsafe(ref destination[0]);
                return true;
            }

            public bool TryCopyTo(Span<byte> destination)
            {
                Vector128.Require<T>();
                if (destination.Length < Vector<byte>.Count) return false;
                Unsafe.WriteUnaligned(ref destination[0], this);
                return true;
            }

            public override bool Equals([NotNullWhen(true)] object? obj) => obj is Vector<T> other && Equals(other);
            public bool Equals(Vector<T> other) =>
                Vector.IsWide ? this.AsVector256().Equals(other.AsVector256()) : this.AsVector128().Equals(other.AsVector128());
            public override int GetHashCode() => Vector.IsWide ? this.AsVector256().GetHashCode() : this.AsVector128().GetHashCode();
            public override string ToString() => Vector.IsWide ? this.AsVector256().ToString() : this.AsVector128().ToString();
            public string ToString(string? format) => ToString(format, null);

            public string ToString(string? format, IFormatProvider? formatProvider)
            {
                var text = new Text.StringBuilder("<");
                for (int i = 0; i < Count; i++)
                {
                    if (i != 0) text.Append(", ");
                    text.Append(((IFormattable)this[i]!).ToString(format, formatProvider));
                }
                return text.Append('>').ToString();
            }
        }

        """;
}
