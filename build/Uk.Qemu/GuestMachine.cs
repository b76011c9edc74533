using System;
using System.Collections.Immutable;
using System.Linq;

namespace Uk.Qemu;

/// <summary>A kind of machine that QEMU emulates and images are tested on.</summary>
/// <param name="Name">As users write it.</param>
/// <param name="NetworkDevice">The virtio-net device of this machine, modern: without the legacy interface where the bus lets choose.</param>
public sealed record GuestMachine(string Name, string QemuMachine, string NetworkDevice, ImmutableArray<string> Arguments)
{
    /// <summary>virtio-mmio devices are legacy unless asked otherwise.</summary>
    private static readonly ImmutableArray<string> s_modernMmio = ["-global", "virtio-mmio.force-legacy=false"];

    /// <summary>No PCI, no ACPI: devices stand on the kernel command line. The machine that boots fastest.</summary>
    public static readonly GuestMachine Microvm = new("microvm", "microvm,acpi=off", "virtio-net-device", s_modernMmio);

    public static readonly GuestMachine MicrovmAcpi = new("microvm-acpi", "microvm,acpi=on", "virtio-net-device", s_modernMmio);

    // Without romfile= the firmware would run a network boot program before the image.
    public static readonly GuestMachine Q35 = new("q35", "q35", "virtio-net-pci,romfile=", []);
    public static readonly GuestMachine Pc = new("pc", "pc", "virtio-net-pci,romfile=", []);

    public static readonly ImmutableArray<GuestMachine> All = [Microvm, MicrovmAcpi, Q35, Pc];

    /// <exception cref="ArgumentException">There is none of that name; the message lists those that are.</exception>
    public static GuestMachine Named(string name) =>
        All.FirstOrDefault(machine => machine.Name == name)
        ?? throw new ArgumentException($"there is no machine '{name}'; there are {string.Join(", ", All.Select(machine => machine.Name))}");

    public override string ToString() => Name;
}
