using System;

namespace Uk.Platform.Linux;

/// <summary>A Linux process without libc: what the libraries of a composition see of it.</summary>
[UkLibrary(Targets = UkTargets.Linux)]
[Provides<IConsole>]
[Provides<ICpu>]
[Provides<IMachineMemory>]
[Provides<IProcessors>]
public readonly unsafe struct LinuxPlatform :
    IConsole<LinuxPlatform>, ICpu<LinuxPlatform>, IMachineMemory<LinuxPlatform>, IProcessors<LinuxPlatform>
{
    private const uint PollsBeforeYield = 1_000, PollsBeforeSleep = 10_000;
    private const long SleepNs = 100_000;

    public static void Write(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8) Kernel.Write(Kernel.StandardOutput, text, utf8.Length);
    }

    public static ulong Cycles => Kernel.uk_cycles();

    /// <summary>The kernel does not say without a file to read, so it is not known.</summary>
    public static ulong CyclesPerSecond => 0;

    public static void Relax(uint emptyPolls)
    {
        if (emptyPolls >= PollsBeforeSleep) Kernel.Sleep(SleepNs);
        else if (emptyPolls >= PollsBeforeYield) Kernel.Yield();
    }

    public static int CurrentLcore => Kernel.uk_lcore();

    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> => Processors.Run<TLoops>(count);

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        // What lies before the aligned start stays unused; the kernel never gives it memory.
        nuint start = Kernel.Map(0, lengthBytes + alignmentBytes);
        if (start == 0) throw new OutOfMemoryException($"The kernel has no {lengthBytes >> 10} KiB for the memory regions.");
        return (start + alignmentBytes - 1) & ~(alignmentBytes - 1);
    }

    public static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        nuint start = Kernel.Map(address, lengthBytes);
        if (start != address)
            throw new InvalidOperationException(
                $"The kernel has no {lengthBytes >> 10} KiB at 0x{address:x}. Change the region's address, or let the composition choose one.");
        return start;
    }

    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) =>
        throw new PlatformNotSupportedException("A Linux process has no device registers.");
}
