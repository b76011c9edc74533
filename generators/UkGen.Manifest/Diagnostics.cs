// The one table of what the generators' analyzers report. Mirrored in AnalyzerReleases.Unshipped.md and explained, with
// an example and a fix for each, in docs/diagnostics.md. UK0xxx: a library; UK1xxx: a composition.

using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace UkGen;

public static class Diagnostics
{
    private const string Library = "UkGen.Library";
    private const string Composition = "UkGen.Composition";

    public static readonly DiagnosticDescriptor LibraryHasState = new(
        "UK0001", "A library has no instance state",
        "Library {0} has the instance field or property {1}: a library is never instantiated; make it static",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0001"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor RequirementCount = new(
        "UK0002", "One type parameter for each requirement",
        "Library {0} has {1} type parameters and {2} [Requires<…>] attributes: write one attribute per type parameter, in the same order",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0002"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor RequirementConstraint = new(
        "UK0003", "A type parameter is constrained to what is required",
        "Type parameter {1} of library {0} stands for this requirement: constrain it with 'where {1} : struct, {2}'",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0003"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ContractNotImplemented = new(
        "UK0004", "A library implements what it provides",
        "Library {0} provides {1} but does not implement {1}<{0}>",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0004"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LibraryNotTopLevel = new(
        "UK0005", "A library is a struct of its own",
        "Library {0} must be an ordinary struct directly in a namespace: not nested, not a ref struct and not local to its file",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0005"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ContractHasNoTwin = new(
        "UK0006", "A contract is written twice",
        "Contract {0} has no 'interface {0}<TSelf> : {0}' beside it to carry its members",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0006"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LibraryProvidesNothing = new(
        "UK0007", "A library provides something",
        "Library {0} provides nothing, so no composition can ever use it: add [Provides<…>]",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0007"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor MemberNotPublic = new(
        "UK0008", "A library implements its contracts with public members",
        "Library {0} implements {1}.{2} explicitly: compositions call it by its name, so make it a public static member",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0008"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor CombinatorShape = new(
        "UK0009", "A combinator provides the contract that it combines",
        "{1} cannot combine providers of {0}: it must be a struct X<A, B> of its own, A and B constrained to 'struct' and {0}<…>, that implements {0}<X<A, B>>",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0009"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PartArgument = new(
        "UK0010", "The arguments of a part's attribute are options",
        "Argument {1} of {0} has no property of that name and type in {2}, so setting it would have no effect",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0010"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionNameTaken = new(
        "UK0011", "An option and a member of the contract have names of their own",
        "{0} and {1} both have {2}: the part's member would answer for its option; rename one of them",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0011"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DeviceName = new(
        "UK0012", "A device in software has a name that users can write",
        "{0} is for the device '{1}', which cannot be the name of one: 1 to 32 lower-case letters, digits, hyphens and underscores",
        Library, DiagnosticSeverity.Error, true, null, Link("UK0012"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoProvider = new(
        "UK1001", "No library provides what is needed",
        "{2} needs {0}, which no referenced library provides on {1}{3}",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1001"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SeveralProviders = new(
        "UK1002", "Several libraries provide what is needed",
        "{2} needs {0}, which {1} provide. Choose one, for example with {3}.",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1002"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SeveralParts = new(
        "UK1003", "Several parts provide what is needed",
        "{2} needs {0}, which could be {1}. Choose one, for example with [Uses<{3}>].",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1003"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor Cycle = new(
        "UK1004", "Libraries or parts need each other in a circle",
        "This needs itself: {0}. Break the circle by choosing another provider with [Uses(…)].",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1004"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedTarget = new(
        "UK1005", "The chosen library does not support the target",
        "{0} does not run on {1}, only on {2}{3}",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1005"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UselessChoice = new(
        "UK1006", "What is chosen is not needed",
        "{0} {1}",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1006"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownTarget = new(
        "UK1007", "Unknown target",
        "UkTarget={0} is no target: leave it empty for a .NET process, or use kvm or linux",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1007"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ManifestUnreadable = new(
        "UK1008", "A library's manifest cannot be read",
        "A library manifest in {0} is left out because {1}. Build {0} again with this version of UkGen.",
        Composition, DiagnosticSeverity.Warning, true, null, Link("UK1008"));

    public static readonly DiagnosticDescriptor UnknownOption = new(
        "UK1010", "Unknown option",
        "{0} has no option {1}. It has {2}.",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1010"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionType = new(
        "UK1011", "The value does not have the option's type",
        "{0}.{1} is a value of type {2}; {3} is given",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1011"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionOfNothing = new(
        "UK1012", "Options of no library in the composition",
        "No library in {0} has the options {1}, so {2} would have no effect",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1012"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionValue = new(
        "UK1013", "The value is not one that the option can have",
        "{0} must be {1}; {2} is given",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1013"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionTwice = new(
        "UK1014", "An option is set twice",
        "{0} is set twice {1}: keep one",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1014"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SameValue = new(
        "UK1015", "Two parts have the same value of a unique option",
        "{0} and {1} both have {2} {3}: each {4} needs its own",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1015"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor RegionsOverlap = new(
        "UK1020", "Memory regions overlap",
        "Regions {0} ({1}) and {2} ({3}) overlap. Move one of them, or leave out At and let the composition choose.",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1020"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor RegionMisaligned = new(
        "UK1021", "A memory region does not start at a page",
        "Region {0} starts at {1}, which is not a multiple of its pages of {2}. The nearest such addresses are {3} and {4}.",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1021"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor Overcommit = new(
        "UK1022", "The memory regions do not fit into the machine",
        "{0}, but [Machine] has {1}{2}. Give the machine more Memory, or the regions less.",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1022"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionMissing = new(
        "UK1023", "An argument is missing",
        "[{0}] on {1} must say {2}, for example [{0}({2} = {3})]",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1023"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PartShape = new(
        "UK1030", "A part is a partial struct that the composition can fill in",
        "{0} is a part, so {1}",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1030"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PartMember = new(
        "UK1031", "A part declares what the composition writes",
        "{0}.{1} is written by the composition, from {2}: rename or remove it",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1031"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PartTwice = new(
        "UK1032", "A part is one thing",
        "{0} is already a part because of [{1}]: declare another struct for [{2}]",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1032"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsafeNotAllowed = new(
        "UK1033", "The contract of a part has pointers",
        "{0} has members with pointers ({1}): set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1033"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreShape = new(
        "UK1040", "An lcore's loop is a method that the composition can call",
        "The loop of an lcore is a 'static void {0}()' or a 'static Task {0}()' without parameters and type parameters, in a type without type parameters",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1040"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreNotAccessible = new(
        "UK1041", "An lcore's loop is out of reach",
        "{0} is private: make it internal, or make {1} partial",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1041"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreId = new(
        "UK1042", "The number of an lcore is out of range",
        "Lcore {0} does not exist: lcores are numbered from 0 to 63",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1042"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreTwice = new(
        "UK1043", "An lcore has one loop",
        "{0} and {1} are both the loop of lcore {2}: keep one",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1043"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreAndMain = new(
        "UK1044", "An lcore's loop beside a Main",
        "Nothing calls {0}, because the program starts with {1}: remove {1}, and the composition writes the entry point",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1044"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LcoreGap = new(
        "UK1045", "Lcores are numbered without gaps",
        "{0} is the loop of lcore {1}, and there is no lcore {2}: make it [Lcore({2})]",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1045"), WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor QueueShared = new(
        "UK1046", "A queue belongs to one lcore",
        "Queue {1} of {0} is used by {2} on lcore {3} and by {4} on lcore {5}: give each lcore a queue of its own, or hand packets over through a [PacketRing]",
        Composition, DiagnosticSeverity.Error, true, null, Link("UK1046"), WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>All of the above, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        .. typeof(Diagnostics).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(d => d.Id, System.StringComparer.Ordinal),
    ];

    public static ImmutableArray<DiagnosticDescriptor> OfLibraries { get; } = [.. All.Where(d => d.Category == Library)];

    public static ImmutableArray<DiagnosticDescriptor> OfCompositions { get; } = [.. All.Where(d => d.Category == Composition)];

    private static string Link(string id) =>
        "docs/diagnostics.md#" + id.ToLowerInvariant();
}
