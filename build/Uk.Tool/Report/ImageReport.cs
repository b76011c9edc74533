// What is in an image, how large, and what the image needs: the model that X.report.json holds.

using System.Collections.Immutable;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Uk.Tool.Report;

/// <summary>A section that takes room in the image or in the guest.</summary>
internal sealed record SectionSize(string Name, ulong Address, ulong Bytes, bool InImage);

/// <summary>What one library contributes, by the names of its symbols.</summary>
internal sealed record LibrarySize(string Name, ulong Bytes, int Symbols);

internal sealed record SymbolSize(string Name, string Library, ulong Bytes);

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

    /// <exception cref="JsonException">Not such a report.</exception>
    public static ImageReport Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), ReportJson.Default.ImageReport) ?? throw new JsonException($"{path} is empty");

    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Default.ImageReport) + "\n";
}

[JsonSourceGenerationOptions(WriteIndented = true, RespectRequiredConstructorParameters = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(ImageReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
