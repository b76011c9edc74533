// Sections and symbols of an image, by way of binutils, and who they belong to.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Tool.Report;

/// <param name="Libraries">Simple names of the assemblies that were compiled, for example System.Private.CoreLib.</param>
/// <param name="Owners">What the compiler says of its symbols.</param>
internal sealed partial class ImageReader(ImmutableArray<string> Libraries, LinkerMap Map, SymbolOwners Owners)
{
    /// <summary>Room that the linker script sets aside, and, without a map, what no assembly's name stands before.</summary>
    public const string NoLibrary = "(stacks, page tables)";
    private const int Largest = 20;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    // Longest first: Uk.Virtio.Net before Uk.Virtio.
    private readonly ImmutableArray<(string Name, string Mangled)> _libraries =
        [.. Libraries.Distinct().Select(name => (Name: name, Mangled: Mangle(name) + "_")).OrderByDescending(library => library.Mangled.Length).ThenBy(library => library.Name, StringComparer.Ordinal)];

    /// <summary>The sections that the guest's memory has, in order of address.</summary>
    public static ImmutableArray<SectionSize> ReadSections(string elfPath)
    {
        string output = HostTool.ReadElf.Output(s_timeout, "--section-headers", "--wide", elfPath);
        return [.. Section().Matches(output).Where(match => match.Groups["flags"].Value.Contains('A')).Select(match => new SectionSize(
            match.Groups["name"].Value, Hexadecimal(match.Groups["address"]), Hexadecimal(match.Groups["size"]), match.Groups["type"].Value != "NOBITS") { IsCode = match.Groups["flags"].Value.Contains('X') })
            .OrderBy(section => section.Address)];
    }

    /// <summary>
    /// One entry for each address that has a symbol. Data has no sizes of its own: it reaches to the next symbol, and not
    /// beyond the piece that was linked.
    /// </summary>
    public ImmutableArray<SymbolSize> ReadSymbols(GuestSymbols symbols, ImmutableArray<SectionSize> sections)
    {
        IGrouping<ulong, GuestSymbol>[] places = [.. symbols.All.Where(symbol => symbol.Kind is 't' or 'r' or 'd' or 'b' or 'w').GroupBy(symbol => symbol.Address)];
        var result = ImmutableArray.CreateBuilder<SymbolSize>();
        for (int i = 0; i < places.Length; i++)
        {
            ulong next = i + 1 < places.Length ? places[i + 1].Key : ulong.MaxValue;
            ulong bytes = places[i].Max(symbol => symbol.LengthBytes);
            if (bytes == 0) bytes = Math.Min(next, EndOfRoom(places[i].Key, sections)) - places[i].Key;
            if (bytes != 0) result.Add(Describe([.. places[i]], bytes) with { InImage = IsInImage(places[i].Key, sections) });
        }
        return result.ToImmutable();
    }

    public static ImmutableArray<LibrarySize> ByLibrary(IEnumerable<SymbolSize> symbols) =>
        [.. symbols.GroupBy(symbol => symbol.Library)
            .Select(group => new LibrarySize(group.Key, Bytes(group), group.Count()) { ImageBytes = Bytes(group.Where(symbol => symbol.InImage)), Namespaces = ByNamespace(group) })
            .OrderByDescending(library => library.Bytes).ThenBy(library => library.Name, StringComparer.Ordinal)];

    private static ImmutableArray<NamespaceSize> ByNamespace(IEnumerable<SymbolSize> symbols) =>
        [.. symbols.GroupBy(symbol => symbol.Namespace)
            .Select(group => new NamespaceSize(group.Key, Bytes(group), Bytes(group.Where(symbol => symbol.InImage)), group.Count()))
            .OrderByDescending(size => size.Bytes).ThenBy(size => size.Name, StringComparer.Ordinal)];

    private static ulong Bytes(IEnumerable<SymbolSize> symbols) => symbols.Aggregate(0UL, (sum, symbol) => sum + symbol.Bytes);

    private static bool IsInImage(ulong address, ImmutableArray<SectionSize> sections)
    {
        foreach (SectionSize section in sections)
            if (address >= section.Address && address < section.Address + section.Bytes) return section.InImage;
        return false;
    }

    public static ImmutableArray<SymbolSize> LargestOf(IEnumerable<SymbolSize> symbols) =>
        [.. symbols.OrderByDescending(symbol => symbol.Bytes).ThenBy(symbol => symbol.Name, StringComparer.Ordinal).Take(Largest)];

    // Of several names for one place, that with the assembly says most.
    private SymbolSize Describe(ImmutableArray<GuestSymbol> names, ulong bytes)
    {
        foreach (GuestSymbol symbol in names)
            if (Owners.TryFind(symbol.Name, out SymbolOwner owner)) return new SymbolSize(symbol.Name, owner.Library, bytes) { Namespace = owner.Namespace };
        foreach (GuestSymbol symbol in names)
            if (LibraryOf(symbol.Name, out int rest) is { } library)
                return new SymbolSize(symbol.Name, library, bytes) { Namespace = Owners.NamespaceAt(library, symbol.Name.AsSpan(rest)) };
        GuestSymbol first = names.OrderByDescending(symbol => symbol.LengthBytes).First();
        string origin = Map.At(first.Address) is { } piece ? $"({piece.Object})" : NoLibrary;
        return new SymbolSize(first.Name, origin, bytes);
    }

    // The name of the assembly stands first, behind a prefix for the tables that belong to a type.
    private string? LibraryOf(string symbol, out int rest)
    {
        int best = int.MaxValue;
        rest = 0;
        string? library = null;
        foreach ((string name, string mangled) in _libraries)
        {
            int at = symbol.IndexOf(mangled, StringComparison.Ordinal);
            if (at < 0 || at >= best || (at > 0 && char.IsAsciiLetter(symbol[at - 1]) && !symbol.StartsWith("__", StringComparison.Ordinal))) continue;
            best = at;
            rest = at + mangled.Length;
            library = name;
        }
        return library;
    }

    private ulong EndOfRoom(ulong address, ImmutableArray<SectionSize> sections)
    {
        if (Map.At(address) is { } piece) return piece.End;
        foreach (SectionSize section in sections)
            if (address >= section.Address && address < section.Address + section.Bytes) return section.Address + section.Bytes;
        return address;
    }

    // As ilc does, which abbreviates its own.
    public static string Mangle(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Replace("System_Private_", "S_P_", StringComparison.Ordinal);

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*\[\s*\d+\] (?<name>\S+)\s+(?<type>\S+)\s+(?<address>[0-9a-f]{16}) [0-9a-f]+ (?<size>[0-9a-f]+) [0-9a-f]{2}\s+(?<flags>[A-Za-z]*) ", RegexOptions.Multiline)]
    private static partial Regex Section();
}
