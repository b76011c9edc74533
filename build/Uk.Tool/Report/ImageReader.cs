// Sections and symbols of an image, by way of binutils, and who they belong to.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Tool.Report;

/// <param name="Libraries">Simple names of the assemblies that were compiled, for example Uk.CoreLib.</param>
internal sealed partial class ImageReader(ImmutableArray<string> Libraries)
{
    /// <summary>Boot code, and whatever else no assembly's name stands before.</summary>
    public const string NoLibrary = "(boot code, tables)";
    private const int Largest = 20;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    // Longest first: Uk.Virtio.Net before Uk.Virtio.
    private readonly ImmutableArray<(string Name, string Mangled)> _libraries =
        [.. Libraries.Distinct().Select(name => (name, Mangle(name) + "_")).OrderByDescending(library => library.Item2.Length).ThenBy(library => library.name, StringComparer.Ordinal)];

    /// <summary>The sections that the guest's memory has, in order of address.</summary>
    public static ImmutableArray<SectionSize> ReadSections(string elfPath)
    {
        string output = HostTool.ReadElf.Output(s_timeout, "--section-headers", "--wide", elfPath);
        return [.. Section().Matches(output).Where(match => match.Groups["flags"].Value.Contains('A')).Select(match => new SectionSize(
            match.Groups["name"].Value, Hexadecimal(match.Groups["address"]), Hexadecimal(match.Groups["size"]), match.Groups["type"].Value != "NOBITS"))
            .OrderBy(section => section.Address)];
    }

    /// <summary>Symbols with a size, and those without one up to the next symbol of the same kind.</summary>
    public ImmutableArray<SymbolSize> ReadSymbols(GuestSymbols symbols, ImmutableArray<SectionSize> sections)
    {
        var result = ImmutableArray.CreateBuilder<SymbolSize>();
        ImmutableArray<GuestSymbol> all = [.. symbols.All.Where(symbol => symbol.Kind is 't' or 'r' or 'd' or 'b' or 'w')];
        for (int i = 0; i < all.Length; i++)
        {
            GuestSymbol symbol = all[i];
            if (i + 1 < all.Length && all[i + 1].Address == symbol.Address && symbol.LengthBytes == 0) continue;
            ulong bytes = symbol.LengthBytes != 0 ? symbol.LengthBytes : Gap(symbol, i + 1 < all.Length ? all[i + 1].Address : ulong.MaxValue, sections);
            if (bytes != 0) result.Add(new SymbolSize(symbol.Name, LibraryOf(symbol.Name), bytes));
        }
        return result.ToImmutable();
    }

    public static ImmutableArray<LibrarySize> ByLibrary(IEnumerable<SymbolSize> symbols) =>
        [.. symbols.GroupBy(symbol => symbol.Library)
            .Select(group => new LibrarySize(group.Key, group.Aggregate(0UL, (sum, symbol) => sum + symbol.Bytes), group.Count()))
            .OrderByDescending(library => library.Bytes).ThenBy(library => library.Name, StringComparer.Ordinal)];

    public static ImmutableArray<SymbolSize> LargestOf(IEnumerable<SymbolSize> symbols) =>
        [.. symbols.OrderByDescending(symbol => symbol.Bytes).ThenBy(symbol => symbol.Name, StringComparer.Ordinal).Take(Largest)];

    // The name of the assembly stands first, behind a prefix for tables that belong to a type.
    private string LibraryOf(string symbol)
    {
        foreach ((string name, string mangled) in _libraries)
        {
            int at = symbol.IndexOf(mangled, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsAsciiLetter(symbol[at - 1]))) return name;
        }
        return NoLibrary;
    }

    private static ulong Gap(GuestSymbol symbol, ulong next, ImmutableArray<SectionSize> sections)
    {
        foreach (SectionSize section in sections)
        {
            if (symbol.Address < section.Address || symbol.Address >= section.Address + section.Bytes) continue;
            return Math.Min(next, section.Address + section.Bytes) - symbol.Address;
        }
        return 0;
    }

    private static string Mangle(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*\[\s*\d+\] (?<name>\S+)\s+(?<type>\S+)\s+(?<address>[0-9a-f]{16}) [0-9a-f]+ (?<size>[0-9a-f]+) [0-9a-f]{2}\s+(?<flags>[A-Za-z]*) ", RegexOptions.Multiline)]
    private static partial Regex Section();
}
