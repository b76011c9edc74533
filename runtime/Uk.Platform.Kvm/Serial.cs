// The console of a virtual machine: a 16550 UART at COM1. The VMM has set the line up; there is no baud rate to choose.

using System;
using System.Runtime.InteropServices;

namespace Uk.Platform.Kvm;

internal static unsafe class Serial
{
    private const ushort TransmitHolding = 0x3F8;
    private const ushort LineStatus = 0x3FD;
    private const byte TransmitHoldingEmpty = 1 << 5;

    [UnmanagedCallersOnly(EntryPoint = "uk_console_write")]
    private static void Write(byte* utf8, nint lengthBytes)
    {
        for (nint i = 0; i < lengthBytes; i++) Write(utf8[i]);
    }

    internal static void Write(ReadOnlySpan<byte> utf8)
    {
        foreach (byte b in utf8) Write(b);
    }

    private static void Write(byte value)
    {
        // A machine without a UART reads as all ones, so the wait ends there too.
        while ((Cpu.uk_in8(LineStatus) & TransmitHoldingEmpty) == 0) { }
        Cpu.uk_out8(TransmitHolding, value);
    }
}
