// How fast the time stamp counter runs, without waiting for it: CPUID says so on most hypervisors; else it is learnt from
// the interval timer between two questions.

namespace Uk.Platform.Kvm;

internal static unsafe class TscFrequency
{
    /// <summary>TSC and crystal clock: Intel SDM volume 2, CPUID leaf 15H.</summary>
    private const uint CrystalLeaf = 0x15;

    /// <summary>Timing information of hypervisors: EAX is the TSC frequency in kHz.</summary>
    private const uint HypervisorLeaf = 0x40000000, HypervisorTimingLeaf = 0x40000010;

    private const ushort PitChannel2 = 0x42, PitCommand = 0x43, PitGate = 0x61;
    private const byte PitGateOn = 1, PitSpeakerOn = 2;
    private const byte PitChannel2CountDown = 0xB0, PitChannel2Latch = 0x80;
    private const uint PitFrequencyHz = 1_193_182;
    private const ushort PitStart = 0xFFFF;

    /// <summary>Fewer ticks than this make a frequency of little worth: 2 ms.</summary>
    private const uint MinPitTicks = 2387;

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
        ulong cycles = Cpu.uk_cycles();
        if (s_cyclesAtPitStart != 0)
        {
            Cpu.uk_out8(PitCommand, PitChannel2Latch);
            uint count = Cpu.uk_in8(PitChannel2);
            count |= (uint)Cpu.uk_in8(PitChannel2) << 8;
            uint ticks = PitStart - count;
            // Mode 0 raises its output, bit 5 of the gate port, once the count has run out.
            bool running = (Cpu.uk_in8(PitGate) & (1 << 5)) == 0;
            if (running && ticks < MinPitTicks) return 0;
            if (running) return (cycles - s_cyclesAtPitStart) * PitFrequencyHz / ticks;
        }
        Cpu.uk_out8(PitGate, (byte)((Cpu.uk_in8(PitGate) & ~PitSpeakerOn) | PitGateOn));
        Cpu.uk_out8(PitCommand, PitChannel2CountDown);
        Cpu.uk_out8(PitChannel2, PitStart & 0xFF);
        Cpu.uk_out8(PitChannel2, PitStart >> 8);
        s_cyclesAtPitStart = cycles;
        return 0;
    }
}
