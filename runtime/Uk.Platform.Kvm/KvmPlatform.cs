using System;
using System.Runtime.Intrinsics.X86;

namespace Uk.Platform.Kvm;

/// <summary>A virtual machine that was booted by PVH: what the libraries of a composition see of it.</summary>
[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IConsole>]
[Provides<ICpu>]
[Provides<IPortIo>]
[Provides<IMachineMemory>]
[Provides<IMachineInfo>]
[Provides<IProcessors>]
[Provides<IRest>]
[Provides<IInterrupts>]
[Provides<IStartOptions>]
public readonly partial struct KvmPlatform :
    IConsole<KvmPlatform>, ICpu<KvmPlatform>, IPortIo<KvmPlatform>, IMachineMemory<KvmPlatform>, IMachineInfo<KvmPlatform>,
    IStartOptions<KvmPlatform>, IProcessors<KvmPlatform>, IRest<KvmPlatform>, IInterrupts<KvmPlatform>
{
    public static void Write(ReadOnlySpan<byte> utf8) => Serial.Write(utf8);

    public static ulong Cycles => Cpu.uk_cycles();
    public static ulong CyclesPerSecond => TscFrequency.Hertz;

    /// <summary>Nothing wakes a core that sleeps, so it only tells its sibling that it waits.</summary>
    public static void Relax(uint emptyPolls) => X86Base.Pause();

    public static int CurrentLcore => Cpu.uk_lcore();

    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> => Processors.Run<TLoops>(count);

    public static void Rest(int file, long nanoseconds) => Interrupts.Rest(nanoseconds);
    public static void RestBesideTasks(int file) => Tasks.Rest();
    public static bool TryAllocateMessage(out InterruptMessage message) => Interrupts.TryAllocateMessage(out message);
    public static bool TryConnectLine(uint line) => Interrupts.TryConnectLine(line);
    public static ulong SpuriousCount => Interrupts.SpuriousCount;

    public static byte In8(ushort port) => Cpu.uk_in8(port);
    public static ushort In16(ushort port) => Cpu.uk_in16(port);
    public static uint In32(ushort port) => Cpu.uk_in32(port);
    public static void Out8(ushort port, byte value) => Cpu.uk_out8(port, value);
    public static void Out16(ushort port, ushort value) => Cpu.uk_out16(port, value);
    public static void Out32(ushort port, uint value) => Cpu.uk_out32(port, value);

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes) =>
        PhysicalMemory.Reserve(lengthBytes, alignmentBytes);

    public static nuint ReserveAt(nuint address, nuint lengthBytes) => PhysicalMemory.ReserveAt(address, lengthBytes);

    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes)
    {
        PageTables.MapRegisters(physicalAddress, lengthBytes);
        return (nuint)physicalAddress;
    }

    public static ReadOnlySpan<byte> CommandLine => StartInfo.CommandLine;
}
