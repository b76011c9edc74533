// What a PCI bus offers to the drivers above it. How configuration space is reached is the library's business.

using System;

namespace Uk.Pci;

/// <summary>A function on the bus: bus, device and function number.</summary>
public readonly struct PciAddress(byte bus, byte device, byte function) : IEquatable<PciAddress>
{
    /// <summary>Bus in bits 15-8, device in bits 7-3, function in bits 2-0.</summary>
    public ushort Value { get; } = (ushort)((bus << 8) | ((device & 0x1F) << 3) | (function & 7));

    public byte Bus => (byte)(Value >> 8);
    public byte Device => (byte)((Value >> 3) & 0x1F);
    public byte Function => (byte)(Value & 7);

    public bool Equals(PciAddress other) => Value == other.Value;
    public override bool Equals(object? other) => other is PciAddress address && Equals(address);
    public override int GetHashCode() => Value;
}

/// <summary>Which functions a driver is for: one vendor, one or two device ids.</summary>
public readonly struct PciIds(ushort vendor, ushort device, ushort alternativeDevice)
{
    /// <summary>Equal device ids name a device that has only one.</summary>
    public bool Matches(ushort otherVendor, ushort otherDevice) =>
        otherVendor == vendor && (otherDevice == device || otherDevice == alternativeDevice);
}

/// <summary>A memory range that a function decodes. PCI 3.0, 6.2.5.1.</summary>
public readonly struct PciMemoryBar(ulong address, ulong lengthBytes)
{
    public ulong Address { get; } = address;
    /// <summary>A power of two.</summary>
    public ulong LengthBytes { get; } = lengthBytes;

    /// <summary>The piece lies inside the range, whatever the two figures are.</summary>
    public bool Contains(ulong offsetBytes, ulong pieceBytes) =>
        offsetBytes <= LengthBytes && pieceBytes <= LengthBytes - offsetBytes;
}

public interface IPciBus : IContract;

/// <summary>The functions of a machine and their configuration space. Boot and control path, one lcore.</summary>
public interface IPciBus<TSelf> : IPciBus where TSelf : struct, IPciBus<TSelf>
{
    /// <summary>
    /// There is a host bridge. Without one nothing is ever found, and nothing but its absence is looked at.
    /// </summary>
    static abstract bool HasHostBridge { get; }

    /// <summary>How many functions match.</summary>
    static abstract int Count(PciIds ids);

    /// <summary>
    /// The match with number <paramref name="index"/>, counted from 0 in the order of bus, device and function. False
    /// where there are not so many.
    /// </summary>
    static abstract bool TryFind(PciIds ids, int index, out PciAddress address);

    // Configuration space. The offset is below 256 and a multiple of the width.

    static abstract byte Read8(PciAddress address, byte offset);
    static abstract ushort Read16(PciAddress address, byte offset);
    static abstract uint Read32(PciAddress address, byte offset);
    static abstract void Write8(PciAddress address, byte offset, byte value);
    static abstract void Write16(PciAddress address, byte offset, ushort value);
    static abstract void Write32(PciAddress address, byte offset, uint value);

    /// <summary>
    /// Base address register <paramref name="bar"/> (0-5), 32 or 64 bits wide. False where it is not a memory range,
    /// has no address yet, or reaches past the end of the address space. The function must be idle.
    /// </summary>
    static abstract bool TryGetMemoryBar(PciAddress address, int bar, out PciMemoryBar range);

    /// <summary>Makes a memory range accessible and returns its first byte.</summary>
    static abstract nuint Map(PciMemoryBar range, ulong offsetBytes, nuint lengthBytes);

    /// <summary>Lets the function answer to memory accesses and access memory itself, without interrupt line.</summary>
    static abstract void Enable(PciAddress address);
}
