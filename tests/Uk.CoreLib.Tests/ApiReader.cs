// Reads what programs can see of assemblies: public and protected types and members.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.CoreLib.Tests;

internal sealed class ApiReader(MetadataReader reader)
{
    /// <summary>The types of all assemblies, by name.</summary>
    public static Dictionary<string, ApiType> Read(IEnumerable<string> paths)
    {
        var types = new Dictionary<string, ApiType>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            using var pe = new PEReader(File.OpenRead(path));
            if (!pe.HasMetadata) continue;
            foreach (ApiType type in new ApiReader(pe.GetMetadataReader()).Types()) types.TryAdd(type.Name, type);
        }
        return types;
    }

    private IEnumerable<ApiType> Types() =>
        reader.TypeDefinitions.Where(IsVisible).Select(handle => Type(handle, reader.GetTypeDefinition(handle)));

    private bool IsVisible(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(type.GetDeclaringType()),
            _ => false,
        };
    }

    private ApiType Type(TypeDefinitionHandle handle, TypeDefinition definition)
    {
        string @base = TypeNames.Provider.Of(reader, definition.BaseType);
        var type = new ApiType(TypeNames.Provider.GetTypeFromDefinition(reader, handle, 0), Shape(definition, @base), @base)
        {
            Generics = Generics(definition.GetGenericParameters()),
        };
        foreach (InterfaceImplementationHandle implementation in definition.GetInterfaceImplementations())
            type.Interfaces.Add(TypeNames.Provider.Of(reader, reader.GetInterfaceImplementation(implementation).Interface));
        foreach (FieldDefinitionHandle field in definition.GetFields())
            if (Field(reader.GetFieldDefinition(field)) is { } member) type.Members.Add(member);
        foreach (MethodDefinitionHandle method in definition.GetMethods())
            if (Method(reader.GetMethodDefinition(method), definition) is { } member) type.Members.Add(member);
        return type;
    }

    private string Shape(TypeDefinition type, string @base)
    {
        if ((type.Attributes & TypeAttributes.Interface) != 0) return "interface";
        if (@base == "System.Enum") return "enum";
        if (@base == "System.ValueType")
            return TypeNames.Provider.Has(reader, type.GetCustomAttributes(), "System.Runtime.CompilerServices.IsByRefLikeAttribute")
                ? "ref struct" : "struct";
        if (@base == "System.MulticastDelegate") return "delegate";
        // A class without accessible constructors cannot be derived from: as good as sealed.
        bool isAbstract = (type.Attributes & TypeAttributes.Abstract) != 0;
        bool isSealed = (type.Attributes & TypeAttributes.Sealed) != 0;
        return isAbstract && isSealed ? "static class" : isAbstract ? "abstract class" : isSealed ? "sealed class" : "class";
    }

    private string Generics(GenericParameterHandleCollection parameters)
    {
        var texts = new List<string>();
        foreach (GenericParameterHandle handle in parameters)
        {
            GenericParameter parameter = reader.GetGenericParameter(handle);
            IEnumerable<string> constraints = parameter.GetConstraints()
                .Select(constraint => TypeNames.Provider.Of(reader, reader.GetGenericParameterConstraint(constraint).Type))
                .Order(StringComparer.Ordinal);
            texts.Add($"{(int)parameter.Attributes}:{string.Join("&", constraints)}");
        }
        return texts.Count == 0 ? "" : $"<{string.Join(", ", texts)}>";
    }

    private static bool IsVisible(int access) => (MethodAttributes)access is
        MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private ApiMember? Field(FieldDefinition field)
    {
        // The bits of a field's access are those of a method's.
        if (!IsVisible((int)(field.Attributes & FieldAttributes.FieldAccessMask))) return null;
        string name = reader.GetString(field.Name);
        string modifiers = string.Join(" ", new[]
        {
            (field.Attributes & FieldAttributes.Static) != 0 ? "static" : null,
            (field.Attributes & FieldAttributes.InitOnly) != 0 ? "readonly" : null,
            field.GetDefaultValue().IsNil ? null : "= " + ConstantText(field.GetDefaultValue()),
        }.OfType<string>());
        return new ApiMember($"{name} : {field.DecodeSignature(TypeNames.Provider, null)}", modifiers, name);
    }

    private string ConstantText(ConstantHandle handle)
    {
        Constant constant = reader.GetConstant(handle);
        object? value = reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
        return value is double or float ? string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:R}", value) : $"{value}";
    }

    private ApiMember? Method(MethodDefinition method, TypeDefinition type)
    {
        if (!IsVisible((int)(method.Attributes & MethodAttributes.MemberAccessMask))) return null;
        string name = reader.GetString(method.Name);
        MethodSignature<string> signature = method.DecodeSignature(TypeNames.Provider, null);
        string[] parameters = [.. signature.ParameterTypes.Select((text, i) => text + Passing(method, i, text))];
        string arity = signature.GenericParameterCount == 0 ? "" : "`" + signature.GenericParameterCount;
        string modifiers = string.Join(" ", new[]
        {
            (method.Attributes & MethodAttributes.Static) != 0 ? "static" : null,
            Dispatch(method.Attributes, type),
            Generics(method.GetGenericParameters()),
        }.OfType<string>().Where(text => text.Length != 0));
        return new ApiMember($"{name}{arity}({string.Join(", ", parameters)}) : {signature.ReturnType}", modifiers, Display(name, parameters))
        {
            IsOverride = (method.Attributes & MethodAttributes.Virtual) != 0 && (method.Attributes & MethodAttributes.NewSlot) == 0,
        };
    }

    /// <summary>out and in are references with an attribute.</summary>
    private string Passing(MethodDefinition method, int index, string type)
    {
        if (!type.Contains('&')) return "";
        foreach (ParameterHandle handle in method.GetParameters())
        {
            Parameter parameter = reader.GetParameter(handle);
            if (parameter.SequenceNumber != index + 1) continue;
            if ((parameter.Attributes & (ParameterAttributes.In | ParameterAttributes.Out)) == ParameterAttributes.Out) return " out";
            CustomAttributeHandleCollection attributes = parameter.GetCustomAttributes();
            if (TypeNames.Provider.Has(reader, attributes, "System.Runtime.CompilerServices.IsReadOnlyAttribute")) return " in";
            if (TypeNames.Provider.Has(reader, attributes, "System.Runtime.CompilerServices.RequiresLocationAttribute")) return " in";
        }
        return "";
    }

    /// <summary>
    /// Whether derived types can, or must, give another body. Implementing an interface makes a method virtual and final:
    /// that is no promise to anyone. Overrides differ from inherited members only in their bodies.
    /// </summary>
    private static string? Dispatch(MethodAttributes attributes, TypeDefinition type)
    {
        if ((attributes & MethodAttributes.Abstract) != 0) return "abstract";
        if ((attributes & MethodAttributes.Virtual) == 0 || (attributes & MethodAttributes.Final) != 0) return null;
        if ((attributes & MethodAttributes.NewSlot) == 0) return null;
        return (type.Attributes & TypeAttributes.Sealed) != 0 ? null : "virtual";
    }

    private static string Display(string name, string[] parameters)
    {
        string plain = name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) || name.StartsWith("add_", StringComparison.Ordinal)
            ? name[4..]
            : name.StartsWith("remove_", StringComparison.Ordinal) ? name[7..] : name;
        if (plain != name) return plain is "Item" or "Chars" ? "this[]" : plain;
        return $"{plain}({string.Join(", ", parameters.Select(ShortType))})";
    }

    /// <summary>The type without its namespaces.</summary>
    private static string ShortType(string type)
    {
        var text = new System.Text.StringBuilder();
        int start = 0;
        for (int i = 0; i <= type.Length; i++)
        {
            bool isName = i < type.Length && (char.IsLetterOrDigit(type[i]) || type[i] is '.' or '_' or '`' or '+');
            if (isName) continue;
            string name = type[start..i];
            int tick = name.IndexOf('`');
            if (tick >= 0) name = name[..tick];
            text.Append(name.AsSpan(name.LastIndexOf('.') + 1));
            if (i < type.Length) text.Append(type[i]);
            start = i + 1;
        }
        return text.ToString();
    }
}
