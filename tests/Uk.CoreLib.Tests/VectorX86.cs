// The classes of x86 instructions. The compiler puts an instruction in the place of every call: the bodies, which call
// themselves, are left where the processor has no such instruction, and then throw PlatformNotSupportedException.

using System;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Uk.CoreLib.Tests;

internal static class VectorX86
{
    internal static string Source(Type type)
    {
        var text = new StringBuilder(VectorNames.Header);
        // Newer classes repeat what they inherit.
        text.Append("#pragma warning disable CS0108, CS0109\n\n");
        if (!type.IsEnum) text.Append("using System.Runtime.CompilerServices;\n\n");
        text.Append("namespace System.Runtime.Intrinsics.X86;\n\n");
        if (type.IsEnum) Enumeration(text, type);
        else Class(text, type, "");
        return text.ToString();
    }

    private static void Enumeration(StringBuilder text, Type type)
    {
        text.Append($"public enum {type.Name} : {VectorNames.Of(Enum.GetUnderlyingType(type))}\n{{\n");
        foreach (string name in Enum.GetNames(type))
            text.Append($"    {name} = {Convert.ChangeType(Enum.Parse(type, name), Enum.GetUnderlyingType(type), null)},\n");
        text.Append("}\n");
    }

    private static void Class(StringBuilder text, Type type, string indent)
    {
        string hides = type.IsNested && HidesInherited(type) ? "new " : "";
        string @base = type.BaseType == typeof(object) ? "" : $" : {BaseName(type.BaseType!)}";
        text.Append($"{indent}[Intrinsic]\n{indent}public {hides}abstract class {type.Name}{@base}\n{indent}{{\n");
        text.Append($"{indent}    internal {type.Name}() {{ }}\n");
        string hidesProperty = @base.Length == 0 ? "" : "new ";
        text.Append($"\n{indent}    public static {hidesProperty}bool IsSupported {{ get => IsSupported; }}\n");
        MethodInfo[] methods = [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName).OrderBy(method => method.Name, StringComparer.Ordinal)];
        if (methods.Length != 0) text.Append('\n');
        foreach (MethodInfo method in methods)
        {
            string arguments = string.Join(", ", method.GetParameters().Select(parameter => parameter.Name));
            if (Own(method) is { } own)
            {
                text.Append($"{indent}    {VectorNames.Signature(method).Replace("static ", "static unsafe ")}{own.Replace("\n", "\n" + indent)}");
                continue;
            }
            string call = method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : method.Name;
            text.Append($"{indent}    {VectorNames.Signature(method)} => {call}({arguments});\n");
        }
        foreach (Type nested in type.GetNestedTypes().OrderBy(nested => nested.Name, StringComparer.Ordinal))
        {
            text.Append('\n');
            Class(text, nested, indent + "    ");
        }
        text.Append(indent).Append("}\n");
    }

    /// <summary>The few methods that the compiler has no instruction for: on .NET too they have a body.</summary>
    private static string? Own(MethodInfo method) => method.Name switch
    {
        "BitFieldExtract" when method.GetParameters().Length == 3 => " =>\n        BitFieldExtract(value, (ushort)(start | (length << 8)));\n",
        "CpuId" => """

                {
                    int* registers = stackalloc int[4];
                    Internal.Runtime.Processor.ReadId(registers, functionId, subFunctionId);
                    return (registers[0], registers[1], registers[2], registers[3]);
                }

            """,
        _ => null,
    };

    private static string BaseName(Type type) => type.IsNested ? $"{BaseName(type.DeclaringType!)}.{type.Name}" : type.Name;

    private static bool HidesInherited(Type type)
    {
        for (Type? outer = type.DeclaringType!.BaseType; outer is not null; outer = outer.BaseType)
            if (outer.GetNestedType(type.Name) is not null) return true;
        return false;
    }
}
