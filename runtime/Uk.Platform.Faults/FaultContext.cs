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
        Raise(IsQuotientTooLarge(registers, (byte*)rip) ? Overflow : DivideByZero, registers, rip);

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

    private static bool IsQuotientTooLarge(in GeneralRegisters registers, byte* code)
    {
        ulong low = registers[GeneralRegisters.Rax], high = registers[GeneralRegisters.Rdx];
        bool isLeast32 = (uint)low == 0x8000_0000 && (uint)high == uint.MaxValue;
        bool isLeast64 = low == 1ul << 63 && high == ulong.MaxValue;
        return (isLeast32 || isLeast64) && !HasZeroDivisor(registers, code);
    }

    private const byte RexPrefixMask = 0xF0, RexPrefix = 0x40, RexExtendsRegister = 1;
    private const byte DivideOpcode = 0xF7, RegisterForm = 0xC0;

    /// <summary>A divisor in memory is taken for -1, which the dividend says is likelier.</summary>
    private static bool HasZeroDivisor(in GeneralRegisters registers, byte* code)
    {
        int extension = 0;
        if ((*code & RexPrefixMask) == RexPrefix) extension = (*code++ & RexExtendsRegister) << 3;
        if (code[0] != DivideOpcode || (code[1] & RegisterForm) != RegisterForm) return false;
        return registers[(code[1] & 7) | extension] == 0;
    }

    /// <summary>exceptions.S: goes on with the dispatch of an exception, on the stack of the fault.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_raise_fault(int kind, Context* context);
}
