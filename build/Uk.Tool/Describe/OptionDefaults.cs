// The options of a contract with their defaults, read from the code of its properties: a constant each.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Uk.Tool.Names;

namespace Uk.Tool.Describe;

internal sealed class OptionDefaults(AssemblySet assemblies)
{
    private const string OptionsContract = "Uk.IOptions";
    // ECMA-335, III: what a getter of a constant consists of.
    private const byte LoadMinusOne = 0x15, Load8 = 0x1E, LoadInt8 = 0x1F, LoadInt32 = 0x20, LoadInt64 = 0x21, Load0 = 0x16;
    private const byte LoadDouble = 0x23, ToInt64 = 0x6A, ToUInt64 = 0x6E, LoadString = 0x72, Return = 0x2A;

    private readonly OptionComments _comments = new();

    /// <summary>The contract is one of options: an interface that inherits <c>Uk.IOptions</c>.</summary>
    public bool IsOptions(string contract) => Bases(contract).Contains(OptionsContract);

    /// <summary>All options of a contract, in the order of their declaration, each with what the program sets it to.</summary>
    /// <param name="settings"><c>Name = value</c>.</param>
    /// <param name="attribute">The class that makes a part, which may say what the options are; empty for options of libraries.</param>
    public ImmutableArray<OptionValue> Of(string contract, ImmutableArray<string> settings, string attribute = "")
    {
        Dictionary<string, string> set = settings.Select(setting => setting.Split(" = ", 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => Plain(group.Last()[1]), StringComparer.Ordinal);
        List<OptionValue> values = [];
        foreach (string each in Bases(contract).Prepend(contract))
            if (assemblies.Find(each) is { } found) values.AddRange(Properties(found.Assembly, found.Type, set, [each, attribute, attribute + "`1"]));
        // Settings of contracts that are not among the assemblies are shown as they are.
        values.AddRange(set.Where(pair => values.All(value => value.Name != pair.Key)).Select(pair => new OptionValue(pair.Key, "", pair.Value, null, true, "")));
        return [.. values];
    }

    private IEnumerable<string> Bases(string contract)
    {
        if (assemblies.Find(contract) is not { } found) yield break;
        MetadataReader reader = found.Assembly.Metadata;
        foreach (InterfaceImplementationHandle handle in reader.GetTypeDefinition(found.Type).GetInterfaceImplementations())
        {
            if (TypePath.OfDefinition(reader, reader.GetInterfaceImplementation(handle).Interface) is { } path) yield return path.FullName;
        }
    }

    private IEnumerable<OptionValue> Properties(OpenAssembly assembly, TypeDefinitionHandle contract, Dictionary<string, string> set, string[] documented)
    {
        MetadataReader reader = assembly.Metadata;
        foreach (PropertyDefinition property in reader.GetTypeDefinition(contract).GetProperties().Select(reader.GetPropertyDefinition))
        {
            string name = reader.GetString(property.Name);
            string type = property.DecodeSignature(FullSignatureText.Instance, null).ReturnType;
            string? value = Default(assembly, property.GetAccessors().Getter, type);
            bool isSet = set.TryGetValue(name, out string? given);
            yield return new OptionValue(name, type[(type.LastIndexOf('.') + 1)..], isSet ? given : value, value, isSet, _comments.Of(assembly.Path, name, documented));
        }
    }

    private string? Default(OpenAssembly assembly, MethodDefinitionHandle getter, string type)
    {
        if (getter.IsNil) return null;
        int address = assembly.Metadata.GetMethodDefinition(getter).RelativeVirtualAddress;
        if (address == 0) return null;
        BlobReader code = assembly.File.GetMethodBody(address).GetILReader();
        object? value = null;
        while (code.RemainingBytes > 0)
        {
            byte operation = code.ReadByte();
            switch (operation)
            {
                case >= LoadMinusOne and <= Load8: value = (long)(operation - Load0); break;
                case LoadInt8: value = (long)code.ReadSByte(); break;
                case LoadInt32: value = (long)code.ReadInt32(); break;
                case LoadInt64: value = code.ReadInt64(); break;
                case LoadDouble: value = code.ReadDouble(); break;
                case LoadString: value = assembly.Metadata.GetUserString(MetadataTokens.UserStringHandle(code.ReadInt32() & 0xFFFFFF)); break;
                case ToInt64 or ToUInt64: break;
                case Return: return Text(value, type);
                default: return null;
            }
        }
        return null;
    }

    /// <summary>Numbers without the underscores of C#.</summary>
    private static string Plain(string value) => value.Length > 0 && char.IsAsciiDigit(value[0]) ? value.Replace("_", "", StringComparison.Ordinal) : value;

    private string? Text(object? value, string type) => value switch
    {
        string text => "\"" + text + "\"",
        long number when type == "System.Boolean" => number != 0 ? "true" : "false",
        long number when assemblies.Find(type) is { } found => EnumMember(found.Assembly.Metadata, found.Type, number) ?? number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? EnumMember(MetadataReader reader, TypeDefinitionHandle type, long value)
    {
        foreach (FieldDefinition field in reader.GetTypeDefinition(type).GetFields().Select(reader.GetFieldDefinition))
        {
            if (field.GetDefaultValue().IsNil) continue;
            Constant constant = reader.GetConstant(field.GetDefaultValue());
            object? member = reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode);
            if (member is IConvertible number && number.ToInt64(CultureInfo.InvariantCulture) == value) return reader.GetString(field.Name);
        }
        return null;
    }
}
