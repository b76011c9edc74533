// The tables of names, each only if the object asks for it: by calling the function that says where it is.
//
//   uk_type_names       index of method tables, to records in the pool of names (NamePool.cs); uk_exception_names is the
//                       same where only the names of exceptions are asked for
//   uk_enum_names       index of method tables of enums, to records: flags, count, differences of values, names
//   uk_enum_arrays      index of method tables of enums, to method tables of arrays of them
//   uk_method_names     addresses and names of methods (MethodList.cs)
//   uk_assembly_names   full names of assemblies, by their numbers in the pool
//
// An index begins with the distance to the first method table, the count of keys, how many bytes each number has (2 or 4), and
// the distance to what the values count from. Then come the keys, ascending: how far a method table is from the first one,
// divided by eight. Then the values.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;

namespace Uk.Tool.Names;

internal sealed class NameTables(ObjectSymbols symbols, CompilerStatistics entities, ProgramTypes types)
{
    private const string Types = "uk_type_names", Exceptions = "uk_exception_names", Enums = "uk_enum_names",
        EnumArrays = "uk_enum_arrays", Methods = "uk_method_names", Assemblies = "uk_assembly_names";

    private const string TypeTable = "uk_type_table", EnumTable = "uk_enum_table", EnumRecords = "uk_enum_records",
        ArrayTable = "uk_enum_array_table", AssemblyTable = "uk_assembly_table";

    private const string MethodTablePrefix = "_ZTV", Data = ".data";
    private const int MethodTableAlignment = 8;

    private static readonly string[] s_all = [Types, Exceptions, Enums, EnumArrays, Methods, Assemblies];

    private readonly NamePool _pool = new();

    public static bool AreAskedFor(ObjectSymbols symbols) => s_all.Any(symbols.Undefined.Contains);

    public void WriteTo(TableSource source)
    {
        string[] typeTables = [.. new[] { Types, Exceptions }.Where(symbols.Undefined.Contains)];
        if (typeTables.Length != 0) WriteTypes(source, typeTables);
        if (symbols.Undefined.Contains(Enums)) WriteEnums(source);
        if (symbols.Undefined.Contains(EnumArrays)) WriteEnumArrays(source);
        if (symbols.Undefined.Contains(Methods))
        {
            source.Function([Methods], MethodList.Table);
            new MethodList(symbols, entities, types, _pool).WriteTo(source);
        }
        if (symbols.Undefined.Contains(Assemblies)) WriteAssemblies(source);
        if (_pool.Bytes.Count != 0) _pool.WriteTo(source);
    }

    /// <summary>A type of the image that has a method table.</summary>
    private readonly record struct Tabled(string Symbol, ulong Offset, TypePath Path, bool IsInstance)
    {
        public static Tabled? Of(CompiledEntity entity, ObjectSymbols symbols, MetadataReader metadata) =>
            entity.Symbol.StartsWith(MethodTablePrefix, StringComparison.Ordinal) && symbols.TryFind(entity.Symbol, Data, out ulong offset)
                && TypePath.OfDefinition(metadata, entity.Token) is { } path
                ? new Tabled(entity.Symbol, offset, path, entity.Token.Kind == HandleKind.TypeSpecification)
                : null;
    }

    private IEnumerable<Tabled> MethodTables() =>
        entities.Types.Select(entity => Tabled.Of(entity, symbols, entities.Metadata)).OfType<Tabled>().OrderBy(type => type.Offset);

    /// <summary>Instances of generic types have the names of their definitions.</summary>
    private void WriteTypes(TableSource source, string[] askedFor)
    {
        bool all = askedFor.Contains(Types);
        Tabled[] listed = [.. MethodTables().Where(type => !type.IsInstance && (all || IsException(type.Path)))];
        source.Function(askedFor, TypeTable);
        source.Begin(TypeTable, sizeof(uint));
        WriteIndex(source, listed, [.. listed.Select(type => (uint)_pool.Add(type.Path))], NamePool.Table);
    }

    private bool IsException(TypePath path) => types.TryFind(path, out DefinedType type) && types.DerivesFrom(type, "System.Exception");

