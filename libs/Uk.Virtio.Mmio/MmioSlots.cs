// Where this machine has virtio-mmio slots: what the command line names, else what microvm is known to have.

using Uk.Platform;

namespace Uk.Virtio.Mmio;

/// <summary>The slots of the machine in the order in which its devices were given.</summary>
/// <remarks>
/// A command line lists them in that order: QEMU and Firecracker write it so. QEMU without ACPI tables writes one; with
/// them it does not, and then microvm's own places are looked at, from the highest down, because QEMU puts the first
/// <c>-device</c> into the highest slot. Machines with a PCI host bridge have other things at these addresses, so there
/// they are never touched.
/// </remarks>
internal ref struct MmioSlots<TInfo, TPortIo>
    where TInfo : struct, IMachineInfo<TInfo>
    where TPortIo : struct, IPortIo<TPortIo>
{
    private MmioCommandLine _commandLine;
    private bool _named;
    private int _microvmSlotsLeft;

    public static MmioSlots<TInfo, TPortIo> All => new()
    {
        _commandLine = new MmioCommandLine(TInfo.CommandLine),
        _microvmSlotsLeft = MicrovmSlots.Count,
    };

    public MmioSlot Current { get; private set; }

    public bool MoveNext()
    {
        if (_commandLine.MoveNext())
        {
            _named = true;
            Current = _commandLine.Current;
            return true;
        }
        if (_named || _microvmSlotsLeft == 0) return false;
        if (_microvmSlotsLeft == MicrovmSlots.Count && HasPciHostBridge)
        {
            _microvmSlotsLeft = 0;
            return false;
        }
        _microvmSlotsLeft--;
        ulong offset = (ulong)_microvmSlotsLeft * MicrovmSlots.LengthBytes;
        Current = new MmioSlot(
            MicrovmSlots.Base + offset, MicrovmSlots.LengthBytes, MicrovmSlots.FirstLine + (uint)_microvmSlotsLeft);
        return true;
    }

    /// <summary>For a message about a device that was not found.</summary>
    public static string Description
    {
        get
        {
            MmioCommandLine commandLine = new(TInfo.CommandLine);
            int named = 0;
            while (commandLine.MoveNext()) named++;
            if (named != 0 || commandLine.MalformedCount != 0)
                return "virtio-mmio, " + named + " slots named on the command line (" + commandLine.MalformedCount + " more malformed)";
            return HasPciHostBridge
                ? "virtio-mmio, no slots (none on the command line, and this machine has PCI)"
                : "virtio-mmio, " + MicrovmSlots.Count + " slots from 0x" + Hexadecimal.ToText(MicrovmSlots.Base);
        }
    }

    /// <summary>
    /// Configuration mechanism #1 of the PCI bus: function 0:0.0 is the host bridge, and where there is no bus all bits
    /// of its identity read 1.
    /// </summary>
    private static bool HasPciHostBridge
    {
        get
        {
            TPortIo.Out32(0xCF8, 0x8000_0000);
            return TPortIo.In32(0xCFC) != uint.MaxValue;
        }
    }
}
