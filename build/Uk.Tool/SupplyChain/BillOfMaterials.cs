// The bill of materials of an image or package: CycloneDX 1.6 in JSON. Without the time and the serial number that the format
// allows: the same sources give the same file.

using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Uk.Tool.SupplyChain;

/// <param name="Name">Of the file that the bill is of.</param>
/// <param name="Type">In CycloneDX: what the file is.</param>
/// <param name="Tools">Name and version of what made it.</param>
internal sealed record BillOfMaterials(string Name, string Version, string Type, string Sha256, IReadOnlyList<(string Name, string Version)> Tools, IReadOnlyList<Material> Materials)
{
    /// <summary>Beside the image or package.</summary>
    public const string Extension = ".cdx.json";

    /// <summary>What the file calls itself, so that dependencies can name it.</summary>
    private const string Root = "this";
    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(string path)
    {
        using (FileStream stream = File.Create(path))
        {
            using var json = new Utf8JsonWriter(stream, s_json);
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            WriteMetadata(json);
            json.WriteStartArray("components");
            foreach (Material material in Materials) Write(json, material);
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            json.WriteStartObject();
            json.WriteString("ref", Root);
            json.WriteStartArray("dependsOn");
            foreach (Material material in Materials.Where(material => material.IsInImage)) json.WriteStringValue(material.Reference);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        File.AppendAllText(path, "\n");
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        foreach ((string name, string version) in Tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "application");
            json.WriteString("name", name);
            json.WriteString("version", version);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("component");
        json.WriteString("type", Type);
        json.WriteString("bom-ref", Root);
        json.WriteString("name", Name);
        json.WriteString("version", Version);
        WriteHashes(json, ("SHA-256", Sha256));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Material material)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", material.Reference);
        json.WriteString("name", material.Name);
        json.WriteString("version", material.Version);
        // CycloneDX: "excluded" components are not reachable at run time.
        json.WriteString("scope", material.IsInImage ? "required" : "excluded");
        // Of the assembly; the package's own is of another file, and said as such.
        if (material.Sha256 is { } digest) WriteHashes(json, ("SHA-256", digest));
        if (material.PackageUrl is { } url) json.WriteString("purl", url);
        if (material.PackageSha512 is { } package)
        {
            json.WriteStartArray("properties");
            json.WriteStartObject();
            json.WriteString("name", "uk:package:sha512");
            json.WriteString("value", package);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteHashes(Utf8JsonWriter json, (string Algorithm, string Value) hash)
    {
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", hash.Algorithm);
        json.WriteString("content", hash.Value);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
