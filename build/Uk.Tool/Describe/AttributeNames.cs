// Attributes of an assembly, read without loading the types that they speak of: names and values are all that is wanted.

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using Uk.Tool.Names;

namespace Uk.Tool.Describe;

/// <summary>Types as their names. The enumerations among attribute arguments are all of 32 bits.</summary>
internal sealed class AttributeNames : ICustomAttributeTypeProvider<string>
{
    private const string SystemType = "System.Type";
    private static readonly AttributeNames s_provider = new();

    /// <summary>Types among the values are their serialized names, with the assembly behind a comma.</summary>
    /// <exception cref="BadImageFormatException">The value is not what the attribute's constructor takes.</exception>
    public static CustomAttributeValue<string> Decode(CustomAttribute attribute) => attribute.DecodeValue(s_provider);

    /// <summary>The full name of the attribute's class, where another assembly defines it; else the empty text.</summary>
    public static string ClassOf(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return "";
        EntityHandle parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference ? TypePath.Of(reader, (TypeReferenceHandle)parent).FullName : "";
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
    public string GetSystemType() => SystemType;
    public string GetSZArrayType(string elementType) => elementType + "[]";
    public string GetTypeFromSerializedName(string name) => name;
    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;
    public bool IsSystemType(string type) => type == SystemType;

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => TypePath.Of(reader, handle).FullName;
    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => TypePath.Of(reader, handle).FullName;
}

/// <summary>The values of one attribute, by position and by name.</summary>
internal readonly struct AttributeArguments(CustomAttributeValue<string> value)
{
    public string Text(int position) => value.FixedArguments[position].Value as string ?? "";
    public long Number(int position) => Convert.ToInt64(value.FixedArguments[position].Value, null);
    public string? Text(string name) => Find(name) as string;
    public long? Number(string name) => Find(name) is { } number ? Convert.ToInt64(number, null) : null;
    public bool IsTrue(string name) => Find(name) is true;

    /// <summary>Empty where it is not given.</summary>
    public ImmutableArray<string> Texts(string name) =>
        Find(name) is ImmutableArray<CustomAttributeTypedArgument<string>> list ? [.. list.Select(item => item.Value as string ?? "")] : [];

    private object? Find(string name) => value.NamedArguments.Where(argument => argument.Name == name).Select(argument => argument.Value).FirstOrDefault();
}
