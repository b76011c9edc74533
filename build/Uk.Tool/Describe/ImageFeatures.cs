// What an image can have beyond the application's own libraries, and what each of it is.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Uk.Tool.Describe;

/// <param name="State">on, off, or which of several.</param>
/// <param name="What">What it is, and what asks for it.</param>
internal sealed record ImageFeature(string Name, string State, string What);

internal static class ImageFeatures
{
    private const string On = "on", Off = "off";

    private static readonly (string Name, string What)[] s_switches =
    [
        ("exceptions", "catch, filters and finally: where some method catches, or UkExceptions=true"),
        ("stack-traces", "exceptions remember where they came through: where the program asks for StackTrace, or UkStackTraces=true"),
        ("exception-names", "a panic names the class of the exception: where something makes text of exceptions"),
        ("finalizers", "run by the collector: where a type has one and the heap is collected"),
        ("variance", "conversions of interfaces and delegates that C# marks with in and out"),
    ];

    private static readonly Dictionary<string, string> s_heaps = new(StringComparer.Ordinal)
    {
        ["bump"] = "memory is never given back",
        ["none"] = "a line that allocates is an error of the build",
        ["region"] = "given back as a whole by Heap.Reset",
        ["collected"] = "a mark-and-sweep collector gives back what nothing refers to",
    };

    /// <param name="settings">As the build has settled them: <c>exceptions=true</c>, <c>heap=bump</c>, <c>lcores=2</c>.</param>
    public static ImmutableArray<ImageFeature> Of(IEnumerable<string> settings)
    {
        Dictionary<string, string> values = settings.Select(setting => setting.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.Ordinal);
        if (values.Count == 0) return [];
        string heap = values.GetValueOrDefault("heap", "bump"), lcores = values.GetValueOrDefault("lcores", "1");
        return
        [
            new ImageFeature("heap", heap, s_heaps.GetValueOrDefault(heap, "")),
            .. s_switches.Select(each => new ImageFeature(each.Name, values.GetValueOrDefault(each.Name) == "true" ? On : Off, each.What)),
            new ImageFeature("lcores", lcores, lcores == "1" ? "one processor; locks between several fold away" : "each loop on a processor of its own"),
            .. values.TryGetValue("optimize", out string? optimize) ? [new ImageFeature("optimize", optimize, "UkOptimize: balanced, size or speed")] : Array.Empty<ImageFeature>(),
            .. values.TryGetValue("instructions", out string? instructions) ? [new ImageFeature("instructions", instructions, "UkInstructionSet: the processors that the image runs on")] : Array.Empty<ImageFeature>(),
        ];
    }
}
