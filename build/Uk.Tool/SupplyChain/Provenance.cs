// How an image came to be: a statement of in-toto (v1) with the predicate of SLSA's provenance (v1), in JSON. Without times and
// paths: the same sources give the same file. Not signed; whoever ships an image signs it with what they trust.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Uk.Tool.SupplyChain;

/// <param name="Subject">The name of the image's file.</param>
/// <param name="Project">The name of the project, without .csproj.</param>
/// <param name="Settings">Properties of the build that decide about the image.</param>
internal sealed record Provenance(string Subject, string Sha256, string Project, IReadOnlyList<(string Name, string Value)> Settings)
{
    /// <summary>Beside the image.</summary>
    public const string Extension = ".provenance.json";

    /// <summary>Of a package, which `uk verify` does not build.</summary>
    public bool IsPackage { get; init; }

    private const string StatementType = "https://in-toto.io/Statement/v1", PredicateType = "https://slsa.dev/provenance/v1", BuildType = "urn:ukgen:publish:v1", PackageBuildType = "urn:ukgen:pack:v1";
    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string path, IEnumerable<(string Name, string Version)> tools, IEnumerable<Material> materials)
    {
        using (FileStream stream = File.Create(path))
        {
            using var json = new Utf8JsonWriter(stream, s_json);
            json.WriteStartObject();
            json.WriteString("_type", StatementType);
            json.WriteStartArray("subject");
            WriteArtifact(json, ("name", Subject), Sha256);
            json.WriteEndArray();
            json.WriteString("predicateType", PredicateType);
            json.WriteStartObject("predicate");
            json.WriteStartObject("buildDefinition");
            json.WriteString("buildType", IsPackage ? PackageBuildType : BuildType);
            json.WriteStartObject("externalParameters");
            json.WriteString("project", Project);
            json.WriteStartObject("properties");
            foreach ((string name, string value) in Settings) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("resolvedDependencies");
            foreach (Material material in materials) WriteArtifact(json, material.PackageUrl is { } url ? ("uri", url) : ("name", material.Reference), material.Sha256);
            json.WriteEndArray();
            json.WriteEndObject();
            WriteRunDetails(json, tools);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        File.AppendAllText(path, "\n");
    }

    /// <exception cref="JsonException">It is no such statement.</exception>
    public static Provenance Read(string path)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement subject = file.RootElement.GetProperty("subject")[0];
            JsonElement definition = file.RootElement.GetProperty("predicate").GetProperty("buildDefinition");
            if (definition.GetProperty("buildType").GetString() != BuildType) throw new JsonException($"{path} is the provenance of another kind of build");
            JsonElement parameters = definition.GetProperty("externalParameters");
            ImmutableArray<(string, string)> settings = [.. parameters.GetProperty("properties").EnumerateObject().Select(property => (property.Name, property.Value.GetString()!))];
            return new Provenance(subject.GetProperty("name").GetString()!, subject.GetProperty("digest").GetProperty("sha256").GetString()!, parameters.GetProperty("project").GetString()!, settings);
        }
        catch (System.Exception e) when (e is KeyNotFoundException or System.InvalidOperationException or System.IndexOutOfRangeException)
        {
            throw new JsonException($"{path} is no provenance of an image", e);
        }
    }

    private static void WriteRunDetails(Utf8JsonWriter json, IEnumerable<(string Name, string Version)> tools)
    {
        json.WriteStartObject("runDetails");
        json.WriteStartObject("builder");
        json.WriteString("id", "urn:ukgen:sdk");
        json.WriteStartObject("version");
        foreach ((string name, string version) in tools) json.WriteString(name, version);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, (string Name, string Value) identity, string? sha256)
    {
        json.WriteStartObject();
        json.WriteString(identity.Name, identity.Value);
        if (sha256 is not null)
        {
            json.WriteStartObject("digest");
            json.WriteString("sha256", sha256);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
