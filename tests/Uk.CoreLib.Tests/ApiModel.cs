// What a program can see of an assembly, as text: two assemblies agree where the texts are equal.

using System;
using System.Collections.Generic;

namespace Uk.CoreLib.Tests;

/// <summary>A type that programs can name.</summary>
/// <param name="Name">Full name; nested types behind a plus sign.</param>
/// <param name="Shape">Kind and modifiers: <c>sealed class</c>, <c>ref struct</c>, <c>interface</c> …</param>
/// <param name="Base">The base class, or nothing.</param>
internal sealed record ApiType(string Name, string Shape, string Base)
{
    /// <summary>Type parameters with their constraints and variance.</summary>
    public string Generics { get; init; } = "";

    /// <summary>All that it implements, inherited ones included where the assembly says so.</summary>
    public HashSet<string> Interfaces { get; } = new(StringComparer.Ordinal);

    public List<ApiMember> Members { get; } = [];

    public string Namespace
    {
        get
        {
            int end = Name.IndexOf('+') is var plus and >= 0 ? plus : Name.Length;
            int dot = Name.LastIndexOf('.', end - 1);
            return dot < 0 ? "" : Name[..dot];
        }
    }
}

/// <summary>A method, field or constructor that programs can use; properties and events are their accessors.</summary>
/// <param name="Signature">What callers are compiled against: name, types, passing, generic arity.</param>
/// <param name="Modifiers">static, virtual, abstract, readonly, constraints, the value of a constant.</param>
/// <param name="Display">The name for people: accessors are shown as their property.</param>
internal sealed record ApiMember(string Signature, string Modifiers, string Display)
{
    /// <summary>It takes the place of an inherited member, so callers may name the inherited one.</summary>
    public bool IsOverride { get; init; }
}
