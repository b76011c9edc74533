// The platform of a program that runs as an ordinary .NET process on Linux: what a machine gives to an image, taken
// from the process. Packet ports of the host are in Uk.Port.Host.

using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Uk.Linux;

namespace Uk.Platform;

/// <summary>Console, clock, waiting and memory of the process.</summary>
[UkLibrary(Targets = UkTargets.Host)]
[Provides<IConsole>]
[Provides<ICpu>]
[Provides<IMachineMemory>]
[Provides<IProcessors>]
[Provides<IRest>]
[Provides<ISystemCalls>]
[Provides<IStartOptions>]
[Provides<ISharedMemory>]
public unsafe partial struct HostPlatform
    : IConsole<HostPlatform>, ICpu<HostPlatform>, IMachineMemory<HostPlatform>, ISystemCalls<HostPlatform>,
      IStartOptions<HostPlatform>, ISharedMemory<HostPlatform>, IProcessors<HostPlatform>, IRest<HostPlatform>
{
    /// <summary>Below this many fruitless turns the core only pauses: a packet may be microseconds away.</summary>
    private const uint SpinPolls = 1_000;

    /// <summary>From here on the loop sleeps, so that a program without traffic costs no processor.</summary>
    private const uint YieldPolls = 10_000;

    /// <summary>Any thread. Text after which nothing follows is shown as well: nothing is kept back.</summary>
    public static void Write(ReadOnlySpan<byte> utf8)
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write(utf8);
    }

    /// <summary>The monotonic clock of the process.</summary>
    public static ulong Cycles => (ulong)Stopwatch.GetTimestamp();

    public static ulong CyclesPerSecond => (ulong)Stopwatch.Frequency;

    /// <summary>Pauses, then gives the core to others, then sleeps for a millisecond at a time.</summary>
    public static void Relax(uint emptyPolls)
    {
        if (emptyPolls < SpinPolls)
            Thread.SpinWait(1);
        else if (emptyPolls < YieldPolls)
            Thread.Yield();
        else
            Thread.Sleep(1);
    }

    /// <summary>Until the file can be read. A port without one is looked at again after a millisecond.</summary>
    public static void Rest(int file, long nanoseconds)
    {
        if (file < 0)
        {
            Thread.Sleep(1);
            return;
        }
        LinuxPoll wanted = new() { File = file, Wanted = LinuxPoll.POLLIN };
        int milliseconds = nanoseconds < 0 ? -1 : (int)Math.Min(int.MaxValue, (nanoseconds + 999_999) / 1_000_000);
        LinuxCalls<HostPlatform>.Poll(&wanted, 1, milliseconds);
    }

    /// <summary>Tasks run on the threads of the pool.</summary>
    public static void RestBesideTasks(int file) => Rest(file, IRest<HostPlatform>.Forever);

    public static int CurrentLcore => HostLcores.Current;

    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> => HostLcores.Run<TLoops>(count);

    /// <summary>Always throws: a process has no device registers.</summary>
    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) =>
        throw new InvalidOperationException(
            $"A driver wants the device registers at 0x{physicalAddress:x}; a process has none. " +
            "Leave that driver out of the host's composition.");
}
