// Figures of others, from docs and measurements elsewhere: QEMU 7.2 with TCG on two cores, -M microvm,acpi=off unless said.
// Sizes and instruction counts hold anywhere; times are an order of magnitude.

namespace Uk.Bench;

internal static class Peers
{
    public const string Unikraft = "Unikraft 0.17";
    public const string UnikraftSmallest = "Unikraft 0.17, smallest";

    /// <summary>hello with LTO and -Os, without a scheduler, in bytes.</summary>
    public const double UnikraftHelloBytes = 143_552;
    /// <summary>hello with a known TSC frequency, reset to main.</summary>
    public const double UnikraftHelloInstructions = 30_228;
    public const double UnikraftHelloMemoryKiB = 1_232;
    /// <summary>lwIP, trimmed, LTO.</summary>
    public const double UnikraftPingBytes = 222_584;
    public const double UnikraftPingInstructions = 5_524;
    public const double UnikraftPingMemoryPcKiB = 2_368;
    public const double UnikraftPingMemoryMicrovmKiB = 5_440;
    /// <summary>exec to the first reply, trimmed, LTO, median; 58 with a known TSC frequency.</summary>
    public const double UnikraftPingMs = 158;
}
