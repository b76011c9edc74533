// The process as the core library sees it: console, exit, heap, and faults that are reported before they end it.

using System;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace Uk.Platform.Linux;

internal static unsafe class Process
{
    private const nuint PageLength = 4096;
    private const nuint HeapStepLength = 256 << 10;
    private const nuint SignalStackLength = 64 << 10;

    /// <summary>The kernel's default limit: what lies further below the first frame is not the stack.</summary>
    private const nuint StackLength = 8 << 20;

    private const int SIGILL = 4, SIGBUS = 7, SIGFPE = 8, SIGSEGV = 11;

    /// <summary>Where the kernel keeps registers in ucontext_t, in words: behind flags, link and stack.</summary>
    private const int ContextR8 = 5, ContextRdi = 13, ContextRsi = 14, ContextRbp = 15, ContextRbx = 16, ContextRdx = 17,
        ContextRax = 18, ContextRcx = 19, ContextRsp = 20, ContextRip = 21;

    /// <summary>si_addr in siginfo_t, in words.</summary>
    private const int InfoAddress = 2;

    [UnmanagedCallersOnly(EntryPoint = "uk_boot")]
    private static void Boot()
    {
        nuint stack = Kernel.Map(0, SignalStackLength);
        if (stack != 0) Kernel.UseAlternateStack((byte*)stack, SignalStackLength);
        if (RuntimeFeatures.SeveralLcores) Processors.EnterFirst(stack, SignalStackLength);
        Kernel.HandleSignal(SIGSEGV);
        Kernel.HandleSignal(SIGBUS);
        Kernel.HandleSignal(SIGFPE);
        Kernel.HandleSignal(SIGILL);
    }

    [UnmanagedCallersOnly(EntryPoint = "uk_console_write")]
    private static void WriteConsole(byte* utf8, nint lengthBytes) =>
        Kernel.Write(Kernel.StandardOutput, utf8, lengthBytes);

    [UnmanagedCallersOnly(EntryPoint = "uk_exit")]
    private static void Exit(int status) => Kernel.Exit(status);

    [UnmanagedCallersOnly(EntryPoint = "uk_heap_grow")]
    private static nuint GrowHeap(nuint minLengthBytes, nuint* lengthBytes)
    {
        nuint length = minLengthBytes < HeapStepLength ? HeapStepLength : minLengthBytes;
        length = (length + PageLength - 1) & ~(PageLength - 1);
        *lengthBytes = length;
        return Kernel.Map(0, length);
    }

    [UnmanagedCallersOnly(EntryPoint = "uk_is_stack")]
    private static int IsStack(nuint address)
    {
        if (RuntimeFeatures.SeveralLcores) return Processors.IsStack(address) ? 1 : 0;
        nuint top = Kernel.uk_initial_stack();
        return address < top && top - address <= StackLength ? 1 : 0;
    }

    [UnmanagedCallersOnly(EntryPoint = "uk_signal")]
    private static void Signal(int signal, ulong* info, ulong* context)
    {
        if (RuntimeFeatures.ExceptionHandling) ThrowIfException(signal, info[InfoAddress], context);
        uk_panic_begin();
        Write(signal switch
        {
            SIGSEGV when IsStackEnd((nuint)info[InfoAddress], (nuint)context[ContextRsp]) => "PANIC: stack overflow\n"u8,
            SIGSEGV => info[InfoAddress] < PageLength ? "PANIC: segmentation fault (a null reference)\n"u8 : "PANIC: segmentation fault\n"u8,
            SIGBUS => "PANIC: bus error\n"u8,
            SIGFPE => "PANIC: divide error\n"u8,
            _ => "PANIC: invalid opcode (does the processor have what the image was compiled for?)\n"u8,
        });
        uk_panic_finish(context[ContextRip], (ulong*)context[ContextRbp]);
    }

    /// <summary>
    /// The kernel lets the stack grow to where the stack pointer comes, up to a limit: a fault close to the stack pointer and
    /// far below the first frame is its end.
    /// </summary>
    private static bool IsStackEnd(nuint address, nuint stackPointer)
    {
        if (RuntimeFeatures.SeveralLcores && Kernel.uk_lcore() != 0) return Processors.IsStackGuard(address);
        const nuint Close = 64 << 10, ShortestStack = 64 << 10;
        nuint top = Kernel.uk_initial_stack();
        return address + Close > stackPointer && address < stackPointer + Close && address < top && top - address > ShortestStack;
    }

    /// <summary>Does not return if .NET has an exception for the fault.</summary>
    private static void ThrowIfException(int signal, ulong faultAddress, ulong* context)
    {
        bool isNullReference = signal == SIGSEGV && faultAddress < PageLength;
        if (!isNullReference && signal != SIGFPE) return;
        GeneralRegisters registers = default;
        for (int i = 0; i < 8; i++) registers[GeneralRegisters.R8 + i] = context[ContextR8 + i];
        registers[GeneralRegisters.Rax] = context[ContextRax];
        registers[GeneralRegisters.Rcx] = context[ContextRcx];
        registers[GeneralRegisters.Rdx] = context[ContextRdx];
        registers[GeneralRegisters.Rbx] = context[ContextRbx];
        registers[GeneralRegisters.Rsp] = context[ContextRsp];
        registers[GeneralRegisters.Rbp] = context[ContextRbp];
        registers[GeneralRegisters.Rsi] = context[ContextRsi];
        registers[GeneralRegisters.Rdi] = context[ContextRdi];
        if (isNullReference) Fault.ThrowNullReference(registers, context[ContextRip]);
        else Fault.ThrowDivideError(registers, context[ContextRip]);
    }

    private static void Write(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8) Kernel.Write(Kernel.StandardOutput, text, utf8.Length);
    }

    /// <summary>Uk.CoreLib: ends the program at once if a panic is already under way.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_panic_begin();

    /// <summary>Uk.CoreLib: prints build id and stack, and ends the program.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_panic_finish(ulong instruction, ulong* frame);
}
