// The platform of a program that runs as an ordinary .NET process on Linux: what a machine gives to an image, taken
// from the process. Packet ports of the host are in Uk.Port.Host.

using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace Uk.Platform;

/// <summary>Console, clock, waiting and memory of the process.</summary>
[UkLibrary(Targets = UkTargets.Host)]
[Provides<IConsole>]
[Provides<ICpu>]
[Provides<IMachineMemory>]
[Provides<IProcessors>]
public unsafe struct HostPlatform : IConsole<HostPlatform>, ICpu<HostPlatform>, IMachineMemory<HostPlatform>, IProcessors<HostPlatform>
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

    public static int CurrentLcore => HostLcores.Current;

    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> => HostLcores.Run<TLoops>(count);

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        void* memory;
        try
        {
            memory = NativeMemory.AlignedAlloc(lengthBytes, alignmentBytes);
        }
        catch (OutOfMemoryException)
        {
            ulong available = (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            throw new InvalidOperationException(
                $"The memory regions need {lengthBytes} bytes and the process did not get them; " +
                $"it may use {available} in all. Lower the Size of the regions.");
        }
        NativeMemory.Clear(memory, lengthBytes);
        return (nuint)memory;
    }

    public static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        void* memory = LinuxMemory.Map((void*)address, lengthBytes);
        if (memory == (void*)address) return address;
        int error = Marshal.GetLastPInvokeError();
        // Kernels before 4.17 take the address as a wish.
        bool elsewhere = memory != LinuxMemory.Failed;
        if (elsewhere) LinuxMemory.Unmap(memory, lengthBytes);
        string cause = elsewhere ? "the kernel chose another place" : Marshal.GetPInvokeErrorMessage(error);
        throw new InvalidOperationException(
            $"A memory region cannot lie at 0x{address:x}, {lengthBytes} bytes, in this process: {cause}. " +
            "Change At of the region, or leave it out where the program runs as a process.");
    }

    /// <summary>Always throws: a process has no device registers.</summary>
    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) =>
        throw new InvalidOperationException(
            $"A driver wants the device registers at 0x{physicalAddress:x}; a process has none. " +
            "Leave that driver out of the host's composition.");
}
