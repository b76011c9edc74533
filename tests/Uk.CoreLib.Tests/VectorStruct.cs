// A vector type as C#: two halves, or 64 bits.

using System;
using System.Linq;
using System.Reflection;

namespace Uk.CoreLib.Tests;

internal sealed class VectorStruct(int bits, Type generic)
{
    internal string Source() => VectorNames.Header + Template
        .Replace("$Fields", bits == 64 ? "    internal readonly ulong _bits;\n\n    internal Vector64(ulong bits) => _bits = bits;\n"
            : "    internal readonly $H<T> _lower;\n    internal readonly $H<T> _upper;\n\n    internal $V($H<T> lower, $H<T> upper)\n    {\n        _lower = lower;\n        _upper = upper;\n    }\n")
        .Replace("$Operators", string.Join("\n", generic.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name.StartsWith("op_", StringComparison.Ordinal)).Select(Operator)))
        .Replace("$Same", bits == 64 ? "for (int i = 0; i < Count; i++)\n            if (!Lane<T>.AreSame(Get(i), other.Get(i))) return false;\n        return true;"
            : "return _lower.Equals(other._lower) && _upper.Equals(other._upper);")
        .Replace("$H", $"Vector{bits / 2}").Replace("$V", $"Vector{bits}").Replace("$Bytes", $"{bits / 8}");

    private static string Operator(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        string result = VectorNames.Of(method.ReturnType);
        string list = string.Join(", ", parameters.Select(parameter => $"{VectorNames.Of(parameter.ParameterType)} {parameter.Name}"));
        string first = parameters[0].Name!, second = parameters.Length > 1 ? parameters[1].Name! : "";
        (string symbol, string body) = method.Name switch
        {
            "op_Addition" => ("+", "$V.AddLanes(left, right)"),
            "op_Subtraction" => ("-", "$V.SubtractLanes(left, right)"),
            "op_Multiply" => ("*", parameters[0].ParameterType.IsGenericParameter ? "right * left"
                : parameters[1].ParameterType.IsGenericParameter ? "left * $V.Create(right)" : "$V.MultiplyLanes(left, right)"),
            "op_Division" => ("/", parameters[1].ParameterType.IsGenericParameter ? "left / $V.Create(right)" : "$V.DivideLanes(left, right)"),
            "op_BitwiseAnd" => ("&", "$V.AndLanes(left, right)"),
            "op_BitwiseOr" => ("|", "$V.OrLanes(left, right)"),
            "op_ExclusiveOr" => ("^", "$V.XorLanes(left, right)"),
            "op_OnesComplement" => ("~", $"{first} ^ AllBitsSet"),
            "op_UnaryNegation" => ("-", $"$V.NegateLanes({first})"),
            "op_UnaryPlus" => ("+", first),
            "op_Equality" => ("==", "$V.EqualsAllLanes(left, right)"),
            "op_Inequality" => ("!=", "!(left == right)"),
            "op_LeftShift" => ("<<", $"$V.ShiftLeftLanes({first}, {second})"),
            "op_RightShift" => (">>", $"$V.ShiftRightArithmeticLanes({first}, {second})"),
            "op_UnsignedRightShift" => (">>>", $"$V.ShiftRightLogicalLanes({first}, {second})"),
            _ => throw new NotSupportedException(method.Name),
        };
        return $"    {(VectorNames.IsIntrinsic(method) ? "[Intrinsic] " : "")}public static {result} operator {symbol}({list}) => {body};";
    }

    private const string Template = """
        using System.Diagnostics.CodeAnalysis;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;

        namespace System.Runtime.Intrinsics;

        [Intrinsic]
        [StructLayout(LayoutKind.Sequential, Size = $Bytes)]
        public readonly struct $V<T> : IEquatable<$V<T>>
        {
        $Fields
            public static int Count
            {
                [Intrinsic]
                get
                {
                    $V.Require<T>();
                    return $Bytes / Unsafe.SizeOf<T>();
                }
            }

            public static bool IsSupported { [Intrinsic] get => Lane<T>.IsSupported; }
            public static $V<T> Zero { [Intrinsic] get { $V.Require<T>(); return default; } }
            public static $V<T> AllBitsSet { [Intrinsic] get => $V.Create(Lane<T>.AllBitsSet); }
            public static $V<T> One { [Intrinsic] get => $V.Create(Lane<T>.FromIndex(1)); }

            public static $V<T> Indices
            {
                [Intrinsic]
                get
                {
                    $V<T> result = default;
                    for (int i = 0; i < Count; i++) Set(ref result, i, Lane<T>.FromIndex(i));
                    return result;
                }
            }

            public T this[int index] => this.GetElement(index);

            /// <summary>The element; the index is known to be inside.</summary>
            internal T Get(int index) => Unsafe.Add(ref Unsafe.As<$V<T>, T>(ref Unsafe.AsRef(in this)), index);

            internal static void Set(ref $V<T> vector, int index, T value) => Unsafe.Add(ref Unsafe.As<$V<T>, T>(ref vector), index) = value;

        $Operators

            public override bool Equals([NotNullWhen(true)] object? obj) => obj is $V<T> other && Equals(other);

            public bool Equals($V<T> other)
            {
                $Same
            }

            public override int GetHashCode()
            {
                HashCode hash = default;
                for (int i = 0; i < Count; i++) hash.Add(Lane<T>.HashCode(Get(i)));
                return hash.ToHashCode();
            }

            public override string ToString()
            {
                var text = new Text.StringBuilder("<");
                for (int i = 0; i < Count; i++)
                {
                    if (i != 0) text.Append(", ");
                    text.Append(Lane<T>.Text(Get(i)));
                }
                return text.Append('>').ToString();
            }
        }

        """;
}
