using System.Collections.Generic;
using Uk.Qemu;

namespace Uk.Tool.Doctor;

/// <summary>What the checks see of a machine, so that tests can show them any.</summary>
internal interface IMachineView
{
    bool IsRoot { get; }

    /// <summary>The folder for which the SDK is looked at, and those above it.</summary>
    string Folder { get; }

    /// <summary>A variable of the environment; null or empty where it is not set.</summary>
    string? Variable(string name);

    /// <summary>The text of a file; null where there is none, or it cannot be read.</summary>
    string? ReadText(string path);

    bool Exists(string path);

    /// <summary>The names in a folder; none where there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    bool Has(HostTool tool);

    /// <summary>What a program prints and the status that it ends with; null where it is not installed or does not end.</summary>
    ToolResult? Run(HostTool tool, params string[] arguments);

    /// <summary>Null where the file opens for reading and writing.</summary>
    string? WhyItDoesNotOpen(string path);

    /// <summary>Boots a tiny guest on KVM.</summary>
    Accelerator ProbeAccelerator();

    /// <summary>Makes a network namespace with a TAP device in it, as `uk run` does; null where that works.</summary>
    string? WhyNoTap();
}
