// Rests the processor until a time has passed: the timer of the local APIC interrupts once, and the processor halts until
// then. Interrupts are off at all other times, so nothing but the halt is ever interrupted. Intel SDM volume 3, chapter 11.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;
using static Uk.Platform.Kvm.LocalApic;

namespace Uk.Platform.Kvm;

internal static unsafe class ApicTimer
{
    private const uint Masked = 1 << 16, DivideBy16 = 3;

    /// <summary>The masks of the two 8259: firmware may have left lines open.</summary>
    private const ushort PicMask = 0x21, SecondPicMask = 0xA1;
    private const byte All = 0xFF;

    internal const byte TimerVector = Traps.VectorCount;
    /// <summary>Its low four bits are ones on every processor.</summary>
    internal const byte LastVector = 0x2F;

    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long MeasuringNs = 1_000_000;
    private const long LongestNs = 1_000_000_000;

    [InlineArray(LastVector + 1)]
    private struct GateTable
    {
        private Gate _first;
    }

    /// <summary>In place of the table that has traps alone, from the first rest on.</summary>
    private static GateTable s_gates;

    /// <summary>0 until the first rest.</summary>
    private static ulong s_countsPerSecond;

    /// <summary>With several lcores: those that have rested, by bits.</summary>
    private static long s_preparedLcores;

    /// <summary>Ends after a second at the latest.</summary>
    internal static void HaltFor(long nanoseconds)
    {
        Require();
        if (nanoseconds > LongestNs) nanoseconds = LongestNs;
        ulong count = (ulong)nanoseconds * s_countsPerSecond / NanosecondsPerSecond;
        Write(InitialCount, (uint)(count == 0 ? 1 : count > uint.MaxValue ? uint.MaxValue : count));
        uk_halt();
        Write(InitialCount, 0);
    }

    /// <summary>Ends with an interrupt alone.</summary>
    internal static void Halt()
    {
        Require();
        uk_halt();
    }

    /// <summary>From here on the processor that runs can be interrupted, where it halts.</summary>
    internal static void Require()
    {
        if (!IsPrepared) Prepare();
    }

    internal static void SetGate(int vector, nuint code) => s_gates[vector] = new Gate
    {
        OffsetLow = (ushort)code,
        OffsetMiddle = (ushort)(code >> 16),
        Selector = Traps.CodeSelector,
        Type = Traps.PresentInterruptGate,
    };

    private static bool IsPrepared => RuntimeFeatures.SeveralLcores
        ? (System.Threading.Volatile.Read(ref s_preparedLcores) >> Cpu.uk_lcore() & 1) != 0
        : s_countsPerSecond != 0;

    private static void Prepare()
    {
        Map();
        Cpu.uk_out8(PicMask, All);
        Cpu.uk_out8(SecondPicMask, All);
        CatchInterrupts();
        Write(LvtLint0, Masked);
        EnableWithSpuriousVector(LastVector);
        Write(LvtTimer, Masked | TimerVector);
        Write(DivideConfiguration, DivideBy16);
        if (!RuntimeFeatures.SeveralLcores || s_countsPerSecond == 0) MeasureFrequency();
        Write(LvtTimer, TimerVector);
        if (RuntimeFeatures.SeveralLcores) System.Threading.Interlocked.Or(ref s_preparedLcores, 1L << Cpu.uk_lcore());
    }

    private static void MeasureFrequency()
    {
        // The times are taken around the counts: a host that is slow to answer makes a rest too short, never too long,
        // and whoever rests looks at the clock again.
        long start = MachineClock.Nanoseconds();
        Write(InitialCount, uint.MaxValue);
        uint first = Read(CurrentCount);
        while (MachineClock.Nanoseconds() - start < MeasuringNs) { }
        uint last = Read(CurrentCount);
        long time = MachineClock.Nanoseconds() - start;
        Write(InitialCount, 0);
        s_countsPerSecond = (first - last) * (ulong)NanosecondsPerSecond / (ulong)time + 1;
    }

    /// <summary>On the stack of whom they interrupt.</summary>
    private static void CatchInterrupts()
    {
        for (int vector = 0; vector < Traps.VectorCount; vector++) s_gates[vector] = Traps.s_gates[vector];
        nuint code = (nuint)uk_interrupt_stub(), other = (nuint)uk_spurious_stub();
        // Another processor may have taken vectors for its devices already.
        if (s_gates[TimerVector].Type == 0)
        {
            SetGate(TimerVector, code);
            for (int vector = TimerVector + 1; vector <= LastVector; vector++) SetGate(vector, other);
        }
        fixed (GateTable* gates = &s_gates)
        {
            DescriptorTablePointer pointer = new() { Limit = (ushort)(sizeof(GateTable) - 1), Base = gates };
            Cpu.uk_load_idt(&pointer);
        }
    }

    /// <summary>interrupt.S: lets an interrupt in, and halts until it has been.</summary>
    [DllImport("*"), SuppressGCTransition] private static extern void uk_halt();

    /// <summary>interrupt.S: acknowledges the interrupt.</summary>
    [DllImport("*"), SuppressGCTransition] private static extern void* uk_interrupt_stub();

    /// <summary>interrupt.S: counts an interrupt that nobody asked for.</summary>
    [DllImport("*"), SuppressGCTransition] private static extern void* uk_spurious_stub();
}
