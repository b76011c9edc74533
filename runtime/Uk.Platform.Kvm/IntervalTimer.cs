// Rests the processor until a time has passed: channel 0 of the 8254 interrupts once, through the 8259, and the processor
// halts until then. Interrupts are off at all other times, so nothing but the halt is ever interrupted.

using System.Runtime.InteropServices;

namespace Uk.Platform.Kvm;

internal static unsafe class IntervalTimer
{
    private const ushort Channel0 = 0x40, Command = 0x43;
    /// <summary>Mode 0: counts down once and then raises its output.</summary>
    private const byte CountDown = 0x30;
    private const long FrequencyHz = 1_193_182, NanosecondsPerSecond = 1_000_000_000;
    private const long MaxCount = 0xFFFF;

    /// <summary>Intel 8259A: initialization command words 1 to 4, then the mask.</summary>
    private const ushort MasterCommand = 0x20, MasterData = 0x21, SlaveCommand = 0xA0, SlaveData = 0xA1;
    private const byte Initialize = 0x11, SlaveAtLine2 = 1 << 2, IdentityOfSlave = 2, Mode8086 = 1;
    private const byte AllButTimer = 0xFE, All = 0xFF;

    /// <summary>The vector of the first of the controllers' lines.</summary>
    private const byte FirstInterrupt = Traps.VectorCount;
    private const int InterruptCount = 16;

    [System.Runtime.CompilerServices.InlineArray(Traps.VectorCount + InterruptCount)]
    private struct GateTable
    {
        private Gate _first;
    }

    /// <summary>In place of the table that has traps alone, from the first rest on.</summary>
    private static GateTable s_gates;

    private static bool s_isReady;

    /// <summary>Ends early where the time is longer than the timer can count, which is 55 ms.</summary>
    internal static void HaltFor(long nanoseconds)
    {
        if (!s_isReady) Prepare();
        long count = nanoseconds >= NanosecondsPerSecond ? MaxCount : nanoseconds * FrequencyHz / NanosecondsPerSecond + 1;
        if (count > MaxCount) count = MaxCount;
        Cpu.uk_out8(Command, CountDown);
        Cpu.uk_out8(Channel0, (byte)count);
        Cpu.uk_out8(Channel0, (byte)(count >> 8));
        uk_halt();
    }

    private static void Prepare()
    {
        CatchInterrupts();
        Cpu.uk_out8(MasterCommand, Initialize);
        Cpu.uk_out8(SlaveCommand, Initialize);
        Cpu.uk_out8(MasterData, FirstInterrupt);
        Cpu.uk_out8(SlaveData, FirstInterrupt + 8);
        Cpu.uk_out8(MasterData, SlaveAtLine2);
        Cpu.uk_out8(SlaveData, IdentityOfSlave);
        Cpu.uk_out8(MasterData, Mode8086);
        Cpu.uk_out8(SlaveData, Mode8086);
        Cpu.uk_out8(MasterData, AllButTimer);
        Cpu.uk_out8(SlaveData, All);
        s_isReady = true;
    }

    /// <summary>Every line goes to the same code, on the stack of whom it interrupts.</summary>
    private static void CatchInterrupts()
    {
        for (int vector = 0; vector < Traps.VectorCount; vector++) s_gates[vector] = Traps.s_gates[vector];
        nuint code = (nuint)uk_interrupt_stub();
        for (int line = 0; line < InterruptCount; line++)
        {
            s_gates[FirstInterrupt + line] = new Gate
            {
                OffsetLow = (ushort)code,
                OffsetMiddle = (ushort)(code >> 16),
                Selector = Traps.CodeSelector,
                Type = Traps.PresentInterruptGate,
            };
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
}
