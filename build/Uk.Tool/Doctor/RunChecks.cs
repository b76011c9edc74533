// What boots an image, connects it and looks into it. Nothing but QEMU is indispensable: without KVM images run slower,
// without a TAP device on capture files.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Tool.Doctor;

internal static partial class RunChecks
{
    private const string Kvm = "/dev/kvm", Tun = "/dev/net/tun", VhostNet = "/dev/vhost-net";
    private static readonly HostTool s_gdb = new("gdb", "gdb");
    private static readonly Version s_oldestQemu = new(7, 2);

    public static IEnumerable<Finding> All(IMachineView machine)
    {
        Distribution distribution = Distribution.Of(machine);
        return
        [
            Qemu(machine, distribution), Accelerated(machine, distribution), Tap(machine, distribution), HugePages(machine, distribution),
            Vhost(machine, distribution), Ping(machine, distribution), Debugger(machine, distribution),
        ];
    }

    private static Finding Qemu(IMachineView machine, Distribution distribution)
    {
        const string Check = "QEMU";
        string install = distribution.Install(HostTool.Qemu);
        if (machine.Run(HostTool.Qemu, "--version") is not { Status: 0 } result) return Finding.Missing(Check, "qemu-system-x86_64 is not installed", install);
        Match match = QemuVersion().Match(result.Output);
        string version = match.Success ? match.Groups["version"].Value : result.Output.Trim();
        string known = machine.Run(HostTool.Qemu, "-machine", "help")?.Output ?? "";
        string[] wanted = [GuestMachine.Microvm.Name, GuestMachine.Q35.Name, GuestMachine.Pc.Name];
        string[] absent = [.. wanted.Where(name => !known.Split('\n').Any(line => line.StartsWith(name + " ", StringComparison.Ordinal)))];
        if (absent.Length == wanted.Length) return Finding.Missing(Check, $"{version}, which emulates none of {string.Join(", ", wanted)}", install);
        if (absent.Length != 0) return Finding.Warn(Check, $"{version}, without the machines {string.Join(", ", absent)}: choose another with --machine", install);
        if (match.Success && Version.Parse(version) < s_oldestQemu)
            return Finding.Warn(Check, $"{version}: ports on capture files and sockets need {s_oldestQemu}", install);
        return Finding.Ok(Check, $"{version} with {string.Join(", ", wanted)}");
    }

    private static Finding Accelerated(IMachineView machine, Distribution distribution)
    {
        const string Check = "KVM";
        const string Slower = "; images run on -accel tcg, slower";
        if (!machine.Exists(Kvm))
            return Finding.Warn(Check, $"there is no {Kvm}{Slower}", distribution.AsRoot("modprobe kvm_intel || ") + distribution.AsRoot("modprobe kvm_amd"));
        if (machine.WhyItDoesNotOpen(Kvm) is { } refusal)
            return Finding.Warn(Check, $"{refusal}{Slower}", distribution.AsRoot("usermod --append --groups kvm $USER") + " && newgrp kvm");
        if (!machine.Has(HostTool.Qemu)) return Finding.Warn(Check, $"{Kvm} opens; whether a guest runs on it can be tried with QEMU alone", distribution.Install(HostTool.Qemu));
        Accelerator found = machine.ProbeAccelerator();
        if (found.Name == Accelerator.KvmName) return Finding.Ok(Check, found.Reason);
        // No command of this machine helps: it is its firmware's affair, or that of the machine around it.
        return Finding.Warn(Check, found.Reason + Slower,
            "enable virtualisation (VT-x, AMD-V) in the firmware; in a virtual machine, nested virtualisation on its host: "
            + "echo 'options kvm_intel nested=1' | sudo tee /etc/modprobe.d/kvm.conf");
    }

