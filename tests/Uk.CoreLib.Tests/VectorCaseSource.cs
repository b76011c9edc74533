// The conformance cases of one vector width as C#: a line for every method, with a checksum for each type of element.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Uk.CoreLib.Tests;

internal sealed class VectorCaseSource(int bits, Type type)
{
    // Absent in images; or without a result of its own, or one that depends on the processor: VectorCases.cs has those.
    private static readonly HashSet<string> s_left = new(StringComparer.Ordinal)
    {
        "Cos", "Exp", "Hypot", "Log", "Log2", "Sin", "SinCos", "Load", "LoadAligned", "LoadAlignedNonTemporal", "LoadUnsafe", "Store",
        "StoreAligned", "StoreAlignedNonTemporal", "StoreUnsafe", "CopyTo", "TryCopyTo", "AsVector", "CreateScalarUnsafe", "Lerp",
        "DegreesToRadians", "RadiansToDegrees", "MultiplyAddEstimate",
    };

    private static readonly Type[] s_elements =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(nint),
        typeof(nuint), typeof(float), typeof(double),
    ];

    private string V => $"Vector{bits}";

    internal string Source()
    {
        var text = new StringBuilder(VectorNames.Header.Replace("#nullable enable", "#nullable disable"));
        text.Append("using System.Runtime.Intrinsics;\n\n");
        text.Append($"internal static partial class {V}Cases\n{{\n    private static void Methods()\n    {{\n");
        IEnumerable<IGrouping<string, MethodInfo>> groups = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(IsCase).OrderBy(method => method.ToString(), StringComparer.Ordinal)
            .GroupBy(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(Kind))})").OrderBy(group => group.Key, StringComparer.Ordinal);
        var functions = new StringBuilder();
        int number = 0;
        foreach (IGrouping<string, MethodInfo> group in groups)
        {
            text.Append($"        Case{++number}();\n");
            functions.Append($"\n    private static void Case{number}()\n    {{\n");
            foreach (MethodInfo method in group) Calls(functions, method);
            functions.Append($"        VectorSums.Finish(\"{group.Key}\");\n    }}\n");
        }
        return text.Append("    }\n").Append(functions).Append("}\n").ToString();
    }

    private bool IsCase(MethodInfo method) =>
        !method.IsSpecialName && !s_left.Contains(method.Name) && !method.Name.EndsWith("Unsafe", StringComparison.Ordinal)
        && !method.Name.StartsWith("AsVector", StringComparison.Ordinal)
        && !method.GetParameters().Any(parameter => parameter.ParameterType.IsArray || parameter.ParameterType.Name == "ReadOnlySpan`1")
        && !method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType).Any(used => used.Name is "Plane" or "Quaternion" or "Vector2" or "Vector3" or "Vector4");

    private static string Kind(ParameterInfo parameter) =>
        parameter.ParameterType.Name.StartsWith("Vector", StringComparison.Ordinal) ? "v" : parameter.ParameterType == typeof(int) && parameter.Name is "index" or "shiftCount" ? "n" : parameter.ParameterType.IsEnum ? "mode" : "x";

    private void Calls(StringBuilder text, MethodInfo method)
    {
        if (!method.IsGenericMethod)
        {
            Call(text, method, null);
            return;
        }
        foreach (Type element in s_elements) Call(text, method, element);
    }

    private void Call(StringBuilder text, MethodInfo method, Type? element)
    {
        if (element is not null && method.Name == "As") element = element == typeof(byte) ? typeof(int) : element;
        string arguments = string.Join(", ", method.GetParameters().Select((parameter, i) => Argument(method, parameter, i, element)));
        string generics = element is null ? "" : method.Name == "As" ? $"<byte, {VectorNames.Of(element)}>" : $"<{VectorNames.Of(element)}>";
        text.Append($"        VectorSums.Add({type.Name}.{method.Name}{generics}({arguments}));\n");
    }

    private string Argument(MethodInfo method, ParameterInfo parameter, int index, Type? element)
    {
        Type used = parameter.ParameterType;
        if (used.IsEnum) return "System.MidpointRounding.AwayFromZero";
        if (used == typeof(int) && parameter.Name is "index") return bits == 64 ? "0" : "1";
        if (used == typeof(int) && parameter.Name is "shiftCount") return "11";
        bool isVector = used.IsGenericType && used.Name.StartsWith("Vector", StringComparison.Ordinal);
        string name = !isVector ? (used.IsGenericParameter ? VectorNames.Of(element!) : VectorNames.Of(used))
            : used.GetGenericArguments()[0] is { IsGenericParameter: true } ? (method.Name == "As" ? "byte" : VectorNames.Of(element!)) : VectorNames.Of(used.GetGenericArguments()[0]);
        // What processors do differently is left out: values that are no numbers, quotients that overflow.
        string set = method.Name.EndsWith("Native", StringComparison.Ordinal) || method.Name is "Divide" or "CopySign" or "Sum" or "Dot" || parameter.Name == "indices"
            ? parameter.Name == "indices" && method.Name == "ShuffleNative" ? "Inside" : "Tame" : "Wild";
        string values = $"Samples<{name}>.{set}";
        return isVector ? $"{used.Name[..used.Name.IndexOf('`')]}.Create({values}, {index * 8})" : $"{values}[{index + 2}]";
    }
}
