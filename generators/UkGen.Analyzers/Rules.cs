// The one table of what these analyzers report. Mirrored in AnalyzerReleases.Unshipped.md and explained, with an example
// and a fix for each, in docs/diagnostics.md. UK20xx: what images do not have; UK21xx: hot paths; UK22xx: who owns a
// packet; UK23xx: layers.

using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

public static class Rules
{
    private const string Images = "UkGen.Images";
    private const string HotPath = "UkGen.HotPath";
    private const string Ownership = "UkGen.Ownership";
    private const string Layers = "UkGen.Layers";

    public static readonly DiagnosticDescriptor Missing = new(
        "UK2001", "Images do not have this part of .NET",
        "{0} is not in images: {1}. {2}.",
        Images, DiagnosticSeverity.Warning, true, null, Link("UK2001"));

    public static readonly DiagnosticDescriptor MissingBehind = new(
        "UK2002", "The compiler makes this a call of what images do not have",
        "{0} becomes a call of {1}, which is not in images: {2}. {3}.",
        Images, DiagnosticSeverity.Warning, true, null, Link("UK2002"));

    public static readonly DiagnosticDescriptor Native = new(
        "UK2003", "Images have no native libraries",
        "{0} is a function of the native library '{1}', and an image has none. Write it in C#, or call it only where Running.OnDotNet says that .NET runs the program and mark it [UnsupportedOSPlatform(\"unikernel\")].",
        Images, DiagnosticSeverity.Warning, true, null, Link("UK2003"));

    public static readonly DiagnosticDescriptor MissingInterface = new(
        "UK2004", "In images this type does not implement the interface",
        "In images {0} does not implement {1}, so this conversion would fail there. Use the members of {0} itself, or wrap it in a type of your own.",
        Images, DiagnosticSeverity.Warning, true, null, Link("UK2004"));

    public static readonly DiagnosticDescriptor Allocates = new(
        "UK2101", "A hot path allocates",
        "{0} {1}, and a hot path must not allocate. {2}.",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2101"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Throws = new(
        "UK2102", "A hot path throws",
        "{0} throws {1}, and a hot path must not throw. Return a result or count a drop; what ends the program belongs into a method with [DoesNotReturn].",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2102"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Dispatches = new(
        "UK2103", "A hot path makes an indirect call",
        "{0} calls {1} through {2}, so the call can be neither direct nor inlined. {3}.",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2103"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Waits = new(
        "UK2104", "A hot path takes a lock or waits",
        "{0} {1}, and a hot path must not wait for others. {2}.",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2104"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Copies = new(
        "UK2105", "A hot path copies a large struct",
        "{0} copies the {2} bytes of {1}: {3}. {4}.",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2105"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Unknown = new(
        "UK2106", "A hot path calls what is not known to be one",
        "{0} calls {1}, which is not marked [HotPath] and whose code is elsewhere. Mark it where it is declared, or keep it off the path.",
        HotPath, DiagnosticSeverity.Info, true, null, Link("UK2106"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Linq = new(
        "UK2107", "LINQ in a hot path",
        "{0} uses LINQ ({1}), which allocates an iterator and calls a delegate for each element. Write a for or foreach loop over the span or array instead.",
        HotPath, DiagnosticSeverity.Warning, true, null, Link("UK2107"), WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UsedAfter = new(
        "UK2201", "A packet is used after it was given away",
        "{0} was {1} in line {2}, so it is not yours any more: somebody else may be writing it. Use it before, or keep what you need of it in a variable.",
        Ownership, DiagnosticSeverity.Warning, true, null, Link("UK2201"));

    public static readonly DiagnosticDescriptor FreedTwice = new(
        "UK2202", "A packet is freed twice",
        "{0} was {1} in line {2}, so it would be freed twice. {3}.",
        Ownership, DiagnosticSeverity.Warning, true, null, Link("UK2202"));

    public static readonly DiagnosticDescriptor Leaks = new(
        "UK2203", "A packet is never given back",
        "{0} and on {2} never freed or sent, so its pool runs dry. {1}.",
        Ownership, DiagnosticSeverity.Warning, true, null, Link("UK2203"));

    public static readonly DiagnosticDescriptor Upward = new(
        "UK2301", "A library uses a layer above its own",
        "{0} is in the layer '{1}' and uses {2} of {3}, which is above it, in '{4}'. Require a contract that {3} provides, or move this code up.",
        Layers, DiagnosticSeverity.Warning, true, null, Link("UK2301"));

    public static readonly DiagnosticDescriptor OneTarget = new(
        "UK2302", "A program names what only one target has",
        "{0} of {1} is there for {2} alone, so the program does not build for other targets. Ask for the contract that it provides; to choose it, write [Uses(typeof({3}))].",
        Layers, DiagnosticSeverity.Warning, true, null, Link("UK2302"));

    /// <summary>All of the above, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Id, System.StringComparer.Ordinal),
    ];

    public static ImmutableArray<DiagnosticDescriptor> Of(string category) => [.. All.Where(d => d.Category == "UkGen." + category)];

    private static string Link(string id) => "docs/diagnostics.md#" + id.ToLowerInvariant();
}
