// What each object file brought into an image, read from the map that GNU ld writes.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Uk.Tool.Report;

/// <summary>The bytes of one object file in the guest's memory.</summary>
internal sealed record ObjectSize(string Name, ulong Bytes);

/// <summary>Where one section of one object file went.</summary>
internal readonly record struct LinkedPiece(ulong Address, ulong Bytes, string Object)
{
    public ulong End => Address + Bytes;
}

/// <summary>The pieces that an image is linked from, in order of address. What lies between them is padding, or room that
/// the linker script sets aside.</summary>
internal sealed partial record LinkerMap(ImmutableArray<LinkedPiece> Pieces)
{
    /// <summary>For images without a map: nothing is known.</summary>
    public static readonly LinkerMap Empty = new([]);

    /// <remarks>Sections without an address, such as those for debuggers, do not count.</remarks>
    public static LinkerMap Read(string path) => new([.. Piece().Matches(File.ReadAllText(path))
        .Select(match => new LinkedPiece(Hexadecimal(match.Groups["address"]), Hexadecimal(match.Groups["size"]), Path.GetFileName(match.Groups["object"].Value.Trim())))
        .Where(piece => piece.Address != 0 && piece.Bytes != 0).OrderBy(piece => piece.Address)]);

    /// <summary>Largest first.</summary>
    public ImmutableArray<ObjectSize> ByObject() => [.. Pieces.GroupBy(piece => piece.Object)
        .Select(group => new ObjectSize(group.Key, group.Aggregate(0UL, (sum, piece) => sum + piece.Bytes)))
        .OrderByDescending(size => size.Bytes).ThenBy(size => size.Name, StringComparer.Ordinal)];

    /// <summary>The piece that has the address; null for padding and the linker script's own room.</summary>
    public LinkedPiece? At(ulong address)
    {
        int low = 0, high = Pieces.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Pieces[middle].Address <= address) low = middle + 1;
            else high = middle;
        }
        return low != 0 && address < Pieces[low - 1].End ? Pieces[low - 1] : null;
    }

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // An input section, whose name may be so long that the rest stands on the next line.
    [GeneratedRegex(@"^ \S+\s+0x(?<address>[0-9a-f]{16})\s+0x(?<size>[0-9a-f]+) (?<object>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Piece();
}
