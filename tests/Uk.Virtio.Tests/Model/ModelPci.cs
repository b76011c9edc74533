// PCI configuration space as functions present it.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Uk.Virtio.Tests.Model;

internal sealed class ModelFunction
{
    public ModelFunction(ushort vendor, ushort device)
    {
        Set16(0, vendor);
        Set16(2, device);
    }

    /// <summary>With the extended space, which only the window reaches.</summary>
    public byte[] Space { get; } = new byte[4096];
    /// <summary>Bits of each base address register that can be written; the others stay.</summary>
    public uint[] BarMask { get; } = new uint[6];
    public ushort Command => BinaryPrimitives.ReadUInt16LittleEndian(Space.AsSpan(4));
    /// <summary>A base address was changed while the function decoded addresses.</summary>
    public bool MovedWhileDecoding { get; private set; }

    public void Set8(int offset, byte value) => Space[offset] = value;
    public void Set16(int offset, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(Space.AsSpan(offset), value);
    public void Set32(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Space.AsSpan(offset), value);
    public uint Get32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Space.AsSpan(offset));

    /// <param name="flags">The low four bits: 0 for 32-bit memory, 4 for 64-bit, 1 for I/O.</param>
    public void SetBar(int bar, ulong address, ulong length, uint flags)
    {
        Set32(0x10 + 4 * bar, (uint)address | flags);
        BarMask[bar] = (uint)(0 - length) & ~0xFu;
        if ((flags & 6) != 4 || bar == 5) return;
        Set32(0x14 + 4 * bar, (uint)(address >> 32));
        BarMask[bar + 1] = (uint)((0 - length) >> 32);
    }

    /// <summary>Adds to the front of the list.</summary>
    public void AddCapability(byte offset, byte id, ReadOnlySpan<byte> body)
    {
        Space[offset] = id;
        Space[offset + 1] = Space[0x34];
        body.CopyTo(Space.AsSpan(offset + 2));
        Space[0x34] = offset;
        Set16(6, 0x10);
    }

    public void Write(int offset, uint value, int width)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        if (offset == 4) bytes[..width].CopyTo(Space.AsSpan(offset));
        if (offset is < 0x10 or >= 0x28 || width != 4) return;
        if ((Command & 3) != 0) MovedWhileDecoding = true;
        uint mask = BarMask[(offset - 0x10) / 4];
        Set32(offset, (Get32(offset) & ~mask) | (value & mask));
    }
}

internal sealed class ModelPci
{
    private readonly Dictionary<ushort, ModelFunction> _functions = [];

    public HashSet<ushort> Visited { get; } = [];

    /// <summary>A bus with a host bridge.</summary>
    public static ModelPci WithHostBridge()
    {
        ModelPci pci = new();
        pci.Add(0, 0, 0, 0x8086, 0x29C0);
        return pci;
    }

    public ModelFunction Add(byte bus, byte device, byte function, ushort vendor, ushort deviceId) =>
        _functions[Key(bus, device, function)] = new ModelFunction(vendor, deviceId);

    public ModelFunction AddBridge(byte bus, byte device, byte function, byte secondary)
    {
        ModelFunction bridge = Add(bus, device, function, 0x1B36, 0x000C);
        bridge.Set8(0x0E, 1);
        bridge.Set8(0x19, secondary);
        return bridge;
    }

    public uint Read(ushort key, int offset, int width)
    {
        Visited.Add(key);
        if (!_functions.TryGetValue(key, out ModelFunction? function)) return uint.MaxValue;
        uint value = 0;
        for (int i = width - 1; i >= 0; i--) value = (value << 8) | function.Space[offset + i];
        return value;
    }

    public void Write(ushort key, int offset, uint value, int width) =>
        _functions.GetValueOrDefault(key)?.Write(offset, value, width);

    /// <summary>The host bridge of q35 says that the window is there, and it is, for so many buses of 1 MiB.</summary>
    public void AddWindow(ulong start, uint register, int buses = 256)
    {
        ModelFunction bridge = _functions[0];
        bridge.Set32(0x60, (uint)start | register);
        bridge.Set32(0x64, (uint)(start >> 32));
        ModelMachine.Add(start, (ulong)buses << 20, new Window(this));
    }

    private sealed class Window(ModelPci pci) : IModelRegisters
    {
        public uint Read(uint offset, int widthBytes) => pci.Read((ushort)(offset >> 12), (int)(offset & 0xFFF), widthBytes);

        public void Write(uint offset, uint value, int widthBytes) =>
            pci.Write((ushort)(offset >> 12), (int)(offset & 0xFFF), value, widthBytes);
    }

    private static ushort Key(byte bus, byte device, byte function) => (ushort)((bus << 8) | (device << 3) | function);
}
