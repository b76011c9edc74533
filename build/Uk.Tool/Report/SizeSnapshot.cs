// How large everything in an image was, kept from build to build, and what has grown since.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Uk.Tool.Report;

/// <summary>What an image's file consists of.</summary>
/// <param name="ImageBytes">The stripped file: more than the sum of the symbols, which have padding between them.</param>
internal sealed record SizeSnapshot(long ImageBytes, ImmutableArray<SymbolSize> Symbols)
{
    /// <summary>Null where there is none, or none that this version can read: then there is nothing to compare with.</summary>
    public static SizeSnapshot? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), SnapshotJson.Default.SizeSnapshot) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, SnapshotJson.Default.SizeSnapshot));

    /// <summary>What differs from an older one, the largest growth first.</summary>
    public SizeGrowth Since(SizeSnapshot before) => new(before.ImageBytes, ImageBytes,
        Changes(before, symbol => symbol.Library),
        Changes(before, symbol => symbol.Namespace.Length == 0 ? symbol.Library : symbol.Library + ": " + symbol.Namespace),
        Changes(before, symbol => symbol.Name));

    private ImmutableArray<SizeChange> Changes(SizeSnapshot before, Func<SymbolSize, string> key)
    {
        Dictionary<string, long> old = Sums(before, key), now = Sums(this, key);
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Select(name => new SizeChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
            .Where(change => change.Delta != 0)
            .OrderByDescending(change => change.Delta).ThenBy(change => change.Name, StringComparer.Ordinal)];
    }

    private static Dictionary<string, long> Sums(SizeSnapshot snapshot, Func<SymbolSize, string> key) => snapshot.Symbols.Where(symbol => symbol.InImage)
        .GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(symbol => (long)symbol.Bytes), StringComparer.Ordinal);
}

/// <summary>A library, a namespace or a symbol of which the image has more or less bytes than before.</summary>
internal sealed record SizeChange(string Name, long Before, long Now)
{
    public long Delta => Now - Before;
}

internal sealed record SizeGrowth(
    long Before,
    long Now,
    ImmutableArray<SizeChange> Libraries,
    ImmutableArray<SizeChange> Namespaces,
    ImmutableArray<SizeChange> Symbols)
{
    public bool IsNone => Libraries.IsEmpty && Before == Now;
}
