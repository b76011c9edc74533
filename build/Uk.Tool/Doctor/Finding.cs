// What `uk doctor` says about one thing that images are built, booted or looked into with.

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Uk.Tool.Doctor;

internal enum Health
{
    Ok,
    /// <summary>Works without it, but less of it or slower.</summary>
    Warn,
    /// <summary>Images cannot be built or booted without it.</summary>
    Missing,
}

/// <param name="Check">What was looked at.</param>
/// <param name="Found">What there is, or why there is none.</param>
/// <param name="Fix">The command that mends it, as it is typed; null where nothing is to be mended.</param>
internal sealed record Finding(string Check, Health Health, string Found, string? Fix = null)
{
    public static Finding Ok(string check, string found) => new(check, Health.Ok, found);
    public static Finding Warn(string check, string found, string fix) => new(check, Health.Warn, found, fix);
    public static Finding Missing(string check, string found, string fix) => new(check, Health.Missing, found, fix);
}

/// <param name="Ready">Nothing is missing: images can be built and booted.</param>
internal sealed record Diagnosis(bool Ready, ImmutableArray<Finding> Findings);

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(Diagnosis))]
internal sealed partial class DiagnosisJson : JsonSerializerContext;
