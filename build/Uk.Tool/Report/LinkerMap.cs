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

internal static partial class LinkerMap
{
    /// <summary>Largest first. Sections without an address, such as those for debuggers, do not count.</summary>
    public static ImmutableArray<ObjectSize> Read(string path)
    {
        var sizes = new SortedDictionary<string, ulong>(StringComparer.Ordinal);
        foreach (Match piece in Piece().Matches(File.ReadAllText(path)))
        {
            if (Hexadecimal(piece.Groups["address"]) == 0) continue;
            string name = Path.GetFileName(piece.Groups["object"].Value.Trim());
            sizes[name] = sizes.GetValueOrDefault(name) + Hexadecimal(piece.Groups["size"]);
        }
        return [.. sizes.Where(size => size.Value != 0).Select(size => new ObjectSize(size.Key, size.Value)).OrderByDescending(size => size.Bytes)];
    }

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    // An input section, whose name may be so long that the rest stands on the next line.
    [GeneratedRegex(@"^ \S+\s+0x(?<address>[0-9a-f]{16})\s+0x(?<size>[0-9a-f]+) (?<object>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Piece();
}
