// Configuration space in the words of the PCI Local Bus Specification 3.0, the PCI-to-PCI Bridge Architecture
// Specification 1.2 and the PCI Express Base Specification 3.0; the host bridge of q35 in those of the datasheet of Intel's
// 3 Series Express chipsets.

namespace Uk.Pci;

internal static class PciSpec
{
    // Configuration mechanism #1, 3.2.2.3.2
    internal const ushort CONFIG_ADDRESS = 0xCF8;
    internal const ushort CONFIG_DATA = 0xCFC;
    internal const uint CONFIG_ENABLE = 1u << 31;

    /// <summary>Where the space that mechanism #1 reaches ends.</summary>
    internal const ushort ConventionalBytes = 0x100;

    // Enhanced configuration access mechanism, PCI Express 7.2.2: 4 KiB for each function, in the order of its address
    internal const int EnhancedFunctionShift = 12;
    internal const int EnhancedBusShift = 20;

    /// <summary>Vendor and device of the host bridge of q35 (82G33 and its kin).</summary>
    internal const uint HostBridgeOfQ35 = 0x29C0_8086;

    // PCIEXBAR of that bridge, device 0, offset 60h: 64 bits
    internal const byte PCIEXBAR = 0x60;
    internal const uint PCIEXBAREN = 1 << 0;
    internal const int LengthShift = 1;
    internal const uint LengthMask = 3;
    /// <summary>For 256 buses, 128 or 64; 3 is reserved.</summary>
    internal const uint LengthReserved = 3;
    /// <summary>The widest physical address that the chipset has: bits 35 to 26 count at most.</summary>
    internal const ulong PhysicalAddressEnd = 1UL << 36;

    // Type 00h configuration space header, 6.1
    internal const byte VendorId = 0x00;
    internal const byte DeviceId = 0x02;
    internal const byte Command = 0x04;
    internal const byte Status = 0x06;
    internal const byte HeaderType = 0x0E;
    internal const byte BaseAddress0 = 0x10;
    internal const byte CapabilitiesPointer = 0x34;

    /// <summary>No function answers here, 6.1.</summary>
    internal const ushort InvalidVendor = 0xFFFF;

    // Header type, 6.2.1
    internal const byte HeaderLayoutMask = 0x7F;
    internal const byte HeaderLayoutDevice = 0x00;
    internal const byte HeaderLayoutBridge = 0x01;
    internal const byte MultiFunction = 0x80;

    /// <summary>PCI-to-PCI bridge, 3.2.5.4.</summary>
    internal const byte SecondaryBusNumber = 0x19;

    // Command register, 6.2.2
    internal const ushort IoSpace = 1 << 0;
    internal const ushort MemorySpace = 1 << 1;
    internal const ushort BusMaster = 1 << 2;
    internal const ushort InterruptDisable = 1 << 10;

    /// <summary>Status register: there is a list of capabilities, 6.2.3.</summary>
    internal const ushort CapabilitiesList = 1 << 4;

    // Base address registers, 6.2.5.1
    internal const int BaseAddressCount = 6;
    internal const uint BaseAddressIsIo = 1 << 0;
    internal const uint BaseAddressTypeMask = 3 << 1;
    internal const uint BaseAddress32 = 0 << 1;
    internal const uint BaseAddress64 = 2 << 1;
    internal const uint BaseAddressFlags = 0xF;

    // Capabilities, 6.7
    internal const byte FirstCapability = 0x40;
    /// <summary>From 40h to 100h there is room for this many capabilities of the least size.</summary>
    internal const int CapabilityLimit = (0x100 - FirstCapability) / 4;
}
