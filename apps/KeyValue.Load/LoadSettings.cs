using System;

/// <param name="Window">Requests under way at once.</param>
/// <param name="Batch">Operations in a request.</param>
/// <param name="Keys">Different keys.</param>
/// <param name="SetsPercent">Of the operations; the others get.</param>
internal sealed record LoadSettings(int Window, int Batch, int Keys, int SetsPercent, TimeSpan Duration)
{
    public const int WindowMax = 4096;

    /// <summary>What is wrong with them, for the user; null if nothing is.</summary>
    public string? Problem => this switch
    {
        { Window: < 1 or > WindowMax } => $"--window is 1 to {WindowMax}.",
        { Batch: < 1 or > KeyValueMessage.OperationsMax } => $"--batch is 1 to {KeyValueMessage.OperationsMax}.",
        { Keys: < 1 } => "--keys is at least 1.",
        { SetsPercent: < 0 or > 100 } => "--sets is 0 to 100.",
        _ when Duration <= TimeSpan.Zero => "--seconds is at least 1.",
        _ => null,
    };
}
