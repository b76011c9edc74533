// What is said of a capture file that cannot be read, the same by images and by .NET processes.

using System;
using System.Diagnostics.CodeAnalysis;

namespace Uk.Port;

/// <summary>A problem, where it is, and the numbers that show it. The default value is no problem.</summary>
/// <param name="frame">From 1 on; 0 for the file itself.</param>
/// <param name="found">What is there, or what the file claims.</param>
/// <param name="expected">What it would have to be.</param>
internal readonly struct PcapFailure(PcapProblem problem, ulong frame = 0, uint found = 0, uint expected = 0)
{
    public PcapProblem Problem { get; } = problem;

    public bool IsNone => Problem == PcapProblem.None;

    /// <param name="name">Of the file.</param>
    public string Describe(string name) => Problem switch
    {
        PcapProblem.TooShort => $"'{name}' is no capture file: it has {found} bytes.",
        PcapProblem.WrongMagic => $"'{name}' is no capture file: it starts with 0x{found:x8}.",
        PcapProblem.IsPcapng => $"'{name}' is a pcapng file. Convert it: editcap -F pcap {name} converted.pcap (Wireshark), "
            + $"or: tcpdump -r {name} -w converted.pcap",
        PcapProblem.CutOff => $"'{name}' is cut off: it has {found} of the {expected} bytes of its header.",
        PcapProblem.WrongVersion => $"'{name}' is of pcap version {found}.{expected}; only 2.4 can be read.",
        PcapProblem.WrongLinkType => $"'{name}' has frames of link type {found} (field 0x{expected:x}); only Ethernet (1) can be read.",
        PcapProblem.RecordCutOff => Broken(name, "cut off in", $"{found} of the {expected} bytes of its header are there"),
        PcapProblem.FrameCutOff => Broken(name, "cut off in", $"{found} of its {expected} bytes are there"),
        PcapProblem.FrameTooLong => Broken(name, "broken at", $"it claims {found} bytes, and no frame has more than {expected}"),
        PcapProblem.FrameGrew => Broken(name, "broken at", $"it claims {found} bytes of a frame of {expected}"),
        _ => throw NoProblem(),
    };

    private string Broken(string name, string where, string why) =>
        $"'{name}' is {where} frame {frame}: {why}. The frames before it were processed.";

    [ExcludeFromCodeCoverage]
    private static InvalidOperationException NoProblem() => new("Nothing is wrong with the file.");
}
