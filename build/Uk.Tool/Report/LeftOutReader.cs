// What a program could have and does not: libraries that it references and nothing of which is in its image, other
// libraries that could stand where one was chosen, and features that are off.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using Uk.Tool.Describe;
using Uk.Tool.Features;

namespace Uk.Tool.Report;

internal static class LeftOutReader
{
    /// <param name="inImage">Libraries of which the image has something.</param>
    public static ImmutableArray<LeftOut> Read(AssemblySet assemblies, ProgramDescription? program, IReadOnlySet<string> inImage, ImmutableArray<FeatureState> features) =>
    [
        .. Libraries(assemblies, Composed(program), inImage),
        .. program is null ? [] : Providers(assemblies, program),
        .. features.Where(feature => feature.State == "off").Select(feature => new LeftOut("feature", feature.Name, feature.What)),
    ];

    private static IEnumerable<LeftOut> Libraries(AssemblySet assemblies, HashSet<string> composed, IReadOnlySet<string> inImage) => assemblies.All
        .Where(assembly => !inImage.Contains(assembly.Name) && !composed.Contains(assembly.Name) && IsMeant(assembly))
        .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
        .Select(assembly => new LeftOut("library", assembly.Name, Provides(assembly) is { Length: > 0 } what
            ? $"would provide {what}, which nothing in the program needs"
            : "no code of it is reached, or all of it was inlined into its callers"));

    /// <summary>Libraries of the composition are in the image, also where all of their code was inlined into others.</summary>
    private static HashSet<string> Composed(ProgramDescription? program) =>
        program is null ? [] : [.. program.Roots().SelectMany(root => All(root.Type)).Select(type => type.Library)];

    /// <summary>Neither attributes alone, nor .NET's own, of which every program could have all.</summary>
    private static bool IsMeant(OpenAssembly assembly) => assembly.Name != "Uk.Annotations" && !assembly.Name.StartsWith("System.", StringComparison.Ordinal);

    private static string Provides(OpenAssembly assembly) => string.Join(", ", Manifests(assembly)
        .SelectMany(manifest => manifest.Texts("Provides")).Select(Short).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Libraries for the same target that provide a contract for which the composition has another one.</summary>
    private static IEnumerable<LeftOut> Providers(AssemblySet assemblies, ProgramDescription program)
    {
        ILookup<string, ComposedType> chosen = program.Roots().SelectMany(root => All(root.Type)).Where(type => type.Contract.Length != 0)
            .Where(type => program.Parts.All(part => part.FullName != type.FullName))
            .DistinctBy(type => (type.Contract, type.FullName)).ToLookup(type => type.Contract, StringComparer.Ordinal);
        HashSet<string> present = [.. chosen.SelectMany(group => group).Select(type => type.FullName)];
        int target = program.Target switch { "kvm" => 2, "linux" => 4, _ => 1 };
        foreach (AttributeArguments manifest in assemblies.All.SelectMany(Manifests).OrderBy(manifest => manifest.Text(0), StringComparer.Ordinal))
        {
            string type = manifest.Text(0).Split(',')[0];
            if (present.Contains(type) || ((manifest.Number("Targets") ?? 0) & target) == 0) continue;
            foreach (string contract in manifest.Texts("Provides").Select(Short).Where(chosen.Contains))
                yield return new LeftOut("provider", Short(type), $"could be the {contract} in place of {string.Join(", ", chosen[contract].Select(each => each.Name).Distinct())}: [{(contract == "IScheduler" ? "assembly: Scheduler" : "Uses")}(typeof({Open(type)}))]");
        }
    }

    private static IEnumerable<ComposedType> All(ComposedType type) => type.Behind.SelectMany(All).Prepend(type);

    private static IEnumerable<AttributeArguments> Manifests(OpenAssembly assembly) => assembly.Attributes("Uk.LibraryManifestAttribute");

    private static string Short(string type)
    {
        string name = type.Split(',')[0].Split('`')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    /// <summary>As in C#: <c>BuddyAllocator&lt;,&gt;</c>.</summary>
    private static string Open(string type) =>
        type.Split('`') is [_, { } arity] && int.TryParse(arity, out int count) ? $"{Short(type)}<{new string(',', count - 1)}>" : Short(type);
}
