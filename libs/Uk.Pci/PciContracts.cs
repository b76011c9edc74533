// What a PCI bus offers to the drivers above it. How configuration space is reached is the library's business; which
// functions there are is asked through the contract of all buses.

using System;

namespace Uk.Pci;

/// <summary>A function on the bus: bus, device and function number.</summary>
public readonly struct PciAddress(ushort value) : IEquatable<PciAddress>
{
    public PciAddress(byte bus, byte device, byte function)
        : this((ushort)((bus << 8) | ((device & 0x1F) << 3) | (function & 7)))
    {
    }

    /// <summary>Bus in bits 15-8, device in bits 7-3, function in bits 2-0: where a <c>BusDevice</c> is.</summary>
    public ushort Value { get; } = value;

    public byte Bus => (byte)(Value >> 8);
    public byte Device => (byte)((Value >> 3) & 0x1F);
    public byte Function => (byte)(Value & 7);

    public bool Equals(PciAddress other) => Value == other.Value;
    public override bool Equals(object? other) => other is PciAddress address && Equals(address);
    public override int GetHashCode() => Value;
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
    // Configuration space. The offset is below 4096 and a multiple of the width. From 256 on it is the extended space of PCI
    // Express: all ones are read from there, and nothing is written, where a function or the way to it has none.

    static abstract byte Read8(PciAddress address, ushort offset);
    static abstract ushort Read16(PciAddress address, ushort offset);
    static abstract uint Read32(PciAddress address, ushort offset);
    static abstract void Write8(PciAddress address, ushort offset, byte value);
    static abstract void Write16(PciAddress address, ushort offset, ushort value);
    static abstract void Write32(PciAddress address, ushort offset, uint value);

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
