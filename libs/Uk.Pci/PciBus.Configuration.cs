// Reaches configuration space: through a window of memory (PCI Express Base Specification 3.0, 7.2.2) where the host bridge
// is one that says where it is, as that of q35 does, else through the two I/O ports of configuration mechanism #1, which pc
// and q35 have.

using Uk.Platform;
using static Uk.Pci.PciSpec;

namespace Uk.Pci;

public readonly partial struct PciBus<TPortIo, TMemory>
{
    /// <summary>Where the window is mapped; without one there are no buses in it.</summary>
    private static nuint s_window;
    private static int s_busesInWindow;

    /// <summary>Without a host bridge nothing is ever found, and nothing but its absence is looked at.</summary>
    private static bool s_hasHostBridge;

    /// <summary>Once, at boot: looks which host bridge there is.</summary>
    public static void Initialize()
    {
        s_window = 0;
        s_busesInWindow = 0;
        uint bridge = Read32(default, VendorId);
        s_hasHostBridge = (ushort)bridge != InvalidVendor;
        if (bridge == HostBridgeOfQ35) OpenWindow();
    }

    /// <summary>
    /// The register is the firmware's, so it may be off or wrong. A window counts if it lies where its length allows and the
    /// host bridge answers there as it does at the ports.
    /// </summary>
    private static void OpenWindow()
    {
        uint low = Read32(default, PCIEXBAR);
        ulong start = low | ((ulong)Read32(default, PCIEXBAR + 4) << 32);
        uint length = (low >> LengthShift) & LengthMask;
        if ((low & PCIEXBAREN) == 0 || length == LengthReserved) return;
        int buses = 256 >> (int)length;
        nuint lengthBytes = (nuint)buses << EnhancedBusShift;
        start -= low & (PCIEXBAREN | LengthMask << LengthShift);
        if (start == 0 || (start & (lengthBytes - 1)) != 0 || start > PhysicalAddressEnd - lengthBytes) return;

        nuint window = TMemory.MapDevice(start, lengthBytes);
        if (TMemory.ReadDevice32(window) != HostBridgeOfQ35 || TMemory.ReadDevice32(window + PCIEXBAR) != low) return;
        s_window = window;
        s_busesInWindow = buses;
    }

    public static uint Read32(PciAddress address, ushort offset)
    {
        if (address.Bus < s_busesInWindow) return TMemory.ReadDevice32(InWindow(address, offset));
        return Select(address, offset) ? TPortIo.In32(CONFIG_DATA) : uint.MaxValue;
    }

    // Reading has no side effects in configuration space, so what is narrower is cut out of a word.

    public static ushort Read16(PciAddress address, ushort offset) =>
        (ushort)(Read32(address, (ushort)(offset & ~3)) >> ((offset & 2) * 8));

    public static byte Read8(PciAddress address, ushort offset) =>
        (byte)(Read32(address, (ushort)(offset & ~3)) >> ((offset & 3) * 8));

    public static void Write32(PciAddress address, ushort offset, uint value)
    {
        if (address.Bus < s_busesInWindow) TMemory.WriteDevice32(InWindow(address, offset), value);
        else if (Select(address, offset)) TPortIo.Out32(CONFIG_DATA, value);
    }

    public static void Write16(PciAddress address, ushort offset, ushort value)
    {
        if (address.Bus < s_busesInWindow) TMemory.WriteDevice16(InWindow(address, offset), value);
        else if (Select(address, offset)) TPortIo.Out16((ushort)(CONFIG_DATA + (offset & 2)), value);
    }

    public static void Write8(PciAddress address, ushort offset, byte value)
    {
        if (address.Bus < s_busesInWindow) TMemory.WriteDevice8(InWindow(address, offset), value);
        else if (Select(address, offset)) TPortIo.Out8((ushort)(CONFIG_DATA + (offset & 3)), value);
    }

    private static nuint InWindow(PciAddress address, ushort offset) =>
        s_window + ((nuint)address.Value << EnhancedFunctionShift) + offset;

    /// <summary>False where the ports do not reach so far.</summary>
    private static bool Select(PciAddress address, ushort offset)
    {
        if (offset >= ConventionalBytes) return false;
        TPortIo.Out32(CONFIG_ADDRESS, CONFIG_ENABLE | ((uint)address.Value << 8) | (offset & 0xFCu));
        return true;
    }
}
