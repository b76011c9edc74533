// Processor exceptions. Each one is the end: the cause, the registers and the stack go to the console.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace Uk.Platform.Kvm;

/// <summary>What traps.S pushes, from the lowest address on.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TrapFrame
{
    internal ulong R15, R14, R13, R12, R11, R10, R9, R8, Rbp, Rdi, Rsi, Rdx, Rcx, Rbx, Rax;
    internal ulong Vector, ErrorCode;
    internal ulong Rip, Cs, Rflags, Rsp, Ss;
}

/// <summary>The operand of lidt.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal unsafe struct DescriptorTablePointer
{
    internal ushort Limit;
    internal void* Base;
}

/// <summary>A gate of the interrupt descriptor table. Intel SDM volume 3, 6.14.1.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Gate
{
    internal ushort OffsetLow;
    internal ushort Selector;
    internal byte InterruptStack;
    internal byte Type;
    internal ushort OffsetMiddle;
    internal uint OffsetHigh;
    internal uint Reserved;
}

internal static unsafe class Traps
{
    internal const int VectorCount = 32;
    private const int StubLength = 16;
    internal const ushort CodeSelector = 8;
    internal const byte PresentInterruptGate = 0x8E;

    private const int DivideError = 0;
    private const int NonMaskable = 2;
    private const int DoubleFault = 8;
    private const int PageFault = 14;

    /// <summary>Page fault error code. Intel SDM volume 3, 4.7.</summary>
    private const ulong WasPresent = 1, WasWrite = 2, WasFetch = 16;

    private const nuint PageLength = 4096;

    [System.Runtime.CompilerServices.InlineArray(VectorCount)]
    internal struct GateTable
    {
        private Gate _first;
    }

    internal static GateTable s_gates;

    /// <summary>From here on a fault is reported. Every fault gets the stack of its own, since its cause may be the stack.</summary>
    internal static void Catch()
    {
        byte* stub = Cpu.uk_image_layout()->TrapStubs;
        for (int vector = 0; vector < VectorCount; vector++, stub += StubLength)
        {
            s_gates[vector] = new Gate
            {
                OffsetLow = (ushort)(nuint)stub,
                OffsetMiddle = (ushort)((nuint)stub >> 16),
                Selector = CodeSelector,
                InterruptStack = 1,
                Type = PresentInterruptGate,
            };
        }
        Load();
    }

    /// <summary>For the processor that runs. All have the same table: it says which stack of the processor's own to take.</summary>
    internal static void Load()
    {
        fixed (GateTable* gates = &s_gates)
        {
            DescriptorTablePointer pointer = new() { Limit = (ushort)(sizeof(GateTable) - 1), Base = gates };
            Cpu.uk_load_idt(&pointer);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "uk_trap")]
    private static void Trap(TrapFrame* frame, nuint faultAddress)
    {
        if (RuntimeFeatures.SeveralLcores && frame->Vector == NonMaskable) Processors.StopIfAsked();
        if (RuntimeFeatures.ExceptionHandling) ThrowIfException(frame, faultAddress);
        uk_panic_begin();
        Serial.Write("PANIC: "u8);
        WriteCause(frame, faultAddress);
        Serial.Write("\n"u8);
        WriteRegisters(frame);
        uk_panic_finish(frame->Rip, (ulong*)frame->Rbp);
    }

    /// <summary>Does not return if .NET has an exception for the fault.</summary>
    private static void ThrowIfException(TrapFrame* frame, nuint faultAddress)
    {
        bool isNullReference = frame->Vector == PageFault && faultAddress < PageLength;
        if (!isNullReference && frame->Vector != DivideError) return;
        GeneralRegisters registers = default;
        registers[GeneralRegisters.Rax] = frame->Rax;
        registers[GeneralRegisters.Rcx] = frame->Rcx;
        registers[GeneralRegisters.Rdx] = frame->Rdx;
        registers[GeneralRegisters.Rbx] = frame->Rbx;
        registers[GeneralRegisters.Rsp] = frame->Rsp;
        registers[GeneralRegisters.Rbp] = frame->Rbp;
        registers[GeneralRegisters.Rsi] = frame->Rsi;
        registers[GeneralRegisters.Rdi] = frame->Rdi;
        registers[GeneralRegisters.R8] = frame->R8;
        registers[GeneralRegisters.R9] = frame->R9;
        registers[GeneralRegisters.R10] = frame->R10;
        registers[GeneralRegisters.R11] = frame->R11;
        registers[GeneralRegisters.R12] = frame->R12;
        registers[GeneralRegisters.R13] = frame->R13;
        registers[GeneralRegisters.R14] = frame->R14;
        registers[GeneralRegisters.R15] = frame->R15;
        if (isNullReference) Fault.ThrowNullReference(registers, frame->Rip);
        else Fault.ThrowDivideError(registers, frame->Rip);
    }

