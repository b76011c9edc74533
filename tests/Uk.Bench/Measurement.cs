using System.Text.Json.Serialization;

namespace Uk.Bench;

/// <summary>One figure. Smaller is better, unless it says otherwise.</summary>
/// <remarks>A peer is "quoted" where it was not measured in the same run.</remarks>
internal sealed record Measurement(string Metric, double Value, string Unit)
{
    public string? Peer { get; init; }
    public double? PeerValue { get; init; }
    /// <summary>Ours divided by the peer's.</summary>
    public double? Ratio => PeerValue is { } peer && peer != 0 ? System.Math.Round(Value / peer, 4) : null;
    /// <summary>What the value may be at most, or at least where higher is better.</summary>
    public double? Budget { get; init; }

    [JsonIgnore]
    public bool HigherIsBetter { get; init; }

    [JsonIgnore]
    public bool IsOverBudget => HigherIsBetter ? Value < Budget : Value > Budget;

    public Measurement Against(string peer, double value) => this with { Peer = peer, PeerValue = value };

    /// <summary>Against a figure that was measured elsewhere: good for an order of magnitude.</summary>
    public Measurement AgainstQuoted(string peer, double value) => Against(peer + " (quoted)", value);
}
