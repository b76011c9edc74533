// How fast the time stamp counter runs, without waiting for it: CPUID says so on most hypervisors; else it is learnt from
// the interval timer between two questions.

namespace Uk.Platform.Kvm;

internal static unsafe class TscFrequency
{
    /// <summary>TSC and crystal clock: Intel SDM volume 2, CPUID leaf 15H.</summary>
    private const uint CrystalLeaf = 0x15;

    /// <summary>Timing information of hypervisors: EAX is the TSC frequency in kHz.</summary>
    private const uint HypervisorLeaf = 0x40000000, HypervisorTimingLeaf = 0x40000010;

    /// <summary>
    /// Channel 0 of the 8254: the only one that counts on every machine, as a microvm lacks the port that lets channel 2
    /// count. Its interrupt goes nowhere, since interrupts are off.
    /// </summary>
    private const ushort PitChannel0 = 0x40, PitCommand = 0x43;
    /// <summary>Mode 0: counts down once and then raises its output. Read back: latches the status and the count.</summary>
    private const byte PitCountDown = 0x30, PitReadBack = 0xC2, PitOutput = 0x80;
    private const uint PitFrequencyHz = 1_193_182;
    private const ushort PitStart = 0xFFFF;

    /// <summary>Fewer ticks than this make a frequency of little worth: 10 ms.</summary>
    private const uint MinPitTicks = 11_932;

    private static ulong s_hertz;
    private static ulong s_cyclesAtPitStart;

    /// <summary>0 while it is not known.</summary>
    internal static ulong Hertz
    {
        get
        {
            if (s_hertz == 0) s_hertz = FromProcessor();
            if (s_hertz == 0) s_hertz = FromIntervalTimer();
            return s_hertz;
        }
    }

    /// <summary>Waits for the answer, where the processor does not tell: 10 ms, once.</summary>
    internal static ulong HertzForSure
    {
        get
        {
            ulong hertz;
            while ((hertz = Hertz) == 0) { }
            return hertz;
        }
    }

    private static ulong FromProcessor()
    {
        uint* registers = stackalloc uint[4];
        Cpu.uk_cpuid(0, 0, registers);
        if (registers[0] >= CrystalLeaf)
        {
            Cpu.uk_cpuid(CrystalLeaf, 0, registers);
            if (registers[0] != 0 && registers[1] != 0 && registers[2] != 0)
                return (ulong)registers[2] * registers[1] / registers[0];
        }
        Cpu.uk_cpuid(HypervisorLeaf, 0, registers);
        if (registers[0] < HypervisorTimingLeaf || registers[0] > HypervisorLeaf + 0xFFFF) return 0;
        Cpu.uk_cpuid(HypervisorTimingLeaf, 0, registers);
        return registers[0] * 1000ul;
    }

    /// <summary>The first question starts a count of 55 ms; a later one within them gives the answer, any other starts anew.</summary>
    private static ulong FromIntervalTimer()
    {
        if (s_cyclesAtPitStart != 0)
        {
            // The latch is somewhere within the write.
            ulong before = Cpu.uk_cycles();
            Cpu.uk_out8(PitCommand, PitReadBack);
            ulong cycles = before + (Cpu.uk_cycles() - before) / 2;
            bool running = (Cpu.uk_in8(PitChannel0) & PitOutput) == 0;
            uint count = Cpu.uk_in8(PitChannel0);
            count |= (uint)Cpu.uk_in8(PitChannel0) << 8;
            uint ticks = PitStart - count;
            if (running && ticks < MinPitTicks) return 0;
            if (running) return (cycles - s_cyclesAtPitStart) * PitFrequencyHz / ticks;
        }
        Cpu.uk_out8(PitCommand, PitCountDown);
        Cpu.uk_out8(PitChannel0, PitStart & 0xFF);
        Cpu.uk_out8(PitChannel0, PitStart >> 8);
        s_cyclesAtPitStart = Cpu.uk_cycles();
        return 0;
    }
}