    /// <summary>The end for a reason that is not a fault. For code below the heap; all other code throws.</summary>
    [DoesNotReturn]
    internal static void Panic(ReadOnlySpan<byte> reason)
    {
        uk_panic_begin();
        Serial.Write("PANIC: "u8);
        Serial.Write(reason);
        Serial.Write("\n"u8);
        uk_panic_finish(0, uk_frame_pointer());
        throw null!;
    }

    [DllImport("*"), SuppressGCTransition]
    private static extern ulong* uk_frame_pointer();

    private static void WriteCause(TrapFrame* frame, nuint faultAddress)
    {
        nuint guard = RuntimeFeatures.SeveralLcores ? Processors.StackGuard : Cpu.uk_image_layout()->StackGuard;
        if (frame->Vector is PageFault or DoubleFault && faultAddress - guard < PageLength)
        {
            Serial.Write("stack overflow"u8);
            return;
        }
        Serial.Write(Name((int)frame->Vector));
        if (frame->Vector == PageFault)
        {
            Serial.Write((frame->ErrorCode & WasFetch) != 0 ? " executing "u8
                : (frame->ErrorCode & WasWrite) != 0 ? " writing "u8 : " reading "u8);
            WriteHexadecimal(faultAddress);
            Serial.Write(
                faultAddress < PageLength ? " (a null reference)"u8
                : (frame->ErrorCode & WasPresent) != 0 ? " (not permitted there)"u8
                : " (nothing is mapped there)"u8);
        }
        else if (frame->ErrorCode != 0)
        {
            Serial.Write(", error code "u8);
            WriteHexadecimal(frame->ErrorCode);
        }
    }

    private static ReadOnlySpan<byte> Name(int vector) => vector switch
    {
        DivideError => "divide error"u8,
        1 => "debug exception"u8,
        NonMaskable => "non-maskable interrupt"u8,
        3 => "breakpoint"u8,
        6 => "invalid opcode (does the processor have what the image was compiled for?)"u8,
        DoubleFault => "double fault"u8,
        13 => "general protection fault"u8,
        PageFault => "page fault"u8,
        16 => "x87 floating-point error"u8,
        17 => "alignment check"u8,
        18 => "machine check"u8,
        19 => "SIMD floating-point error"u8,
        _ => "unexpected processor exception"u8,
    };

    private static void WriteRegisters(TrapFrame* frame)
    {
        Write("  rip "u8, frame->Rip, " rsp "u8, frame->Rsp, " rbp "u8, frame->Rbp);
        Write("  rax "u8, frame->Rax, " rbx "u8, frame->Rbx, " rcx "u8, frame->Rcx);
        Write("  rdx "u8, frame->Rdx, " rsi "u8, frame->Rsi, " rdi "u8, frame->Rdi);
        Write("  r8  "u8, frame->R8, " r9  "u8, frame->R9, " r10 "u8, frame->R10);
        Write("  r11 "u8, frame->R11, " r12 "u8, frame->R12, " r13 "u8, frame->R13);
        Write("  r14 "u8, frame->R14, " r15 "u8, frame->R15, " flg "u8, frame->Rflags);
    }

    private static void Write(
        ReadOnlySpan<byte> first, ulong value1, ReadOnlySpan<byte> second, ulong value2, ReadOnlySpan<byte> third, ulong value3)
    {
        Serial.Write(first);
        WriteHexadecimal(value1);
        Serial.Write(second);
        WriteHexadecimal(value2);
        Serial.Write(third);
        WriteHexadecimal(value3);
        Serial.Write("\n"u8);
    }

    private static void WriteHexadecimal(ulong value)
    {
        Serial.Write("0x"u8);
        for (int shift = 60; shift >= 0; shift -= 4)
            Serial.Write("0123456789abcdef"u8.Slice((int)(value >> shift) & 15, 1));
    }

    /// <summary>Uk.CoreLib: ends the program at once if a panic is already under way.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_panic_begin();

    /// <summary>Uk.CoreLib: prints build id and stack, and ends the program.</summary>
    [DllImport("*"), SuppressGCTransition]
    private static extern void uk_panic_finish(ulong instruction, ulong* frame);

    /// <summary>For the walk of the stack: does a frame that begins here lie on one of the two stacks?</summary>
    [UnmanagedCallersOnly(EntryPoint = "uk_is_stack")]
    private static int IsStack(nuint address)
    {
        const int FrameLength = 16;
        if (RuntimeFeatures.SeveralLcores) return Processors.IsStack(address, FrameLength) ? 1 : 0;
        ImageLayout* layout = Cpu.uk_image_layout();
        bool onMain = address >= layout->StackBottom && address <= layout->StackTop - FrameLength;
        bool onFault = address >= layout->FaultStackBottom && address <= layout->FaultStackTop - FrameLength;
        return onMain || onFault ? 1 : 0;
    }
}
