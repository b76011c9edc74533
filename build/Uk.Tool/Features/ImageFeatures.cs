// All features of images, in the order in which they are settled and shown: what one depends on comes before it.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

/// <param name="State">on, off, or which of several.</param>
/// <param name="What">What it is, and what asks for it.</param>
internal sealed record FeatureState(string Name, string State, string What);

internal static class ImageFeatures
{
    public static readonly ImmutableArray<ImageFeature> All =
    [
        new HeapFeature(),
        new ExceptionsFeature(),
        new StackTracesFeature(),
        new ExceptionNamesFeature(),
        new FinalizersFeature(),
        new VarianceFeature(),
        new LcoresFeature(),
        new OptimizeFeature(),
        new InstructionsFeature(),
        new CollectorStressFeature(),
    ];

    /// <param name="program">The program first, then what it uses.</param>
    /// <param name="properties">Of the build, by name; an empty one says nothing.</param>
    /// <exception cref="PlanException">A property has a value that it cannot have, or two features cannot be together.</exception>
    public static SettledFeatures Settle(AssemblySet program, IReadOnlyDictionary<string, string> properties)
    {
        var settled = new SettledFeatures();
        foreach (ImageFeature feature in All)
        {
            string value = Asked(feature, properties) ?? feature.FoundIn(program);
            settled.Add(feature.Name, feature.Settle(value, settled, program.Program.Name));
        }
        return settled;
    }

    /// <summary>For people.</summary>
    public static ImmutableArray<FeatureState> Describe(SettledFeatures settled) =>
    [
        .. All.Where(feature => feature.IsShown && settled.Has(feature.Name)).Select(feature =>
        {
            string value = settled[feature.Name];
            return new FeatureState(feature.Name, feature is SwitchFeature ? value == SwitchFeature.On ? "on" : "off" : value, feature.What(value));
        }),
    ];

    private static string? Asked(ImageFeature feature, IReadOnlyDictionary<string, string> properties)
    {
        if (feature.Property is not { } property) return null;
        if (!properties.TryGetValue(property, out string? value) || value.Length == 0) return null;
        if (feature.Values.IsEmpty || feature.Values.Contains(value)) return value;
        string others = string.Join(", ", feature.Values[..^1]);
        throw new PlanException(feature.ErrorId, $"{property} '{value}' is unknown. Use {others} or {feature.Values[^1]}.");
    }
}
