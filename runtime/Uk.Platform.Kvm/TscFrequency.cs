// How fast the time stamp counter runs, without waiting for it: CPUID says so on most hypervisors, and KVM's clock on KVM;
// else it is learnt from the interval timer between two questions, or from the HPET. A machine that has none of these is
// told so: nothing waits for a device that is not there.

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
    private const byte PitCountDown = 0x30, PitReadBack = 0xC2, PitOutput = 0x80, PitMode = 0x3F;
    private const uint PitFrequencyHz = 1_193_182;
    private const ushort PitStart = 0xFFFF;

    /// <summary>Fewer ticks than this make a frequency of little worth: 10 ms.</summary>
    private const uint MinPitTicks = 11_932;

    private static ulong s_hertz;
    private static ulong s_cyclesAtPitStart;

    /// <summary>What the write took that started the count.</summary>
    private static ulong s_pitStartCycles;

    /// <summary>The writes may have taken this part of the time at most: then the rate is right to 0.4 percent.</summary>
    private const ulong MinPrecision = 128;

    /// <summary>0 while it is not known.</summary>
    internal static ulong Hertz
    {
        get
        {
            if (s_hertz == 0) s_hertz = FromProcessor();
            if (s_hertz == 0) s_hertz = KvmClock.TscHertz();
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
            ulong writeCycles = Cpu.uk_cycles() - before;
            ulong elapsed = before + writeCycles / 2 - s_cyclesAtPitStart;
            byte status = Cpu.uk_in8(PitChannel0);
            if ((status & PitMode) != PitCountDown) return WithoutIntervalTimer();
            bool running = (status & PitOutput) == 0;
            uint count = Cpu.uk_in8(PitChannel0);
            count |= (uint)Cpu.uk_in8(PitChannel0) << 8;
            uint ticks = PitStart - count;
            // A host that took the processor away within one of the two writes: a later question has a better answer.
            bool isVague = writeCycles + s_pitStartCycles > elapsed / MinPrecision;
            if (running && (ticks < MinPitTicks || isVague)) return 0;
            if (running) return elapsed * PitFrequencyHz / ticks;
        }
        Cpu.uk_out8(PitCommand, PitCountDown);
        Cpu.uk_out8(PitChannel0, PitStart & 0xFF);
        ulong start = Cpu.uk_cycles();
        Cpu.uk_out8(PitChannel0, PitStart >> 8);
        s_pitStartCycles = Cpu.uk_cycles() - start;
        s_cyclesAtPitStart = start + s_pitStartCycles / 2;
        return 0;
    }

    /// <summary>The port reads as something else than what was written: there is no timer behind it.</summary>
    private static ulong WithoutIntervalTimer()
    {
        ulong hertz = Hpet.MeasureTscHertz();
        if (hertz == 0)
            Traps.Panic("the machine has no clock to learn the processor's frequency from: neither CPUID (leaf 15H, 40000010H) nor "u8
                + "kvmclock says it, and there is no interval timer (PIT) and no HPET; start it with one, in QEMU pit=on"u8);
        return hertz;
    }
}
