// Shared source of the platforms for x86-64: faults of the processor that .NET has exceptions for, thrown where they
// happened. How a fault reaches the platform is the platform's own business.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk.Platform;

/// <summary>The general registers of an interrupted frame, by the numbers that instructions have for them.</summary>
[InlineArray(16)]
internal struct GeneralRegisters
{
    private ulong _first;

    internal const int Rax = 0, Rcx = 1, Rdx = 2, Rbx = 3, Rsp = 4, Rbp = 5, Rsi = 6, Rdi = 7,
        R8 = 8, R9 = 9, R10 = 10, R11 = 11, R12 = 12, R13 = 13, R14 = 14, R15 = 15;
}

internal static unsafe class Fault
{
    private const int NullReference = 0, DivideByZero = 1, Overflow = 2;

    /// <summary>Uk.CoreLib's RegisterContext.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Context
    {
        internal ulong Rbx, Rbp, R12, R13, R14, R15, Rsp, Rip, IsFault;
    }

    /// <summary>Does not return.</summary>
    internal static void ThrowNullReference(in GeneralRegisters registers, ulong rip) => Raise(NullReference, registers, rip);

    /// <summary>
    /// Does not return. Dividing by zero and dividing the least number by -1 are one fault to the processor.
    /// </summary>
    internal static void ThrowDivideError(in GeneralRegisters registers, ulong rip) =>
        Raise(DivideInstruction.DividesByZero(registers, (byte*)rip) ? DivideByZero : Overflow, registers, rip);

    private static void Raise(int kind, in GeneralRegisters registers, ulong rip)
    {
        Context context = new()
        {
            Rbx = registers[GeneralRegisters.Rbx],
            Rbp = registers[GeneralRegisters.Rbp],
            R12 = registers[GeneralRegisters.R12],
            R13 = registers[GeneralRegisters.R13],
            R14 = registers[GeneralRegisters.R14],
            R15 = registers[GeneralRegisters.R15],
            Rsp = registers[GeneralRegisters.Rsp],
            Rip = rip,
            IsFault = 1,
        };
        uk_raise_fault(kind, &context);
    }

    /// <summary>exceptions.S: goes on with the dispatch of an exception, on the stack of the fault.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_raise_fault(int kind, Context* context);
}
