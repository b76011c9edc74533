// The methods of an image by address, for stack traces. Behind the distance to the first method's code, the distance to the
// pool of names, the count of bytes and the shift of addresses, one entry follows the other in order of their addresses, in
// LEB128: how far the method is from the one before, shifted; 0 for a method that is not shown, 1 for one of the same type
// as the last shown, or two more than where the type's record is; then the method's text. That is its length doubled and its
// UTF-8, or, one more than doubled, how far into the entries the same text stands.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Uk.Tool.Names;

internal sealed class MethodList(ObjectSymbols symbols, CompilerStatistics entities, ProgramTypes types, NamePool pool)
{
    public const string Table = "uk_method_table";

    private const string Code = "__managedcode";
    private const uint NotShown = 0, SameType = 1, FirstType = 2;

    private readonly List<byte> _entries = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public void WriteTo(TableSource source)
    {
        SortedDictionary<ulong, Method> methods = ByAddress();
        // Distances from the first: the linker may put the section behind some padding.
        ulong first = methods.Count == 0 ? 0 : methods.Keys.First(), address = first;
        int shift = BitOperations.TrailingZeroCount(methods.Keys.Aggregate(1ul << 16, (all, address) => all | (address - first)));
        TypePath? type = null;
        foreach ((ulong start, (_, MethodDescription method)) in methods)
        {
            NamePool.WriteUnsigned(_entries, (start - address) >> shift);
            address = start;
            if (method.Text.Length == 0)
            {
                NamePool.WriteUnsigned(_entries, NotShown);
                continue;
            }
            NamePool.WriteUnsigned(_entries, method.Type == type ? SameType : (uint)pool.Add(method.Type) + FirstType);
            type = method.Type;
            WriteText(method.Text);
        }
        source.Begin(Table, sizeof(uint));
        source.Distance(methods.Count == 0 ? Table : methods.Values.First().Symbol);
        source.Distance(NamePool.Table);
        source.Word(_entries.Count);
        source.Word(shift);
        source.Bytes(_entries);
    }

    private void WriteText(string text)
    {
        if (_texts.TryGetValue(text, out int known))
        {
            NamePool.WriteUnsigned(_entries, (uint)known * 2 + 1);
            return;
        }
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        _texts.Add(text, _entries.Count);
        NamePool.WriteUnsigned(_entries, (uint)utf8.Length * 2);
        _entries.AddRange(utf8);
    }

    private readonly record struct Method(string Symbol, MethodDescription Description);

    /// <summary>Methods whose code is the same are one: the first that the compiler names.</summary>
    private SortedDictionary<ulong, Method> ByAddress()
    {
        var found = new SortedDictionary<ulong, Method>();
        foreach (CompiledEntity entity in entities.Methods)
            if (symbols.TryFind(entity.Symbol, Code, out ulong offset))
                found.TryAdd(offset, new Method(entity.Symbol, MethodDescription.Of(entities.Metadata, entity.Token, types) ?? new MethodDescription(default, "")));
        return found;
    }
}
