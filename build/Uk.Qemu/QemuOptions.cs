using System.Collections.Immutable;
using System.Globalization;

namespace Uk.Qemu;

/// <summary>A machine to start, as QEMU's command line describes it.</summary>
public sealed record QemuOptions(string ImagePath, GuestMachine Machine)
{
    public MemorySize Memory { get; init; } = new(128 * 1024);

    public int Processors { get; init; } = 1;

    /// <summary>QEMU's name of the accelerator: kvm or tcg.</summary>
    public string Accelerator { get; init; } = Qemu.Accelerator.TcgName;

    public NetworkBackend? Network { get; init; }

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

    /// <summary>QEMU waits for gdb on TCP port 1234 before the first instruction.</summary>
    public bool WaitForDebugger { get; init; }

    /// <summary>Where QEMU listens for QMP; null for nowhere.</summary>
    public string? QmpSocketPath { get; init; }

    /// <summary>Appended as they are.</summary>
    public ImmutableArray<string> Extra { get; init; } = [];

    /// <summary>Everything behind the program's name.</summary>
    public ImmutableArray<string> ToArguments()
    {
        ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>();
        list.AddRange("-M", Machine.QemuMachine, "-accel", Accelerator, "-cpu", "max");
        list.AddRange("-m", string.Create(CultureInfo.InvariantCulture, $"{Memory.KiB}k"));
        if (Processors != 1) list.AddRange("-smp", Processors.ToString(CultureInfo.InvariantCulture));
        list.AddRange("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-serial", "stdio");
        list.AddRange(Machine.Arguments);
        if (HasExitDevice) list.AddRange("-device", "isa-debug-exit,iobase=0xf4,iosize=4");
        if (PauseAtShutdown) list.AddRange("-action", "shutdown=pause");
        if (CountInstructions) list.AddRange("-icount", "shift=0,sleep=off");
        if (Network is not null)
        {
            list.AddRange("-netdev", Network.Netdev + ",id=net0");
            list.AddRange("-device", Machine.NetworkDevice + ",netdev=net0");
        }
        if (QmpSocketPath is not null) list.AddRange("-qmp", $"unix:{Escape(QmpSocketPath)},server=on,wait=off");
        if (WaitForDebugger) list.AddRange("-s", "-S");
        list.AddRange("-kernel", ImagePath);
        if (CommandLine is not null) list.AddRange("-append", CommandLine);
        list.AddRange(Extra);
        return list.ToImmutable();
    }

    /// <exception cref="MissingToolException">QEMU is not installed.</exception>
    public ChildCommand ToCommand() => new(HostTool.Qemu.Require(), ToArguments());

    /// <summary>In a list of options, QEMU reads a comma that is meant as such from two.</summary>
    internal static string Escape(string value) => value.Replace(",", ",,");
}
