using System;

namespace Uk.Tool.Plan;

/// <summary>What the build asks for cannot be made: an error of the build, with an id of docs/diagnostics.md.</summary>
internal sealed class PlanException(string id, string message) : Exception(message)
{
    public string Id => id;
}
