// The end of the machine.

using System.Runtime.InteropServices;

namespace Uk.Platform.Kvm;

internal static class Power
{
    /// <summary>QEMU's isa-debug-exit at its customary port: the process ends with status 2n + 1.</summary>
    private const ushort DebugExit = 0xF4;

    /// <summary>PM1a_CNT of QEMU's q35 and pc, as their firmware sets it up; SLP_EN with the sleep type of S5, 0.</summary>
    private const ushort AcpiPm1Control = 0x604;
    private const ushort AcpiSleepEnable = 1 << 13;

    private const ushort KeyboardController = 0x64;
    private const byte PulseReset = 0xFE;

    [UnmanagedCallersOnly(EntryPoint = "uk_exit")]
    private static void Exit(int status) => Off(status);

    /// <summary>
    /// Tries each way that a VMM may offer, the one that carries a status first. Does not return.
    /// </summary>
    /// <param name="status">0 to 127; 0 is success.</param>
    internal static void Off(int status)
    {
        Cpu.uk_out8(DebugExit, (byte)(status & 0x7F));
        Cpu.uk_out16(AcpiPm1Control, AcpiSleepEnable);
        Cpu.uk_out8(KeyboardController, PulseReset);
        // Nothing answered: a fault that cannot be delivered shuts the processor down.
        Cpu.uk_triple_fault();
    }
}
