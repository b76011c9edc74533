// The static class of one vector width as C#. Every method has a body that works on the two halves, down to Vector64,
// which works on elements: the compiler calls it where the processor has no instruction for the method.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Uk.CoreLib.Tests;

internal sealed class VectorSource(int bits, Type type)
{
    // Absent: functions that nothing here computes to the last digit, and types of System.Numerics that are absent.
    private static readonly HashSet<string> s_absent = new(StringComparer.Ordinal) { "Cos", "Exp", "Hypot", "Log", "Log2", "Sin", "SinCos" };
    private static readonly HashSet<string> s_absentTypes = new(StringComparer.Ordinal) { "Plane", "Quaternion", "Vector2", "Vector3", "Vector4" };

    private readonly StringBuilder _text = new();

    private string V => $"Vector{bits}";
    private string H => $"Vector{bits / 2}";
    private bool IsBase => bits == 64;

    internal string Source()
    {
        _text.Append(VectorNames.Header);
        _text.Append("using System.Numerics;\nusing System.Runtime.CompilerServices;\n\nnamespace System.Runtime.Intrinsics;\n\n");
        _text.Append($"public static class {V}\n{{\n");
        _text.Append(IsBase ? "    public static bool IsHardwareAccelerated => false;\n\n"
            : "    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }\n\n");
        Shared();
        foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(IsPresent)
            .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.ToString(), StringComparer.Ordinal))
            Method(method);
        _text.Append("}\n");
        return _text.ToString();
    }

    private static bool IsPresent(MethodInfo method) =>
        !method.IsSpecialName && !s_absent.Contains(method.Name)
        && !method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(used => s_absentTypes.Contains(used.Name));

    private void Method(MethodInfo method)
    {
        string body = Body(method, [.. method.GetParameters().Select(parameter => parameter.Name!)]);
        string attribute = VectorNames.IsIntrinsic(method) ? "    [Intrinsic]\n" : "    [MethodImpl(MethodImplOptions.AggressiveInlining)]\n";
        _text.Append(attribute).Append("    ").Append(VectorNames.Signature(method));
        if (!body.Contains(';')) _text.Append(" =>\n        ").Append(body).Append(";\n\n");
        else _text.Append("\n    {\n        ").Append(body.Replace("\n", "\n        ")).Append("\n    }\n\n");
    }

    /// <summary>What operators and methods share.</summary>
    private void Shared()
    {
        _text.Append("    internal static void Require<T>()\n    {\n        if (!Lane<T>.IsSupported) throw new NotSupportedException(\"Specified type is not supported\");\n    }\n\n");
        foreach ((string name, string op) in new[] { ("Add", "+"), ("Subtract", "-"), ("Multiply", "*"), ("Divide", "/") })
            SharedMethod(name + "Lanes", "left", "right", Lanes($"{V}<T>", "T", i => $"Lane<T>.{name}(left.Get({i}), right.Get({i}))"), $"left$ {op} right$");
        foreach ((string name, string op) in new[] { ("And", "&"), ("Or", "|"), ("Xor", "^") })
            SharedMethod(name + "Lanes", "left", "right", $"Require<T>();\nreturn new(left._bits {op} right._bits);", $"left$ {op} right$");
        _text.Append($"    internal static {V}<T> NegateLanes<T>({V}<T> vector)");
        Block(IsBase ? Lanes($"{V}<T>", "T", i => $"Lane<T>.Negate(vector.Get({i}))") : "return new(-vector._lower, -vector._upper);");
        foreach ((string name, string op) in new[] { ("ShiftLeft", "<<"), ("ShiftRightArithmetic", ">>"), ("ShiftRightLogical", ">>>") })
        {
            _text.Append($"    internal static {V}<T> {name}Lanes<T>({V}<T> vector, int count)");
            Block(IsBase ? Lanes($"{V}<T>", "T", i => $"Lane<T>.{name}(vector.Get({i}), count)") : $"return new(vector._lower {op} count, vector._upper {op} count);");
        }
        _text.Append($"    internal static bool EqualsAllLanes<T>({V}<T> left, {V}<T> right)");
        Block(IsBase ? All("Lane<T>.Equals(left.Get(i), right.Get(i))") : "return left._lower == right._lower && left._upper == right._upper;");
    }

    private void SharedMethod(string name, string left, string right, string lanes, string halves)
    {
        _text.Append($"    internal static {V}<T> {name}<T>({V}<T> {left}, {V}<T> {right})");
        Block(IsBase ? lanes : $"return new({halves.Replace("$", "._lower")}, {halves.Replace("$", "._upper")});");
    }

    private void Block(string body) => _text.Append("\n    {\n        ").Append(body.Replace("\n", "\n        ")).Append("\n    }\n\n");

    /// <summary>A loop that gives every element of the result.</summary>
    private static string Lanes(string result, string element, Func<string, string> value) =>
        $"{result} result = default;\nfor (int i = 0; i < {result}.Count; i++) {result}.Set(ref result, i, {value("i")});\nreturn result;";

    private string All(string test) => $"for (int i = 0; i < {V}<T>.Count; i++)\n    if (!({test})) return false;\nreturn true;";
    private string Any(string test) => $"for (int i = 0; i < {V}<T>.Count; i++)\n    if ({test}) return true;\nreturn false;";

    private bool IsVector(Type used) => used.IsGenericType && used.Name == $"Vector{bits}`1";

    private static string Element(Type vector) => VectorNames.Of(vector.GetGenericArguments()[0]);

    private string Body(MethodInfo method, string[] names) =>
        Special(method, names) ?? Memory(method, names) ?? Reduction(method) ?? Shape(method, names) ?? LaneWise(method);

    /// <summary>Each element of the result from the elements of the arguments at its place.</summary>
    private string LaneWise(MethodInfo method)
    {
        if (!IsVector(method.ReturnType)) throw new NotSupportedException($"{type.Name}.{method}");
        ParameterInfo[] parameters = method.GetParameters();
        string result = VectorNames.Of(method.ReturnType), element = Element(method.ReturnType);
        if (!IsBase)
        {
            string Halves(string half) => string.Join(", ", parameters.Select(parameter => IsVector(parameter.ParameterType) ? $"{parameter.Name}.{half}" : parameter.Name));
            return $"new({H}.{method.Name}({Halves("_lower")}), {H}.{method.Name}({Halves("_upper")}))";
        }
        string from = IsVector(parameters[0].ParameterType) ? Element(parameters[0].ParameterType) : element;
        string arguments = string.Join(", ", parameters.Select(parameter => IsVector(parameter.ParameterType) ? $"{parameter.Name}.Get(i)" : parameter.Name));
        string lane = method.Name.StartsWith("ConvertTo", StringComparison.Ordinal) ? $"unchecked(({element}){arguments})"
            : $"Lane<{from}>.{method.Name}({arguments})";
        bool isTest = method.Name.StartsWith("Is", StringComparison.Ordinal)
            || method.Name is "Equals" or "GreaterThan" or "GreaterThanOrEqual" or "LessThan" or "LessThanOrEqual";
        return Lanes(result, element, _ => isTest ? $"Lane<{element}>.Mask({lane})" : lane);
    }

    private string? Special(MethodInfo method, string[] names)
    {
        string a = names.Length > 0 ? names[0] : "", b = names.Length > 1 ? names[1] : "";
        ParameterInfo[] parameters = method.GetParameters();
        return method.Name switch
        {
            "Add" => $"{a} + {b}",
            "Subtract" => $"{a} - {b}",
            "Multiply" => $"{a} * {b}",
            "Divide" => $"{a} / {b}",
            "BitwiseAnd" => $"{a} & {b}",
            "BitwiseOr" => $"{a} | {b}",
            "Xor" => $"{a} ^ {b}",
            "AndNot" => $"{a} & ~{b}",
            "OnesComplement" => $"~{a}",
            "Negate" => $"-{a}",
            "ConditionalSelect" => $"({b} & {a}) | ({names[2]} & ~{a})",
            "Clamp" => $"Min(Max({a}, {b}), {names[2]})",
            "ClampNative" => $"MinNative(MaxNative({a}, {b}), {names[2]})",
            "ShiftLeft" => $"{a} << {b}",
            "ShiftRightArithmetic" => $"{a} >> {b}",
            "ShiftRightLogical" => $"{a} >>> {b}",
            "CreateSequence" => $"({V}<T>.Indices * {b}) + Create({a})",
            "As" => $"Require<TFrom>();\nRequire<TTo>();\nreturn Unsafe.BitCast<{V}<TFrom>, {V}<TTo>>({a});",
            "AsVector" => $"Require<T>();\nVector<T> result = default;\n" + (bits == 128 ? $"Unsafe.As<Vector<T>, {V}<T>>(ref result) = {a};" : $"result = Unsafe.As<{V}<T>, Vector<T>>(ref {a});") + "\nreturn result;",
            "GetElement" => $"if ((uint){b} >= (uint){V}<T>.Count) ThrowHelper.ArgumentOutOfRange(nameof({b}));\nreturn {a}.Get({b});",
            "WithElement" => $"if ((uint){b} >= (uint){V}<T>.Count) ThrowHelper.ArgumentOutOfRange(nameof({b}));\n{V}<T>.Set(ref {a}, {b}, {names[2]});\nreturn {a};",
            "GetLower" => $"Require<T>();\nreturn {a}._lower;",
            "GetUpper" => $"Require<T>();\nreturn {a}._upper;",
            "WithLower" => $"Require<T>();\nreturn new({b}, {a}._upper);",
            "WithUpper" => $"Require<T>();\nreturn new({a}._lower, {b});",
            "ToScalar" => $"Require<T>();\nreturn {a}.Get(0);",
            "Shuffle" or "ShuffleNative" => Shuffle(method, a, b),
            _ when method.Name == $"AsVector{bits}" => $"Require<T>();\n{V}<T> result = default;\n" + (bits == 128 ? $"result = Unsafe.As<Vector<T>, {V}<T>>(ref {a});" : $"Unsafe.As<{V}<T>, Vector<T>>(ref result) = {a};") + "\nreturn result;",
            _ when method.Name.StartsWith($"ToVector{bits * 2}", StringComparison.Ordinal) => $"Require<T>();\nreturn new({a}, default);",
            _ when method.Name.StartsWith("ToVector", StringComparison.Ordinal) => $"{a}.ToVector{bits * 2}().ToVector{bits * 4}()",
            _ when method.Name.StartsWith("As", StringComparison.Ordinal) && IsVector(parameters[0].ParameterType) && IsVector(method.ReturnType) =>
                $"{a}.As<T, {Element(method.ReturnType)}>()",
            _ => null,
        };
    }

    private string Shuffle(MethodInfo method, string vector, string indices)
    {
        string element = Element(method.ReturnType), index = Element(method.GetParameters()[1].ParameterType);
        string unsigned = index switch { "sbyte" => "byte", "short" => "ushort", "int" => "uint", "long" => "ulong", _ => index };
        string result = VectorNames.Of(method.ReturnType);
        return $"{result} result = default;\nfor (int i = 0; i < {result}.Count; i++)\n{{\n    {unsigned} at = unchecked(({unsigned}){indices}.Get(i));\n"
            + $"    if (at < (uint){result}.Count) {result}.Set(ref result, i, {vector}.Get((int)at));\n}}\nreturn result;";
    }

    private string? Memory(MethodInfo method, string[] names)
    {
        string destination = names.Length > 1 ? names[1] : "";
        string offset = names.Length > 2 ? names[2] : names.Length > 1 ? names[1] : "";
        string Byte(string reference) => $"ref Unsafe.As<T, byte>(ref {reference})";
        bool isArray = method.GetParameters().Any(parameter => parameter.ParameterType.IsArray);
        return method.Name switch
        {
            "Load" or "LoadAligned" or "LoadAlignedNonTemporal" => $"Require<T>();\nreturn Unsafe.ReadUnaligned<{V}<T>>({names[0]});",
            "LoadUnsafe" when names.Length == 1 => $"Require<T>();\nreturn Unsafe.ReadUnaligned<{V}<T>>({Byte($"Unsafe.AsRef(in {names[0]})")});",
            "LoadUnsafe" => $"Require<T>();\nreturn Unsafe.ReadUnaligned<{V}<T>>({Byte($"Unsafe.Add(ref Unsafe.AsRef(in {names[0]}), (nint){offset})")});",
            "Store" or "StoreAligned" or "StoreAlignedNonTemporal" => $"Require<T>();\nUnsafe.WriteUnaligned({destination}, {names[0]});",
            "StoreUnsafe" when names.Length == 2 => $"Require<T>();\nUnsafe.WriteUnaligned({Byte(destination)}, {names[0]});",
            "StoreUnsafe" => $"Require<T>();\nUnsafe.WriteUnaligned({Byte($"Unsafe.Add(ref {destination}, (nint){offset})")}, {names[0]});",
            "CopyTo" when names.Length == 3 => $"if ((uint){offset} >= (uint){destination}.Length) ThrowHelper.ArgumentOutOfRange(nameof({offset}));\n"
                + $"if ({destination}.Length - {offset} < {V}<T>.Count) ThrowTooShort();\nStoreUnsafe({names[0]}, ref {destination}[{offset}]);",
            "CopyTo" => $"if ({destination}.Length < {V}<T>.Count) ThrowTooShort();\nStoreUnsafe({names[0]}, ref {destination}[0]);",
            "TryCopyTo" => $"if ({destination}.Length < {V}<T>.Count) return false;\nStoreUnsafe({names[0]}, ref {destination}[0]);\nreturn true;",
            _ => null,
        } is { } body ? body.Replace("ThrowTooShort()", "Utf8Number.ThrowTooShort()") : null;
    }

    private string? Reduction(MethodInfo method)
    {
        string[] names = [.. method.GetParameters().Select(parameter => parameter.Name!)];
        string a = names.Length > 0 ? names[0] : "", b = names.Length > 1 ? names[1] : "";
        string Both(string op) => $"{H}.{method.Name}({string.Join(", ", Halves("_lower"))}) {op} {H}.{method.Name}({string.Join(", ", Halves("_upper"))})";
        IEnumerable<string> Halves(string half) => method.GetParameters().Select(parameter => IsVector(parameter.ParameterType) ? $"{parameter.Name}.{half}" : parameter.Name!);
        foreach (string test in new[] { "Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual" })
        {
            string lane = $"Lane<T>.{test}({a}.Get(i), {b}.Get(i))";
            if (method.Name == test + "All") return test == "Equals" ? $"{a} == {b}" : IsBase ? All(lane) : Both("&&");
            if (method.Name == test + "Any") return IsBase ? Any(lane) : Both("||");
        }
        string upper = $"{H}<T>.Count";
        return method.Name switch
        {
            "All" => $"{a} == Create({b})",
            "Any" => $"EqualsAny({a}, Create({b}))",
            "None" => $"!EqualsAny({a}, Create({b}))",
            "AllWhereAllBitsSet" => IsBase ? All($"Lane<T>.IsAllBitsSet({a}.Get(i))") : Both("&&"),
            "AnyWhereAllBitsSet" => IsBase ? Any($"Lane<T>.IsAllBitsSet({a}.Get(i))") : Both("||"),
            "NoneWhereAllBitsSet" => $"!AnyWhereAllBitsSet({a})",
            "Count" => IsBase ? Counted($"Lane<T>.Equals({a}.Get(i), {b})") : Both("+"),
            "CountWhereAllBitsSet" => IsBase ? Counted($"Lane<T>.IsAllBitsSet({a}.Get(i))") : Both("+"),
            "IndexOf" => Index($"Lane<T>.Equals({a}.Get(i), {b})", false),
            "LastIndexOf" => Index($"Lane<T>.Equals({a}.Get(i), {b})", true),
            "IndexOfWhereAllBitsSet" => Index($"Lane<T>.IsAllBitsSet({a}.Get(i))", false),
            "LastIndexOfWhereAllBitsSet" => Index($"Lane<T>.IsAllBitsSet({a}.Get(i))", true),
            "Sum" => IsBase ? $"T sum = {a}.Get(0);\nfor (int i = 1; i < {V}<T>.Count; i++) sum = Lane<T>.Add(sum, {a}.Get(i));\nreturn sum;"
                : $"Lane<T>.Add({H}.Sum({a}._lower), {H}.Sum({a}._upper))",
            "Dot" => $"Sum({a} * {b})",
            "ExtractMostSignificantBits" => IsBase
                ? $"uint bits = 0;\nfor (int i = 0; i < {V}<T>.Count; i++)\n    if (Lane<T>.HasTopBit({a}.Get(i))) bits |= 1u << i;\nreturn bits;"
                : $"{(bits == 512 ? "(ulong)" : "")}{H}.ExtractMostSignificantBits({a}._lower) | ({(bits == 512 ? "(ulong)" : "")}{H}.ExtractMostSignificantBits({a}._upper) << {upper})",
            _ => null,
        };
    }

    private string Counted(string test) => $"int count = 0;\nfor (int i = 0; i < {V}<T>.Count; i++)\n    if ({test}) count++;\nreturn count;";

    private string Index(string test, bool last) => last
        ? $"for (int i = {V}<T>.Count - 1; i >= 0; i--)\n    if ({test}) return i;\nreturn -1;"
        : $"for (int i = 0; i < {V}<T>.Count; i++)\n    if ({test}) return i;\nreturn -1;";

    /// <summary>Methods whose result has elements of other places or sizes than the arguments.</summary>
    private string? Shape(MethodInfo method, string[] names)
    {
        ParameterInfo[] parameters = method.GetParameters();
        switch (method.Name)
        {
            case "Create": return Create(method, parameters, names);
            case "CreateScalar" or "CreateScalarUnsafe":
                string element = Element(method.ReturnType), vector = $"{V}<{element}>";
                string require = method.IsGenericMethod ? "Require<T>();\n" : "";
                return $"{require}{vector} result = default;\n{vector}.Set(ref result, 0, {names[0]});\nreturn result;";
            case "Widen": return $"(WidenLower({names[0]}), WidenUpper({names[0]}))";
            case "WidenLower" or "WidenUpper":
                string half = method.Name == "WidenLower" ? "_lower" : "_upper";
                if (!IsBase) return $"new({H}.WidenLower({names[0]}.{half}), {H}.WidenUpper({names[0]}.{half}))";
                string wide = VectorNames.Of(method.ReturnType), shift = half == "_lower" ? "i" : $"i + {wide}.Count";
                return Lanes(wide, "", _ => $"{names[0]}.Get({shift})");
            case "Narrow" or "NarrowWithSaturation":
                if (!IsBase) return $"new({H}.{method.Name}({names[0]}._lower, {names[0]}._upper), {H}.{method.Name}({names[1]}._lower, {names[1]}._upper))";
                return Narrow(method, names);
            default: return null;
        }
    }

    private static string Narrow(MethodInfo method, string[] names)
    {
        string from = Element(method.GetParameters()[0].ParameterType), to = Element(method.ReturnType);
        string source = VectorNames.Of(method.GetParameters()[0].ParameterType);
        string value = method.Name == "Narrow" || to == "float" ? $"unchecked(({to})value)"
            : from is "ushort" or "uint" or "ulong" ? $"({to})Math.Min(value, {to}.MaxValue)" : $"({to})Math.Clamp(value, {to}.MinValue, {to}.MaxValue)";
        string result = VectorNames.Of(method.ReturnType);
        return $"{result} result = default;\nfor (int i = 0; i < {result}.Count; i++)\n{{\n"
            + $"    {from} value = i < {source}.Count ? {names[0]}.Get(i) : {names[1]}.Get(i - {source}.Count);\n"
            + $"    {result}.Set(ref result, i, {value});\n}}\nreturn result;";
    }

    private string Create(MethodInfo method, ParameterInfo[] parameters, string[] names)
    {
        Type first = parameters[0].ParameterType;
        string vector = VectorNames.Of(method.ReturnType), element = Element(method.ReturnType);
        if (first.IsArray && names.Length == 2)
            return $"if ({names[1]} < 0 || {names[0]}.Length - {names[1]} < {vector}.Count) ThrowHelper.ArgumentOutOfRange(nameof({names[1]}));\nreturn LoadUnsafe(ref {names[0]}[{names[1]}]);";
        if (first.IsArray) return $"if ({names[0]}.Length < {vector}.Count) ThrowHelper.ArgumentOutOfRange(\"index\");\nreturn LoadUnsafe(ref {names[0]}[0]);";
        if (first.Name == "ReadOnlySpan`1") return $"if ({names[0]}.Length < {vector}.Count) ThrowHelper.ArgumentOutOfRange(nameof({names[0]}));\nreturn LoadUnsafe(in {names[0]}[0]);";
        if (first.IsGenericType && first.Name.StartsWith("Vector", StringComparison.Ordinal))
        {
            string require = method.IsGenericMethod ? "Require<T>();\n" : "";
            if (first.Name != $"{H}`1") return $"{H}.Create({names[0]}) is var half ? new(half, half) : default";
            return require.Length != 0 ? $"{require}return new({names[0]}, {names[^1]});" : $"new({names[0]}, {names[^1]})";
        }
        if (names.Length == 1 && first.Name.Length > 1 && !(IsBase && IsEight(element)))
            return $"Create<{element}>({names[0]})";
        if (names.Length == 1)
            return IsBase ? Lanes(vector, element, _ => names[0]) : $"{H}<T> half = {H}.Create({names[0]});\nreturn new(half, half);";
        if (!IsBase) return $"new({H}.Create({string.Join(", ", names[..(names.Length / 2)])}), {H}.Create({string.Join(", ", names[(names.Length / 2)..])}))";
        return $"{vector} result = default;\n{string.Concat(names.Select((name, i) => $"{vector}.Set(ref result, {i}, {name});\n"))}return result;";
    }

    private static bool IsEight(string element) => element is "long" or "ulong" or "double" or "nint" or "nuint";
}
