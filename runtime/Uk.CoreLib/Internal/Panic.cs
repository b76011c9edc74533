// The end of a program that cannot go on: the reason, the build, the stack, and a status that the host can see.
// It allocates nothing and trusts little: the heap may be full and the stack broken.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.ExceptionHandling;

namespace Internal.Runtime;

internal static unsafe class Panic
{
    /// <summary>What the host sees: the highest status that isa-debug-exit carries.</summary>
    internal const int Status = 127;

    private const int MaxFrames = 64;

    /// <summary>Set when the first panic begins: a second one, from inside it, only ends the program.</summary>
    private static bool s_dying;

    [DoesNotReturn]
    internal static void Fail(string reason, Exception? exception = null) =>
        Fail(reason, exception, 0, FramePointer());

    /// <param name="instruction">Where it happened, or 0 for the caller.</param>
    /// <param name="frame">The frame to begin the walk with.</param>
    [DoesNotReturn]
    internal static void Fail(string reason, Exception? exception, ulong instruction, ulong* frame)
    {
        Begin();
        Write("PANIC: "u8);
        if (RuntimeFeatures.StackTraces && exception is not null) PanicNames.WriteType(exception);
        TextOutput.Write(reason);
        Write("\n"u8);
        if (RuntimeFeatures.StackTraces && exception is not null) WriteCauses(exception);
        if (RuntimeFeatures.StackTraces && exception is not null && !StackRecord.Addresses(exception).IsEmpty) FinishWith(StackRecord.Addresses(exception));
        if (!RuntimeFeatures.StackTraces && exception is not null)
        {
            Write("  type 0x"u8);
            WriteHexadecimal((ulong)exception.m_pEEType);
            Write("\n"u8);
        }
        Finish(instruction, frame);
        throw null!;
    }

    /// <summary>The stack as the dispatcher saw it: it has the frames too that keep no frame pointer.</summary>
    private static void FinishWith(ReadOnlySpan<ulong> addresses)
    {
        WriteBuildId();
        Write("stack:\n"u8);
        int count = 0;
        foreach (ulong address in addresses)
        {
            if (address == 0) continue;
            if (count++ == MaxFrames) break;
            PanicNames.WriteFrame(address + 1, address);
        }
        Platform.Exit(Status);
    }

    private static void WriteCauses(Exception exception)
    {
        while (exception.InnerException is Exception inner)
        {
            exception = inner;
            Write(" ---> "u8);
            PanicNames.WriteType(exception);
            TextOutput.Write(exception.Message);
            Write("\n"u8);
        }
    }

    /// <summary>For platforms: a reason that is already on the console is completed with the stack.</summary>
    /// <param name="instruction">Where the fault happened, or 0.</param>
    [RuntimeExport("uk_panic_finish")]
    private static void Finish(ulong instruction, ulong* frame)
    {
        if (RuntimeFeatures.SeveralLcores) WriteLcore();
        WriteBuildId();
        Write("stack:\n"u8);
        if (RuntimeFeatures.StackTraces && instruction != 0) PanicNames.WriteFrame(instruction, instruction);
        else if (instruction != 0) WriteFrame(instruction);
        // Every method keeps the caller's frame pointer, then the return address, where its own frame pointer points.
        ulong last = 0;
        bool isRepeated = false;
        for (int written = 0; written < MaxFrames && IsPlausible(frame);)
        {
            if (frame[1] == 0) break;
            // What calls itself a thousand times is one line.
            if (frame[1] != last)
            {
                last = frame[1];
                // A return address stands behind the call, which may be the end of the method.
                if (RuntimeFeatures.StackTraces) PanicNames.WriteFrame(last, last - 1);
                else WriteFrame(last);
                written++;
                isRepeated = false;
            }
            else if (!isRepeated)
            {
                Write("  and again\n"u8);
                isRepeated = true;
            }
            ulong* caller = (ulong*)frame[0];
            if (caller <= frame) break;
            frame = caller;
        }
        Platform.Exit(Status);
    }

    /// <summary>For platforms: called before anything is printed about a fault.</summary>
    [RuntimeExport("uk_panic_begin")]
    private static void Begin()
    {
        if (RuntimeFeatures.SeveralLcores) BeginAlone();
        if (s_dying) Platform.Exit(Status);
        s_dying = true;
        if (!RuntimeFeatures.IsVirtualMachine) Platform.SelectConsole(TextOutput.StandardError);
    }

    /// <summary>The lcore that dies first, plus 1: any other one waits here for the end.</summary>
    private static int s_dyingLcore;

    private static void BeginAlone()
    {
        int me = LcoreState.Current() + 1;
        int first = System.Threading.Interlocked.CompareExchange(ref s_dyingLcore, me, 0);
        while (first != 0 && first != me) System.Runtime.Intrinsics.X86.X86Base.Pause();
        if (first == me) return;
        Lcores.StopOthers();
        ConsoleGate.Seize();
    }

    private static void WriteLcore()
    {
        Write("lcore: "u8);
        int lcore = LcoreState.Current();
        byte* digits = stackalloc byte[] { (byte)('0' + lcore / 10), (byte)('0' + lcore % 10), (byte)'\n' };
        int skipped = lcore < 10 ? 1 : 0;
        Platform.WriteConsole(digits + skipped, 3 - skipped);
    }

    [RuntimeImport("*", "uk_frame_pointer")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong* FramePointer();

    [RuntimeImport("*", "uk_is_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int IsStack(ulong* address);

    private static bool IsPlausible(ulong* frame) => ((nuint)frame & 7) == 0 && IsStack(frame) != 0;

    private static void WriteFrame(ulong address)
    {
        Write("  at 0x"u8);
        WriteHexadecimal(address);
        Write("\n"u8);
    }

    [RuntimeImport("*", "uk_build_id")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* BuildId();

    private const int BuildIdLength = 20;

    private static void WriteBuildId()
    {
        Write("build-id: "u8);
        byte* id = BuildId();
        for (int i = 0; i < BuildIdLength; i++)
        {
            WriteDigit(id[i] >> 4);
            WriteDigit(id[i]);
        }
        Write("\n"u8);
    }

    internal static void WriteHexadecimal(ulong value)
    {
        for (int shift = 60; shift >= 0; shift -= 4) WriteDigit((int)(value >> shift));
    }

    private static void WriteDigit(int value)
    {
        value &= 15;
        byte digit = (byte)(value < 10 ? '0' + value : 'a' - 10 + value);
        Platform.WriteConsole(&digit, 1);
    }

    internal static void Write(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8) Platform.WriteConsole(text, utf8.Length);
    }
}
