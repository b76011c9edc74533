// From the machine's start to the application's loop: the steps, and, where the build asks for it, how many instructions
// they take, counted by booting the image in QEMU.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Uk.Tool.Describe;

namespace Uk.Tool.Report;

internal static class BootTimeline
{
    // Three time-stamps that boot code takes: at the entry, before managed code, before Main.
    private const string Stamps = "uk_boot_timeline";
    private const int StampCount = 3;
    private const long DefaultMemoryBytes = 128 << 20;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);

    /// <param name="counted">As <see cref="Count"/> returns them; empty where nobody has counted.</param>
    public static ImmutableArray<BootStep> Of(string target, ProgramDescription? program, ImmutableArray<ulong> counted)
    {
        ulong? Counted(int step) => step < counted.Length ? counted[step] : null;
        IEnumerable<BootStep> platform = target == "kvm"
            ?
            [
                new BootStep("machine", "firmware loads the image and enters it as PVH says", Counted(0)),
                new BootStep("boot code", "page tables, long mode, stack", Counted(1)),
                new BootStep("runtime", "traps, memory map, static fields of the core library", Counted(2)),
            ]
            :
            [
                new BootStep("kernel", "Linux maps the executable and enters it", null),
                new BootStep("runtime", "options, memory, static fields of the core library", null),
            ];
        IEnumerable<BootStep> libraries = (program?.InitializationOrder ?? []).Select(type => new BootStep(type.Name, $"{type.Library} is brought up", null));
        IEnumerable<BootStep> loops = program is { Loops.IsEmpty: false }
            ? program.Loops.Select((loop, lcore) => new BootStep(loop, $"the loop of lcore {lcore}", null))
            : [new BootStep("Main", "the application", null)];
        return [.. platform, .. libraries, .. loops];
    }

    /// <summary>
    /// Boots the image on a microvm without devices, one instruction a nanosecond, until Main is about to run: the
    /// instructions of each step of the platform.
    /// </summary>
    /// <exception cref="MissingToolException">QEMU is not installed.</exception>
    /// <exception cref="TimeoutException">The image does not come so far.</exception>
    public static ImmutableArray<ulong> Count(string image, GuestSymbols symbols, long? memoryBytes, int lcores)
    {
        ulong address = symbols.Named(Stamps).Address;
        using var qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm)
        {
            Memory = MemorySize.FromBytes(memoryBytes ?? DefaultMemoryBytes),
            Processors = lcores,
            CountInstructions = true,
            HasExitDevice = false,
            PauseAtShutdown = true,
        });
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_timeout)
        {
            byte[] stamps = qemu.Monitor.ReadPhysical(address, StampCount * sizeof(ulong));
            ulong[] at = [.. Enumerable.Range(0, StampCount).Select(i => BinaryPrimitives.ReadUInt64LittleEndian(stamps.AsSpan(i * sizeof(ulong))))];
            if (at[StampCount - 1] != 0) return [at[0], at[1] - at[0], at[2] - at[1]];
            Thread.Sleep(s_poll);
        }
        throw new TimeoutException($"{image} did not come to Main within {s_timeout.TotalSeconds:0} s, so its boot timeline is not known\n{qemu.Describe()}");
    }
}
