using System;
using System.Collections.Immutable;

namespace Uk.Tool.Run;

/// <summary>What the user asked of `uk run`, as written.</summary>
/// <param name="Machine">A name of <see cref="Qemu.GuestMachine"/>.</param>
/// <param name="Memory">A size such as 2M; null for what the image's report says.</param>
/// <param name="Processors">Null for as many as the image has lcores.</param>
/// <param name="Network">The older form of --port0: none, or a form of a port; null where it is not given.</param>
/// <param name="Ports">Those that are given, in the order of their numbers.</param>
/// <param name="Accelerator">auto, kvm or tcg.</param>
/// <param name="DebuggerPort">Null for no debugger.</param>
/// <param name="Timeout">Null for as long as it runs.</param>
/// <param name="Extra">Behind --: for QEMU, or for a linux image.</param>
internal sealed record RunSettings(
    string Image,
    string Machine,
    string? Memory,
    int? Processors,
    string? Network,
    ImmutableArray<PortForm> Ports,
    string HostAddress,
    string Accelerator,
    string? CommandLine,
    int? DebuggerPort,
    TimeSpan? Timeout,
    bool DryRun,
    ImmutableArray<string> Extra)
{
    /// <summary>The options of ports as they were written, which a linux image reads itself.</summary>
    public ImmutableArray<string> PortArguments { get; init; } = [];
}
