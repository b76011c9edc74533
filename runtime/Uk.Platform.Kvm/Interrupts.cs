// Interrupts of devices: vectors, messages, and the lines of the I/O APICs. An interrupt is let in only where a processor
// halts, so that its code has nothing to do but to be counted: whoever rested looks at its device.

using System.Runtime.InteropServices;
using System.Threading;

namespace Uk.Platform.Kvm;

internal static unsafe class Interrupts
{
    /// <summary>Behind the timer's vector; the last one is that of spurious interrupts.</summary>
    private const int FirstVector = ApicTimer.TimerVector + 1, LastVector = ApicTimer.LastVector - 1;
    private const int CodeLength = 32;

    /// <summary>Intel SDM volume 3, 11.11: fixed, edge, to one processor.</summary>
    private const ulong MessageAddress = 0xFEE0_0000;
    private const int MessageTargetShift = 12;

    private static int s_nextVector = FirstVector;

    /// <summary>The vectors are those of all lcores, and the code behind them is the same.</summary>
    internal static bool TryAllocateMessage(out InterruptMessage message)
    {
        message = default;
        if (!TryTakeVector(out int vector)) return false;
        message = new InterruptMessage(MessageAddress | LocalApic.CurrentId << MessageTargetShift, (uint)vector);
        return true;
    }

    internal static bool TryConnectLine(uint line)
    {
        if (!IoApic.Has(line) || !TryTakeVector(out int vector)) return false;
        IoApic.Connect(line, (byte)vector, LocalApic.CurrentId);
        return true;
    }

    private static bool TryTakeVector(out int vector)
    {
        ApicTimer.Require();
        vector = Interlocked.Increment(ref s_nextVector) - 1;
        if (vector > LastVector) return false;
        ApicTimer.SetGate(vector, (nuint)uk_device_interrupts() + (nuint)(vector - FirstVector) * CodeLength);
        return true;
    }

    /// <summary>Those of the local APIC itself, and of the vectors that nobody has taken.</summary>
    internal static ulong SpuriousCount => *uk_spurious_interrupts();

    internal static void Rest(long nanoseconds)
    {
        if (nanoseconds >= 0) ApicTimer.HaltFor(nanoseconds);
        else ApicTimer.Halt();
    }

    /// <summary>interrupt.S: code for each vector of a device.</summary>
    [DllImport("*"), SuppressGCTransition] private static extern void* uk_device_interrupts();
    [DllImport("*"), SuppressGCTransition] private static extern ulong* uk_spurious_interrupts();
}

/// <summary>The I/O APICs of QEMU's machines: the lines from 0 on, and those of microvm's second from 24 on.</summary>
internal static unsafe class IoApic
{
    private const nuint First = 0xFEC0_0000, Second = 0xFEC1_0000, RegistersLength = 0x20, Window = 0x10;
    private const uint LinesOfFirst = 24, Version = 1, Redirection = 0x10;
    private const int LastEntryShift = 16, TargetShift = 24;
    private const uint Absent = 0xFFFF_FFFF;

    internal static bool Has(uint line)
    {
        nuint registers = Registers(ref line);
        PageTables.MapRegisters(registers, RegistersLength);
        uint version = Read(registers, Version);
        return version != Absent && version != 0 && line <= (byte)(version >> LastEntryShift);
    }

    /// <summary>Edge, active high, let through. 82093AA, 3.2.4.</summary>
    internal static void Connect(uint line, byte vector, uint target)
    {
        nuint registers = Registers(ref line);
        Write(registers, Redirection + 2 * line + 1, target << TargetShift);
        Write(registers, Redirection + 2 * line, vector);
    }

    private static nuint Registers(ref uint line)
    {
        if (line < LinesOfFirst) return First;
        line -= LinesOfFirst;
        return Second;
    }

    private static uint Read(nuint registers, uint index)
    {
        Volatile.Write(ref *(uint*)registers, index);
        return Volatile.Read(ref *(uint*)(registers + Window));
    }

    private static void Write(nuint registers, uint index, uint value)
    {
        Volatile.Write(ref *(uint*)registers, index);
        Volatile.Write(ref *(uint*)(registers + Window), value);
    }
}
