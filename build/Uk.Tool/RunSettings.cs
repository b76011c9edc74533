using System.Collections.Immutable;

namespace Uk.Tool;

/// <summary>What the user asked of `uk run`, as written.</summary>
/// <param name="Machine">A name of <see cref="Qemu.GuestMachine"/>.</param>
/// <param name="Memory">A size such as 2M; null for what the image's report says.</param>
/// <param name="Processors">Null for as many as the image has lcores.</param>
/// <param name="Network">none, tap, tap:NAME, socket:PATH or user; null for what the image needs.</param>
/// <param name="Accelerator">auto, kvm or tcg.</param>
internal sealed record RunSettings(
    string Image,
    string Machine,
    string? Memory,
    int? Processors,
    string? Network,
    string HostAddress,
    string Accelerator,
    string? CommandLine,
    bool WaitForDebugger,
    bool DryRun,
    ImmutableArray<string> Extra);
