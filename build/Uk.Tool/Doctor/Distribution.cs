// Which commands install programs here, by os-release(5).

using System;
using System.Collections.Generic;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.Doctor;

/// <summary>A family of distributions: what its installer is called, and what packages are called in it.</summary>
/// <param name="IsRoot">No sudo before commands.</param>
internal sealed record Distribution(string Installer, bool IsRoot)
{
    private const string Apt = "apt-get install --yes", Dnf = "dnf install --assumeyes", Pacman = "pacman -S --noconfirm";

    // Debian's name, which a HostTool has, then Fedora's, then Arch's.
    private static readonly (string Apt, string Dnf, string Pacman)[] s_packages =
    [
        ("qemu-system-x86", "qemu-system-x86-core", "qemu-system-x86"),
        ("binutils", "binutils", "binutils"),
        ("iproute2", "iproute", "iproute2"),
        ("iputils-ping", "iputils", "iputils"),
        ("util-linux", "util-linux", "util-linux"),
        ("gdb", "gdb", "gdb"),
        ("dotnet-sdk-10.0", "dotnet-sdk-10.0", "dotnet-sdk"),
    ];

    /// <summary>Unknown ones are taken for relatives of Debian.</summary>
    public static Distribution Of(IMachineView machine)
    {
        string release = machine.ReadText("/etc/os-release") ?? "";
        string[] names = [.. Values(release, "ID"), .. Values(release, "ID_LIKE")];
        string installer = names.Select(InstallerOf).FirstOrDefault(known => known is not null) ?? Apt;
        return new Distribution(installer, machine.IsRoot);
    }

    public string Install(HostTool tool)
    {
        (string Apt, string Dnf, string Pacman) name = s_packages.Single(names => names.Apt == tool.Package);
        return AsRoot($"{Installer} {(Installer == Dnf ? name.Dnf : Installer == Pacman ? name.Pacman : name.Apt)}");
    }

    public string AsRoot(string command) => IsRoot ? command : "sudo " + command;

    private static string? InstallerOf(string name) => name switch
    {
        "debian" or "ubuntu" => Apt,
        "fedora" or "rhel" or "centos" => Dnf,
        "arch" => Pacman,
        _ => null,
    };

    private static IEnumerable<string> Values(string release, string key) => release.Split('\n')
        .Where(line => line.StartsWith(key + "=", StringComparison.Ordinal))
        .SelectMany(line => line[(key.Length + 1)..].Trim().Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
