using System;

namespace Uk.Platform.Linux;

/// <summary>A Linux process without libc: what the libraries of a composition see of it.</summary>
[UkLibrary(Targets = UkTargets.Linux)]
[Provides<IConsole>]
[Provides<ICpu>]
[Provides<IMachineMemory>]
[Provides<IProcessors>]
[Provides<IRest>]
[Provides<ISystemCalls>]
[Provides<IStartOptions>]
[Provides<ISharedMemory>]
public readonly unsafe partial struct LinuxPlatform :
    IConsole<LinuxPlatform>, ICpu<LinuxPlatform>, IMachineMemory<LinuxPlatform>, ISystemCalls<LinuxPlatform>,
    IStartOptions<LinuxPlatform>, ISharedMemory<LinuxPlatform>, IProcessors<LinuxPlatform>, IRest<LinuxPlatform>
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

    public static nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f) =>
        Kernel.Call(number, a, b, c, d, e, f);

    public static void Rest(int file, long nanoseconds) => Kernel.WaitForFile(file, nanoseconds);
    public static void RestBesideTasks(int file) => Tasks.Rest(file);

    public static int CurrentLcore => Kernel.uk_lcore();

    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> => Processors.Run<TLoops>(count);

    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) =>
        throw new PlatformNotSupportedException("A Linux process has no device registers.");
}
