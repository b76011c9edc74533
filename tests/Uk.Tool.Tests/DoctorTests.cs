// `uk doctor` on machines that lack one thing or another, and on this one.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using Uk.Qemu;
using Uk.Tool.Doctor;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class DoctorTests
{
    /// <summary>A machine that has everything; a test takes something away.</summary>
    private sealed class FakeMachine : IMachineView
    {
        public Dictionary<string, string> Files { get; } = new()
        {
            ["/etc/os-release"] = "NAME=\"Debian GNU/Linux\"\nID=debian\n",
            ["/proc/meminfo"] = "HugePages_Total:      64\nHugePages_Free:       60\nHugepagesize:       2048 kB\n",
            ["/home/me/app/global.json"] = """{ "sdk": { "version": "10.0.400", "rollForward": "latestFeature" } }""",
            ["/dev/kvm"] = "",
            ["/dev/net/tun"] = "",
            ["/dev/vhost-net"] = "",
            [$"/home/me/.nuget/packages/runtime.linux-x64.microsoft.dotnet.ilcompiler/{BuildChecks.CompilerVersion}/tools/ilc"] = "",
        };

        public HashSet<string> AbsentTools { get; } = [];
        public Dictionary<string, (int Status, string Output)> Answers { get; } = new()
        {
            ["dotnet --version"] = (0, "10.0.401\n"),
            ["ld --version"] = (0, "GNU ld (GNU Binutils for Debian) 2.40\nmore\n"),
            ["qemu-system-x86_64 --version"] = (0, "QEMU emulator version 7.2.22 (Debian 1:7.2)\n"),
            ["qemu-system-x86_64 -machine help"] = (0, "Supported machines are:\nmicrovm   m\npc        p\nq35       q\n"),
            ["gdb -nx -batch -ex python print(gdb.VERSION)"] = (0, "13.1\n"),
        };

        public Dictionary<string, string> Refusals { get; } = [];
        public Dictionary<string, string> Variables { get; } = new() { ["HOME"] = "/home/me" };
        public Accelerator Found { get; set; } = new(Accelerator.KvmName, "a test guest ran on /dev/kvm");
        public string? TapRefusal { get; set; }

        public bool IsRoot { get; set; }
        public string Folder => "/home/me/app/src";
        public string? Variable(string name) => Variables.GetValueOrDefault(name);
        public string? ReadText(string path) => Files.GetValueOrDefault(path);
        public bool Exists(string path) => Files.ContainsKey(path);

        public IReadOnlyList<string> List(string folder) =>
            [.. Files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..].Split('/')[0]).Distinct()];

        public bool Has(HostTool tool) => !AbsentTools.Contains(tool.Name);

        public ToolResult? Run(HostTool tool, params string[] arguments)
        {
            if (!Has(tool)) return null;
            (int status, string output) = Answers[$"{tool.Name} {string.Join(' ', arguments)}"];
            return new ToolResult(new ChildCommand(tool.Name, [.. arguments]), status, output, "");
        }

        public string? WhyItDoesNotOpen(string path) => Refusals.GetValueOrDefault(path);
        public Accelerator ProbeAccelerator() => Found;
        public string? WhyNoTap() => TapRefusal;
    }

    [Fact]
    public void A_machine_that_has_everything_is_ready_and_nothing_is_to_be_mended()
    {
        Diagnosis diagnosis = DoctorCommand.Diagnose(new FakeMachine());
        Assert.True(diagnosis.Ready);
        Assert.All(diagnosis.Findings, finding => Assert.Equal((Health.Ok, null), (finding.Health, finding.Fix)));
        Assert.Equal("10.0.401, as /home/me/app/global.json wants: 10.0.400", diagnosis.Findings[0].Found);
        Assert.Equal(10, diagnosis.Findings.Length);
    }

    public static TheoryData<string, string, bool, string, string> Defects => new()
    {
        // What is wrong, the check that says so, whether images can still be run, what it found, the command.
        { "no dotnet", ".NET SDK", false, "dotnet is not installed", "curl -sSL https://dot.net/v1/dotnet-install.sh | bash /dev/stdin --version 10.0.400" },
        { "no dotnet, no global.json", ".NET SDK", false, "dotnet is not installed", "sudo apt-get install --yes dotnet-sdk-10.0" },
        { "other sdk", ".NET SDK", false, "none of the SDKs here is what /home/me/app/global.json wants: 10.0.400", "curl -sSL https://dot.net/v1/dotnet-install.sh | bash /dev/stdin --version 10.0.400" },
        { "old sdk", ".NET SDK", false, "9.0.100; images need 10.0 or newer", "sudo apt-get install --yes dotnet-sdk-10.0" },
        { "no ilc", "compiler (ilc)", true, "yet: the first build for kvm or linux fetches", "dotnet restore -p:UkTarget=kvm" },
        { "other ilc", "compiler (ilc)", true, "9.9.9 in /cache/runtime.linux-x64", "dotnet restore -p:UkTarget=kvm" },
        { "no ld", "assembler and linker", false, "not installed: ld", "sudo apt-get install --yes binutils" },
        { "no qemu", "QEMU", false, "qemu-system-x86_64 is not installed", "sudo apt-get install --yes qemu-system-x86" },
        { "no qemu on fedora", "QEMU", false, "qemu-system-x86_64 is not installed", "sudo dnf install --assumeyes qemu-system-x86-core" },
        { "no qemu on manjaro", "QEMU", false, "qemu-system-x86_64 is not installed", "sudo pacman -S --noconfirm qemu-system-x86" },
        { "no qemu as root", "QEMU", false, "qemu-system-x86_64 is not installed", "apt-get install --yes qemu-system-x86" },
        { "old qemu", "QEMU", true, "6.2.0: ports on capture files and sockets need 7.2", "sudo apt-get install --yes qemu-system-x86" },
        { "no microvm", "QEMU", true, "without the machines microvm", "sudo apt-get install --yes qemu-system-x86" },
        { "other machines", "QEMU", false, "emulates none of microvm, q35, pc", "sudo apt-get install --yes qemu-system-x86" },
        { "no kvm", "KVM", true, "there is no /dev/kvm; images run on -accel tcg, slower", "sudo modprobe kvm_intel || sudo modprobe kvm_amd" },
        { "kvm refuses", "KVM", true, "Permission denied; images run on -accel tcg, slower", "sudo usermod --append --groups kvm $USER && newgrp kvm" },
        { "kvm does not run", "KVM", true, "a test guest did not end; images run on -accel tcg, slower", "nested=1" },
        { "no ip", "TAP", true, "ip is not installed", "sudo apt-get install --yes iproute2" },
        { "no tun", "TAP", true, "there is no /dev/net/tun", "sudo modprobe tun" },
        { "tun refuses", "TAP", true, "Permission denied", "sudo chmod 0666 /dev/net/tun" },
        { "no namespaces", "TAP", true, "unshare: Operation not permitted", "sudo sysctl -w kernel.unprivileged_userns_clone=1" },
        { "apparmor", "TAP", true, "unshare: Operation not permitted", "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" },
        { "only root", "TAP", true, "unshare: Operation not permitted", "sudo ip tuntap add dev uk0 mode tap user $USER && sudo ip link set uk0 up" },
        { "no huge pages", "huge pages", true, "none are set aside", "sudo sysctl -w vm.nr_hugepages=64" },
        { "huge pages used", "huge pages", true, "none of 32 is free", "sudo sysctl -w vm.nr_hugepages=96" },
        { "no vhost", "vhost-net", true, "there is no /dev/vhost-net", "sudo modprobe vhost_net" },
        { "vhost refuses", "vhost-net", true, "Permission denied", "sudo chmod 0666 /dev/vhost-net" },
        { "no ping", "ping", true, "not installed", "sudo apt-get install --yes iputils-ping" },
        { "no ping on fedora", "ping", true, "not installed", "sudo dnf install --assumeyes iputils" },
        { "no gdb", "gdb", true, "not installed", "sudo apt-get install --yes gdb" },
        { "gdb without python", "gdb", true, "has no Python", "sudo apt-get install --yes gdb" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void What_is_missing_is_named_with_the_command_that_mends_it(string defect, string check, bool ready, string found, string fix)
    {
        var machine = new FakeMachine();
        Break(machine, defect);
        Diagnosis diagnosis = DoctorCommand.Diagnose(machine);
        Assert.Equal(ready, diagnosis.Ready);
        // Without QEMU nobody can tell whether KVM runs a guest.
        Finding finding = Assert.Single(diagnosis.Findings, finding => finding.Health != Health.Ok && (finding.Check != "KVM" || check == "KVM"));
        Assert.Equal((check, ready ? Health.Warn : Health.Missing), (finding.Check, finding.Health));
        Assert.Contains(found, finding.Found);
        Assert.Contains(fix, finding.Fix);
        if (machine.IsRoot) Assert.DoesNotContain("sudo", finding.Fix);
    }

    private static void Break(FakeMachine machine, string defect)
    {
        const string Denied = "Permission denied", Ilc = "runtime.linux-x64.microsoft.dotnet.ilcompiler";
        string[] words = defect.Split(' ');
        if (defect.EndsWith("on fedora")) machine.Files["/etc/os-release"] = "ID=fedora\n";
        if (defect.EndsWith("on manjaro")) machine.Files["/etc/os-release"] = "ID=manjaro\nID_LIKE=\"arch\"\n";
        machine.IsRoot = defect.EndsWith("as root");
        if (defect is "no dotnet, no global.json" or "old sdk") machine.Files.Remove("/home/me/app/global.json");
        switch (words[0] == "no" ? words[1].TrimEnd(',') : defect)
        {
            case "dotnet" or "ld" or "ip" or "ping" or "gdb": machine.AbsentTools.Add(words[1].TrimEnd(',')); break;
            case "qemu": machine.AbsentTools.Add("qemu-system-x86_64"); break;
            case "other sdk": machine.Answers["dotnet --version"] = (145, ""); break;
            case "old sdk": machine.Answers["dotnet --version"] = (0, "9.0.100\n"); break;
            case "ilc": machine.Variables["NUGET_PACKAGES"] = "/empty"; break;
            case "other ilc": machine.Variables["NUGET_PACKAGES"] = "/cache"; machine.Files[$"/cache/{Ilc}/9.9.9/tools/ilc"] = ""; break;
            case "old qemu": machine.Answers["qemu-system-x86_64 --version"] = (0, "QEMU emulator version 6.2.0\n"); break;
            case "microvm": machine.Answers["qemu-system-x86_64 -machine help"] = (0, "pc   p\nq35  q\n"); break;
            case "other machines": machine.Answers["qemu-system-x86_64 -machine help"] = (0, "isapc  old\n"); break;
            case "kvm": machine.Files.Remove("/dev/kvm"); break;
            case "kvm refuses": machine.Refusals["/dev/kvm"] = Denied; break;
            case "kvm does not run": machine.Found = new(Accelerator.TcgName, "a test guest did not end"); break;
            case "tun": machine.Files.Remove("/dev/net/tun"); break;
            case "tun refuses": machine.Refusals["/dev/net/tun"] = Denied; break;
            case "namespaces" or "apparmor" or "only root":
                machine.TapRefusal = "unshare: Operation not permitted";
                if (defect == "no namespaces") machine.Files["/proc/sys/kernel/unprivileged_userns_clone"] = "0\n";
                if (defect == "apparmor") machine.Files["/proc/sys/kernel/apparmor_restrict_unprivileged_userns"] = "1\n";
                break;
            case "huge": machine.Files["/proc/meminfo"] = "HugePages_Total:       0\nHugePages_Free:        0\n"; break;
            case "huge pages used": machine.Files["/proc/meminfo"] = "HugePages_Total:      32\nHugePages_Free:        0\nHugepagesize: 2048 kB\n"; break;
            case "vhost": machine.Files.Remove("/dev/vhost-net"); break;
            case "vhost refuses": machine.Refusals["/dev/vhost-net"] = Denied; break;
            case "gdb without python": machine.Answers["gdb -nx -batch -ex python print(gdb.VERSION)"] = (1, ""); break;
            default: throw new ArgumentException(defect);
        }
    }

    /// <summary>A machine that builds and boots images, as this one does for the other tests.</summary>
    [Fact]
    public void This_machine_is_looked_at()
    {
        ToolResult result = UkCommand.Run("doctor", "--json");
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement[] findings = [.. json.RootElement.GetProperty("findings").EnumerateArray()];
        Assert.Equal(10, findings.Length);
        bool ready = findings.All(finding => finding.GetProperty("health").GetString() != "Missing");
        Assert.Equal((ready, ready ? 0 : 1), (json.RootElement.GetProperty("ready").GetBoolean(), result.Status));
        JsonElement sdk = findings.Single(finding => finding.GetProperty("check").GetString() == ".NET SDK");
        Assert.StartsWith("10.", sdk.GetProperty("found").GetString());
        Assert.Equal("Ok", sdk.GetProperty("health").GetString());

        ToolResult table = UkCommand.Run("doctor");
        Assert.Equal(result.Status, table.Status);
        Assert.Contains(ready ? "doctor: ready" : "doctor: not ready", table.Output);
        // Each command is one line, whatever the width of the table.
        foreach (JsonElement finding in findings)
            if (finding.GetProperty("fix").GetString() is { } fix) Assert.Contains("\n    " + fix + "\n", table.Output);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Equal((1, "uk doctor: error UKT001: there is no folder /no/such/folder\n"), (UkCommand.Run("doctor", "/no/such/folder") is var result ? result.Status : 0, result.Error));
}
