using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace Uk.Qemu;

/// <summary>A machine to start, as QEMU's command line describes it.</summary>
public sealed record QemuOptions(string ImagePath, GuestMachine Machine)
{
    public MemorySize Memory { get; init; } = new(128 * 1024);

    public int Processors { get; init; } = 1;

    /// <summary>QEMU's name of the accelerator: kvm or tcg.</summary>
    public string Accelerator { get; init; } = Qemu.Accelerator.TcgName;

    public NetworkBackend? Network { get; init; }

    /// <summary>Behind network devices after the first. QEMU gives each the next MAC address: 52:54:00:12:34:56 and on.</summary>
    public ImmutableArray<NetworkBackend> MoreNetworks { get; init; } = [];

    /// <summary>The kernel command line; QEMU adds the devices of a microvm without ACPI to it.</summary>
    public string? CommandLine { get; init; }

    /// <summary>
    /// One instruction takes one nanosecond of guest time, so the time-stamp counter counts instructions, and waiting
    /// passes at once: <c>-icount shift=0,sleep=off</c>.
    /// </summary>
    public bool CountInstructions { get; init; }

    /// <summary>
    /// The machine has the device through which the guest ends with a status. Without it, an image that has ended stays
    /// for inspection, see <see cref="PauseAtShutdown"/>.
    /// </summary>
    public bool HasExitDevice { get; init; } = true;

    /// <summary>A guest that powers off or resets is paused and can still be read.</summary>
    public bool PauseAtShutdown { get; init; }

    /// <summary>QEMU waits for gdb on this TCP port, of this host alone, before the first instruction; null for no gdb.</summary>
    public int? DebuggerPort { get; init; }

    /// <summary>Where QEMU listens for QMP; null for nowhere.</summary>
    public string? QmpSocketPath { get; init; }

    /// <summary>Appended as they are.</summary>
    public ImmutableArray<string> Extra { get; init; } = [];

    /// <summary>Everything behind the program's name.</summary>
    public ImmutableArray<string> ToArguments()
    {
        ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>();
        NetworkBackend[] networks = Network is null ? [.. MoreNetworks] : [Network, .. MoreNetworks];
        bool isShared = networks.Any(network => network.Chardev is not null);
        list.AddRange("-M", Machine.QemuMachine + (isShared ? ",memory-backend=memory" : ""), "-accel", Accelerator, "-cpu", "max");
        list.AddRange("-m", string.Create(CultureInfo.InvariantCulture, $"{Memory.KiB}k"));
        if (isShared) list.AddRange("-object", string.Create(CultureInfo.InvariantCulture, $"memory-backend-memfd,id=memory,size={Memory.KiB}k,share=on"));
        if (Processors != 1) list.AddRange("-smp", Processors.ToString(CultureInfo.InvariantCulture));
        list.AddRange("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-serial", "stdio");
        list.AddRange(Machine.Arguments);
        if (HasExitDevice) list.AddRange("-device", "isa-debug-exit,iobase=0xf4,iosize=4");
        if (PauseAtShutdown) list.AddRange("-action", "shutdown=pause");
        if (CountInstructions) list.AddRange("-icount", "shift=0,sleep=off");
        for (int i = 0; i < networks.Length; i++) AddNetwork(list, networks[i], i);
        if (QmpSocketPath is not null) list.AddRange("-qmp", $"unix:{Escape(QmpSocketPath)},server=on,wait=off");
        // The names of its threads tell which is which processor's.
        list.AddRange("-name", "debug-threads=on");
        if (DebuggerPort is { } port) list.AddRange("-gdb", string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1:{port}"), "-S");
        list.AddRange("-kernel", ImagePath);
        if (CommandLine is not null) list.AddRange("-append", CommandLine);
        list.AddRange(Extra);
        return list.ToImmutable();
    }

    private void AddNetwork(ImmutableArray<string>.Builder list, NetworkBackend network, int index)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"net{index}");
        string chardev = "";
        if (network.Chardev is not null)
        {
            list.AddRange("-chardev", $"{network.Chardev},id=char{id}");
            chardev = $",chardev=char{id}";
        }
        list.AddRange("-netdev", $"{network.Netdev}{chardev},id={id}");
        string address = network.MacAddress is null ? "" : $",mac={network.MacAddress}";
        list.AddRange("-device", $"{Machine.NetworkDevice},netdev={id},id=nic{index}{address}{(network.Queues > 1 ? ",mq=on" : "")}");
    }

    /// <exception cref="MissingToolException">QEMU is not installed.</exception>
    public ChildCommand ToCommand() => new(HostTool.Qemu.Require(), ToArguments());

    /// <summary>In a list of options, QEMU reads a comma that is meant as such from two.</summary>
    internal static string Escape(string value) => value.Replace(",", ",,");
}
