// A machine as the bus libraries see it: I/O ports, device registers by address, a command line. What nobody models
// reads as all ones, as on a PC.

using System;
using System.Collections.Generic;
using Uk.Platform;

namespace Uk.Virtio.Tests.Model;

/// <summary>A range of device registers.</summary>
internal interface IModelRegisters
{
    uint Read(uint offset, int widthBytes);
    void Write(uint offset, uint value, int widthBytes);
}

internal readonly struct ModelMachine
    : IPortIo<ModelMachine>, IMachineMemory<ModelMachine>, IMachineInfo<ModelMachine>, IInterrupts<ModelMachine>
{
    /// <summary>
    /// Registers are not where their physical address is: a driver that forgets to map them finds nothing.
    /// </summary>
    private const ulong MappedAt = 0x7000_0000_0000;

    private static readonly Dictionary<ulong, (ulong Length, IModelRegisters Registers)> _devices = [];
    private static byte[] _commandLine = [];
    private static uint _configAddress;

    /// <summary>Accesses to the configuration of functions through ports.</summary>
    public static int ConfigurationPortUses { get; private set; }

    public static ModelPci? Pci { get; set; }
    /// <summary>Every range that was mapped.</summary>
    public static List<(ulong Address, ulong Length)> Mapped { get; } = [];

    public static void Reset(string commandLine = "")
    {
        _devices.Clear();
        Mapped.Clear();
        Lines.Clear();
        MessagesTaken = 0;
        Pci = null;
        ConfigurationPortUses = 0;
        _commandLine = System.Text.Encoding.Latin1.GetBytes(commandLine);
    }

    /// <summary>The address and data of the n-th message, from 0 on.</summary>
    public static InterruptMessage Message(int index) => new(0x1_FEE0_0000, 0x41 + (uint)index);

    public static int MessagesTaken { get; private set; }
    /// <summary>Of the interrupt controller, and which of them were connected.</summary>
    public static uint LineCount { get; set; } = 24;
    public static List<uint> Lines { get; } = [];
    public static ulong SpuriousCount => 0;

    public static bool TryAllocateMessage(out InterruptMessage message)
    {
        message = Message(MessagesTaken++);
        return true;
    }

    public static bool TryConnectLine(uint line)
    {
        if (line >= LineCount) return false;
        Lines.Add(line);
        return true;
    }

    public static void SetCommandLine(byte[] bytes) => _commandLine = bytes;
    public static void Add(ulong address, ulong length, IModelRegisters registers) =>
        _devices[address] = (length, registers);

    public static ReadOnlySpan<byte> CommandLine => _commandLine;

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes) => throw new NotSupportedException();
    public static nuint ReserveAt(nuint address, nuint lengthBytes) => throw new NotSupportedException();

    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes)
    {
        if (physicalAddress >= 1UL << 52 || lengthBytes == 0) throw new InvalidOperationException("not a device");
        Mapped.Add((physicalAddress, lengthBytes));
        return (nuint)(MappedAt + physicalAddress);
    }

    public static byte ReadDevice8(nuint address) => (byte)Read(address, 1);
    public static ushort ReadDevice16(nuint address) => (ushort)Read(address, 2);
    public static uint ReadDevice32(nuint address) => Read(address, 4);
    public static void WriteDevice8(nuint address, byte value) => Write(address, value, 1);
    public static void WriteDevice16(nuint address, ushort value) => Write(address, value, 2);
    public static void WriteDevice32(nuint address, uint value) => Write(address, value, 4);

    private static uint Read(nuint address, int width) =>
        Find(address, width, out uint offset) is { } registers ? registers.Read(offset, width) : uint.MaxValue;

    private static void Write(nuint address, uint value, int width) =>
        Find(address, width, out uint offset)?.Write(offset, value, width);

    private static IModelRegisters? Find(nuint address, int width, out uint offset)
    {
        ulong physical = address - MappedAt;
        ulong end = physical + (uint)width;
        if (!Mapped.Exists(range => physical >= range.Address && end <= range.Address + range.Length))
            throw new InvalidOperationException($"0x{physical:X} was not mapped");
        if (physical % (uint)width != 0) throw new InvalidOperationException($"0x{physical:X} is not aligned");
        foreach ((ulong start, (ulong length, IModelRegisters registers)) in _devices)
        {
            offset = (uint)(physical - start);
            if (physical >= start && physical + (uint)width <= start + length) return registers;
        }
        offset = 0;
        return null;
    }

    public static byte In8(ushort port) => (byte)In(port, 1);
    public static ushort In16(ushort port) => (ushort)In(port, 2);
    public static uint In32(ushort port) => In(port, 4);
    public static void Out8(ushort port, byte value) => Out(port, value, 1);
    public static void Out16(ushort port, ushort value) => Out(port, value, 2);

    public static void Out32(ushort port, uint value)
    {
        if (port != 0xCF8)
        {
            Out(port, value, 4);
            return;
        }
        _configAddress = value;
        ConfigurationPortUses++;
    }

    private static uint In(ushort port, int width)
    {
        if (Pci is null || port is < 0xCFC or > 0xCFF || _configAddress >> 31 == 0) return uint.MaxValue;
        return Pci.Read((ushort)(_configAddress >> 8), (int)(_configAddress & 0xFC) + port - 0xCFC, width);
    }

    private static void Out(ushort port, uint value, int width)
    {
        if (port is < 0xCFC or > 0xCFF) throw new InvalidOperationException($"a write to port 0x{port:X}");
        Pci?.Write((ushort)(_configAddress >> 8), (int)(_configAddress & 0xFC) + port - 0xCFC, value, width);
    }
}