    private static void WriteIndex(TableSource source, Tabled[] listed, uint[] values, string origin)
    {
        ulong first = listed.Length == 0 ? 0 : listed[0].Offset;
        uint[] keys = [.. listed.Select(type => (uint)((type.Offset - first) / MethodTableAlignment))];
        int width = keys.Concat(values).All(number => number <= ushort.MaxValue) ? sizeof(ushort) : sizeof(uint);
        if (listed.Length == 0) source.Word(0);
        else source.Distance(listed[0].Symbol);
        source.Word(listed.Length);
        source.Word(width);
        source.Distance(origin);
        source.Numbers(keys, width);
        source.Numbers(values, width);
    }

    private IEnumerable<(Tabled Type, DefinedType Definition)> EnumTypes()
    {
        foreach (Tabled type in MethodTables())
            if (types.TryFind(type.Path, out DefinedType definition) && types.IsEnum(definition)) yield return (type, definition);
    }

    private void WriteEnums(TableSource source)
    {
        var records = new List<byte>();
        var starts = new List<uint>();
        var known = new Dictionary<TypePath, uint>();
        (Tabled Type, DefinedType Definition)[] listed = [.. EnumTypes()];
        foreach ((Tabled type, DefinedType definition) in listed)
        {
            if (!known.TryGetValue(type.Path, out uint start))
            {
                known.Add(type.Path, start = (uint)records.Count);
                EnumMembers.Read(definition).WriteTo(records);
            }
            starts.Add(start);
        }
        source.Function([Enums], EnumTable);
        source.Begin(EnumTable, sizeof(uint));
        WriteIndex(source, [.. listed.Select(entry => entry.Type)], [.. starts], EnumRecords);
        source.Begin(EnumRecords, 1);
        source.Bytes(records);
    }

    /// <summary>The linker's name of an array's method table is made of that of its elements.</summary>
    private void WriteEnumArrays(TableSource source)
    {
        Dictionary<string, (string Symbol, ulong Offset)> arrays = [];
        foreach (CompiledEntity entity in entities.Types)
            if (entity.IsConstructed && ElementOf(entity.Symbol) is { } element && symbols.TryFind(entity.Symbol, Data, out ulong offset))
                arrays[element] = (entity.Symbol, offset);
        (Tabled Type, string Symbol, ulong Offset)[] listed = [.. EnumTypes()
            .Where(entry => arrays.ContainsKey(WithoutLength(entry.Type.Symbol)))
            .Select(entry => (entry.Type, arrays[WithoutLength(entry.Type.Symbol)].Symbol, arrays[WithoutLength(entry.Type.Symbol)].Offset))];
        (string Symbol, ulong Offset) first = listed.Length == 0 ? (ArrayTable, 0) : listed.Select(entry => (entry.Symbol, entry.Offset)).MinBy(entry => entry.Offset);
        source.Function([EnumArrays], ArrayTable);
        source.Begin(ArrayTable, sizeof(uint));
        WriteIndex(source, [.. listed.Select(entry => entry.Type)], [.. listed.Select(entry => (uint)(entry.Offset - first.Offset))], first.Symbol);
    }

    private const string ArrayName = "__Array<", BoxedName = "Boxed_";

    private static string? ElementOf(string symbol) =>
        WithoutLength(symbol) is var name && name.StartsWith(ArrayName, StringComparison.Ordinal) && name.EndsWith('>') ? name[ArrayName.Length..^1] : null;

    private static string WithoutLength(string symbol)
    {
        string name = symbol[MethodTablePrefix.Length..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return name.StartsWith(BoxedName, StringComparison.Ordinal) ? name[BoxedName.Length..] : name;
    }

    private void WriteAssemblies(TableSource source)
    {
        var names = new List<byte>();
        foreach (string assembly in _pool.Assemblies) NamePool.WriteText(names, types.DisplayName(assembly));
        source.Function([Assemblies], AssemblyTable);
        source.Begin(AssemblyTable, 1);
        source.Bytes(names);
    }
}
