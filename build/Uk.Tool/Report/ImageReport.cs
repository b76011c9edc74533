// What is in an image, how large, and what the image needs: the model that X.report.json holds.

using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Uk.Tool.Describe;
using Uk.Tool.Features;

namespace Uk.Tool.Report;

/// <summary>A section that takes room in the image or in the guest.</summary>
internal sealed record SectionSize(string Name, ulong Address, ulong Bytes, bool InImage)
{
    public bool IsCode { get; init; }
}

/// <summary>What one library contributes, by the names of its symbols.</summary>
/// <param name="Bytes">In the guest's memory.</param>
internal sealed record LibrarySize(string Name, ulong Bytes, int Symbols)
{
    /// <summary>Of <paramref name="Bytes"/>, those that the image's file has.</summary>
    public ulong ImageBytes { get; init; }
    public ImmutableArray<NamespaceSize> Namespaces { get; init; } = [];
    /// <summary>The way of requirements from what the application declares to the library; empty where there is none.</summary>
    public ImmutableArray<string> Why { get; init; } = [];
}

/// <param name="Name">Empty for the global namespace, and for data that the compiler made.</param>
internal sealed record NamespaceSize(string Name, ulong Bytes, ulong ImageBytes, int Symbols);

/// <param name="InImage">The image's file has it; else it starts as zeros.</param>
internal sealed record SymbolSize(string Name, string Library, ulong Bytes)
{
    public string Namespace { get; init; } = "";
    public bool InImage { get; init; } = true;
}

/// <summary>Something that the program could have and does not.</summary>
/// <param name="Kind">library, provider or feature.</param>
internal sealed record LeftOut(string Kind, string Name, string Reason);

/// <summary>A step from the machine's start to the application's loop.</summary>
/// <param name="Instructions">Null where nobody has counted.</param>
internal sealed record BootStep(string Name, string What, ulong? Instructions);

/// <summary>A network port that the application declares.</summary>
/// <param name="Queues">Pairs of a receive and a transmit queue.</param>
internal sealed record PortDeclaration(int Index, string Name, int Queues = 1);

/// <summary>A memory region that the application declares.</summary>
internal sealed record RegionDeclaration(string Name, long Bytes);

/// <param name="ImageBytes">The stripped file.</param>
/// <param name="EndOfImage">The address behind everything that the image brings or clears, in the guest.</param>
/// <param name="MemoryBytes">Guest memory that the application declares; null where it takes what it finds.</param>
internal sealed record ImageReport(
    string Name,
    string Target,
    string BuildId,
    long ImageBytes,
    ulong EndOfImage,
    long? MemoryBytes,
    ImmutableArray<PortDeclaration> Ports,
    ImmutableArray<RegionDeclaration> Regions,
    ImmutableArray<SectionSize> Sections,
    ImmutableArray<LibrarySize> Libraries,
    ImmutableArray<ObjectSize> Objects,
    ImmutableArray<SymbolSize> LargestSymbols)
{
    /// <summary>Each wants a processor of the machine.</summary>
    public int Lcores { get; init; } = 1;

    public ulong TextBytes { get; init; }
    public ulong DataBytes { get; init; }
    /// <summary>Memory that starts as zeros, stacks and page tables among it.</summary>
    public ulong BssBytes { get; init; }

    /// <summary>Null for a program without one.</summary>
    public ProgramDescription? Composition { get; init; }
    public ImmutableArray<FeatureState> Features { get; init; } = [];
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];
    public ImmutableArray<BootStep> Boot { get; init; } = [];
    /// <summary>Against the build before; null for the first one.</summary>
    public SizeGrowth? Growth { get; init; }

    /// <exception cref="JsonException">Not such a report.</exception>
    public static ImageReport Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), ReportJson.Default.ImageReport) ?? throw new JsonException($"{path} is empty");

    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.ImageReport) + "\n";
}

[JsonSourceGenerationOptions(WriteIndented = true, RespectRequiredConstructorParameters = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(ImageReport))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>For the build alone: without white space.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(SizeSnapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
