// The high precision event timer, to learn the processor's frequency from where there is no interval timer. IA-PC HPET
// specification 1.0a, 2.3. It is where every PC has it: a machine that has it elsewhere says so in ACPI tables, and has CPUID.

using System.Threading;

namespace Uk.Platform.Kvm;

internal static unsafe class Hpet
{
    private const ulong Address = 0xFED0_0000;
    private const nuint LengthBytes = 0x400;
    private const int Capabilities = 0, Configuration = 0x10, MainCounter = 0xF0;
    private const ulong EnableCounter = 1;

    /// <summary>2.3.4: the period in femtoseconds is in the upper half, above 0 and at most this.</summary>
    private const uint PeriodFsMax = 0x05F5_E100;
    private const ulong NanosecondsPerSecond = 1_000_000_000, FsPerNanosecond = 1_000_000;
    private const ulong MeasuredFs = NanosecondsPerSecond / 100 * FsPerNanosecond;

    /// <summary>A counter that stands still is none: this many reads take longer than the time that is measured.</summary>
    private const int ReadsMax = 1 << 24;

    /// <summary>Takes 10 ms. 0 where there is no HPET, or its counter stands still.</summary>
    internal static ulong MeasureTscHertz()
    {
        PageTables.MapRegisters(Address, LengthBytes);
        ulong periodFs = Read(Capabilities) >> 32;
        if (periodFs is 0 or > PeriodFsMax) return 0;
        Volatile.Write(ref *(ulong*)(Address + Configuration), Read(Configuration) | EnableCounter);
        ulong ticks = MeasuredFs / periodFs, first = Read(MainCounter), start = Cpu.uk_cycles();
        for (int i = 0; i < ReadsMax; i++)
        {
            ulong passed = Read(MainCounter) - first;
            // Half of its bits may be missing.
            if ((uint)passed < ticks) continue;
            ulong cycles = Cpu.uk_cycles() - start;
            // In units in which both factors have room: nanoseconds of time, billionths of a hertz.
            return cycles * NanosecondsPerSecond / ((uint)passed * periodFs / FsPerNanosecond);
        }
        return 0;
    }

    private static ulong Read(int register) => Volatile.Read(ref *(ulong*)(Address + (nuint)register));
}
