// What a program is composed of: the model that `uk describe` prints and that reports are made from.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Uk.Tool.Describe;

/// <summary>A closed type of the composition: a library, a combinator, a part or a struct of options.</summary>
/// <param name="Name">Without namespace and arity: <c>VirtioNet</c>.</param>
/// <param name="FullName">As metadata has it: <c>Uk.Virtio.Net.VirtioNet`5</c>.</param>
/// <param name="Library">The assembly that defines it.</param>
/// <param name="Contract">What it stands for, short: <c>IEthDriver</c>; empty where that is not known.</param>
internal sealed record ComposedType(string Name, string FullName, string Library, string Contract, ImmutableArray<ComposedType> Behind)
{
    /// <summary>Tells closed types apart.</summary>
    public string Identity => Behind.IsEmpty ? FullName : FullName + "<" + string.Join(",", Behind.Select(type => type.Identity)) + ">";
}

/// <summary>The value of one option.</summary>
/// <param name="Type">Without its namespace: <c>Boolean</c>, or the name of an enumeration.</param>
/// <param name="Default">Null where it is computed.</param>
/// <param name="What">What it is, where the library says so.</param>
/// <param name="IsSet">The program, or the composition for it, says so; else it is the default.</param>
internal sealed record OptionValue(string Name, string Type, string? Value, string? Default, bool IsSet, string What);

/// <param name="Owner">The part, or the library's contract of options.</param>
internal sealed record OptionGroup(string Owner, string Contract, ImmutableArray<OptionValue> Values);

/// <summary>What the application declares, and what stands behind it.</summary>
internal sealed record ComposedPart(string Name, string FullName, string Kind, ComposedType Provider, OptionGroup Options);

/// <param name="Start">From the start of the arena, or an address where <paramref name="IsFixed"/>.</param>
internal sealed record ComposedRegion(string Part, long Start, long LengthBytes, long PageBytes, bool IsFixed);

/// <param name="Target">host, kvm or linux.</param>
internal sealed record ProgramDescription(
    string Name,
    string Target,
    ImmutableArray<ComposedPart> Parts,
    ComposedType? Scheduler,
    ImmutableArray<ComposedType> InitializationOrder,
    ImmutableArray<string> Loops,
    ImmutableArray<OptionGroup> LibraryOptions,
    ImmutableArray<ComposedRegion> Regions,
    long ArenaBytes,
    long ArenaAlignment)
{
    /// <summary>What the composition starts from: each with the words that introduce it.</summary>
    public IEnumerable<(string Label, ComposedType Type)> Roots()
    {
        foreach (ComposedPart part in Parts) yield return ($"{part.Name} ({part.Kind})", part.Provider);
        if (Scheduler is not null) yield return ("scheduler", Scheduler);
    }
}
