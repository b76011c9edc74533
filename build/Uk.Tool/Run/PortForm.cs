// What the user says about a port: --port0 kind:rest and --mac0 address, as in the processes (Uk.Port.Host, Uk.Port.Linux).

using System;
using Uk.EthDev;

namespace Uk.Tool.Run;

internal enum PortKind
{
    /// <summary>Nothing: receives never, swallows what is sent.</summary>
    Null,
    /// <summary>Capture files.</summary>
    Pcap,
    /// <summary>A TAP device in a network namespace that is made for it.</summary>
    OwnTap,
    /// <summary>A TAP device that is there.</summary>
    Tap,
    VhostUser,
    /// <summary>A Unix socket, frames behind their lengths.</summary>
    Socket,
    /// <summary>QEMU's own network.</summary>
    User,
}

/// <param name="Rest">What stands behind the colon, for messages the whole.</param>
internal sealed record PortForm(int Index, PortKind Kind, string Rest, MacAddress Mac)
{
    public const string Forms = "pcap:<in.pcap>,<out.pcap>, tap, tap:<name>, vhost-user:<socket>, socket:<path>, user, null";

    /// <summary>The first comma divides, so no comma can be in the name of the input. Empty: receives nothing.</summary>
    public string InputPath => Rest.Split(',', 2)[0];
    /// <summary>Empty: what is sent is discarded.</summary>
    public string OutputPath => Rest.Split(',', 2) is [_, var output] ? output : "";

    /// <exception cref="ArgumentException">It is none of the forms; the message has them.</exception>
    public static PortForm Parse(int index, string text, string? mac)
    {
        string[] parts = text.Split(':', 2);
        (PortKind Kind, string Behind) form = parts switch
        {
            ["null"] => (PortKind.Null, ""),
            ["user"] => (PortKind.User, ""),
            ["tap"] => (PortKind.OwnTap, ""),
            ["tap", { Length: > 0 } name] => (PortKind.Tap, name),
            ["pcap", { Length: > 0 } files] when files != "," => (PortKind.Pcap, files),
            ["vhost-user" or "virtio-user", { Length: > 0 } path] => (PortKind.VhostUser, path),
            ["socket", { Length: > 0 } path] => (PortKind.Socket, path),
            ["af_packet", ..] => throw new ArgumentException($"--port{index} {text}: QEMU has no packet sockets. Use one of {Forms}"),
            _ => throw new ArgumentException($"--port{index} {text}: not one of {Forms}"),
        };
        return new PortForm(index, form.Kind, form.Behind, ParseMac(index, mac));
    }

    /// <summary>Without an option the address that the port has in a process: locally administered, IEEE 802-2014, 8.4.</summary>
    private static MacAddress ParseMac(int index, string? text)
    {
        if (text is null) return new MacAddress(0x0200_0000_0001UL + (ulong)index);
        return MacAddress.TryParse(text, out MacAddress address) && !address.IsMulticast && address.Value != 0
            ? address
            : throw new ArgumentException($"--mac{index} {text}: a MAC address of one device looks like 02:00:00:00:00:01");
    }
}