    private static Finding Tap(IMachineView machine, Distribution distribution)
    {
        const string Check = "TAP";
        const string Without = "; ports on capture files and QEMU's user network work without";
        foreach (HostTool tool in (HostTool[])[HostTool.Ip, HostTool.Unshare, HostTool.NsEnter])
            if (!machine.Has(tool)) return Finding.Warn(Check, $"{tool.Name} is not installed{Without}", distribution.Install(tool));
        if (!machine.Exists(Tun)) return Finding.Warn(Check, $"there is no {Tun}{Without}", distribution.AsRoot("modprobe tun"));
        if (machine.WhyItDoesNotOpen(Tun) is { } refusal) return Finding.Warn(Check, refusal + Without, distribution.AsRoot($"chmod 0666 {Tun}"));
        if (machine.WhyNoTap() is not { } cause) return Finding.Ok(Check, $"{Tun} opens, and a network of its own with a TAP device can be made");
        // The two switches by which distributions forbid namespaces to ordinary users; where neither is there, only root has them.
        const string Clone = "kernel.unprivileged_userns_clone", AppArmor = "kernel.apparmor_restrict_unprivileged_userns";
        string fix = machine.ReadText(ProcSys(Clone))?.Trim() == "0" ? distribution.AsRoot($"sysctl -w {Clone}=1")
            : machine.ReadText(ProcSys(AppArmor))?.Trim() == "1" ? distribution.AsRoot($"sysctl -w {AppArmor}=0")
            : distribution.AsRoot("ip tuntap add dev uk0 mode tap user $USER") + " && " + distribution.AsRoot("ip link set uk0 up") + "   # then: uk run --port0 tap:uk0";
        return Finding.Warn(Check, cause + Without, fix);
    }

    private static string ProcSys(string name) => "/proc/sys/" + name.Replace('.', '/');

    private static Finding HugePages(IMachineView machine, Distribution distribution)
    {
        const string Check = "huge pages";
        string memory = machine.ReadText("/proc/meminfo") ?? "";
        long total = Field(memory, "HugePages_Total"), free = Field(memory, "HugePages_Free"), size = Field(memory, "Hugepagesize");
        if (free > 0) return Finding.Ok(Check, $"{free} of {total} are free, {size} KiB each");
        return Finding.Warn(Check, total == 0 ? "none are set aside: memory regions of linux images and DPDK use pages of 4 KiB" : $"none of {total} is free",
            distribution.AsRoot($"sysctl -w vm.nr_hugepages={total + 64}"));
    }

    private static long Field(string memory, string name) => memory.Split('\n').Where(line => line.StartsWith(name + ":", StringComparison.Ordinal))
        .Select(line => long.TryParse(line[(name.Length + 1)..].Replace("kB", "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : 0)
        .FirstOrDefault();

    private static Finding Vhost(IMachineView machine, Distribution distribution)
    {
        const string Check = "vhost-net";
        if (!machine.Exists(VhostNet)) return Finding.Warn(Check, $"there is no {VhostNet}: QEMU copies what passes a TAP device itself, slower", distribution.AsRoot("modprobe vhost_net"));
        return machine.WhyItDoesNotOpen(VhostNet) is { } refusal
            ? Finding.Warn(Check, refusal, distribution.AsRoot($"chmod 0666 {VhostNet}"))
            : Finding.Ok(Check, $"{VhostNet} opens");
    }

    private static Finding Ping(IMachineView machine, Distribution distribution) => machine.Has(HostTool.Ping)
        ? Finding.Ok("ping", "installed")
        : Finding.Warn("ping", "not installed; it tries out images that answer", distribution.Install(HostTool.Ping));

    /// <summary>Debian's gdb-minimal has no Python, so no printers of objects.</summary>
    private static Finding Debugger(IMachineView machine, Distribution distribution)
    {
        const string Check = "gdb";
        if (machine.Run(s_gdb, "-nx", "-batch", "-ex", "python print(gdb.VERSION)") is not { } result)
            return Finding.Warn(Check, "not installed; --gdb waits for it", distribution.Install(s_gdb));
        return result.Status == 0 && result.Output.Trim() is { Length: > 0 } version
            ? Finding.Ok(Check, $"{version} with Python")
            : Finding.Warn(Check, "has no Python, so it shows objects as bare memory", distribution.Install(s_gdb));
    }

    [GeneratedRegex(@"version (?<version>\d+\.\d+(\.\d+)?)")]
    private static partial Regex QemuVersion();
}
