// The members of an enum, in the order in which .NET searches them.

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Reflection.Metadata;

namespace Uk.Tool.Names;

/// <param name="Values">As unsigned numbers of the enum's width, ascending.</param>
internal sealed record EnumMembers(bool IsFlags, ulong[] Values, string[] Names)
{
    public static EnumMembers Read(DefinedType type)
    {
        MetadataReader metadata = type.Metadata;
        TypeDefinition definition = type.Definition;
        var values = new List<ulong>();
        var names = new List<string>();
        foreach (FieldDefinitionHandle handle in definition.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Literal) == 0) continue;
            values.Add(ValueOf(metadata, field));
            names.Add(metadata.GetString(field.Name));
        }
        ulong[] sorted = [.. values];
        string[] sortedNames = [.. names];
        // .NET sorts only what is not sorted, by this function: it decides which of two names of one value comes first.
        if (!IsSorted(sorted)) Array.Sort(sorted, sortedNames);
        return new EnumMembers(ProgramTypes.Has(metadata, definition.GetCustomAttributes(), "System", "FlagsAttribute"), sorted, sortedNames);
    }

    /// <summary>A byte that is 1 for flags, the count (LEB128), each value's difference to the one before (LEB128), the names.</summary>
    public void WriteTo(List<byte> record)
    {
        record.Add(IsFlags ? (byte)1 : (byte)0);
        NamePool.WriteUnsigned(record, (ulong)Values.Length);
        ulong before = 0;
        foreach (ulong value in Values)
        {
            NamePool.WriteUnsigned(record, value - before);
            before = value;
        }
        foreach (string name in Names) NamePool.WriteText(record, name);
    }

    private static bool IsSorted(ulong[] values)
    {
        for (int i = 1; i < values.Length; i++)
            if (values[i - 1] > values[i]) return false;
        return true;
    }

    private static ulong ValueOf(MetadataReader metadata, FieldDefinition field)
    {
        ConstantHandle handle = field.GetDefaultValue();
        if (handle.IsNil) throw new BadImageFormatException($"the enum member {metadata.GetString(field.Name)} has no value");
        Constant constant = metadata.GetConstant(handle);
        return metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode) switch
        {
            bool value => value ? 1ul : 0,
            char value => value,
            sbyte value => (byte)value,
            byte value => value,
            short value => (ushort)value,
            ushort value => value,
            int value => (uint)value,
            uint value => value,
            long value => (ulong)value,
            ulong value => value,
            _ => throw new BadImageFormatException($"the enum member {metadata.GetString(field.Name)} is no whole number"),
        };
    }
}
