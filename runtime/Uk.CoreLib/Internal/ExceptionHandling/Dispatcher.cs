// Exceptions, in two passes as on .NET: the first walks the stack to find who handles it, the second runs the finally
// blocks in between and then the handler. Throwing costs what the walk costs; where nothing is thrown nothing is paid.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.ExceptionHandling;

internal static unsafe class Dispatcher
{
    /// <summary>Where a throw ends: a clause in a frame, or a filter that is to say no.</summary>
    private struct Target
    {
        internal ulong FrameRsp;
        internal ClausePosition Position;
        internal byte* Handler;
        internal bool IsFilterBoundary;
    }

    [RuntimeExport("uk_throw")]
    private static void Throw(Exception? exception, RegisterContext* thrower)
    {
        // One branch or the other is in the image: ilc sees the constant, but not that Fail does not return.
        if (RuntimeFeatures.ExceptionHandling) Dispatch(exception ?? new NullReferenceException(), thrower);
        else Panic.Fail(exception is null ? "A null reference was thrown." : exception.Message, exception);
    }

    /// <summary>A processor fault that .NET has an exception for.</summary>
    [RuntimeExport("uk_throw_fault")]
    private static void ThrowFault(int kind, RegisterContext* faulted)
    {
        if (RuntimeFeatures.ExceptionHandling) Dispatch(FaultKind.ToException(kind), faulted);
    }

    /// <summary><c>throw;</c>: the exception of the innermost catch block that is running.</summary>
    [RuntimeExport("uk_rethrow")]
    private static void Rethrow(RegisterContext* thrower)
    {
        if (RuntimeFeatures.ExceptionHandling) Dispatch(CaughtException, thrower, isRethrow: true);
    }

    private static Exception CaughtException
    {
        get
        {
            Invocation* running = StackCursor.Innermost;
            while (running != null && !running->IsCatch) running = running->Outer;
            if (running == null) Panic.Fail("An exception was thrown again outside of a catch block.");
            return running->Exception;
        }
    }

    private static void Dispatch(Exception exception, RegisterContext* thrower, bool isRethrow = false)
    {
        if (RuntimeFeatures.StackTraces && !isRethrow) StackRecord.Begin(exception);
        if (!TryFindTarget(exception, thrower, isRethrow, out Target target))
            Panic.Fail(exception.Message, exception, thrower->Rip, (ulong*)thrower->Rbp);
        Unwind(exception, thrower, target);
    }

    private static bool TryFindTarget(Exception exception, RegisterContext* thrower, bool isRethrow, out Target target)
    {
        target = default;
        // What is thrown again has been in this frame, and in those of the blocks that ran since then it was not.
        bool isRecorded = isRethrow;
        for (StackCursor cursor = new(thrower); ;)
        {
            if (cursor.IsAtFilterBoundary)
            {
                target.IsFilterBoundary = true;
                return true;
            }
            if (!cursor.TryDescribe()) return false;
            if (RuntimeFeatures.StackTraces) Record(exception, cursor, ref isRecorded);
            if (TryFindHandler(exception, ref cursor, ref target)) return true;
            if (!cursor.TryMoveToCaller()) return false;
        }
    }

    /// <param name="isRecorded">The exception has been in the frames up to the next one that is come to out of its own block.</param>
    private static void Record(Exception exception, in StackCursor cursor, ref bool isRecorded)
    {
        if (cursor.IsOutOfBlock) isRecorded = false;
        // There is no memory for the stack of an exception that says that there is none.
        else if (!isRecorded && exception is not OutOfMemoryException) StackRecord.Add(exception, cursor.Context.CurrentInstruction);
    }

    private static bool TryFindHandler(Exception exception, ref StackCursor cursor, ref Target target)
    {
        ExceptionTable table = new(cursor.Description);
        uint offset = (uint)(cursor.Context.CurrentInstruction - (ulong)table.MethodStart);
        for (int index = 0; table.TryNext(out Clause clause); index++)
        {
            if (cursor.IsDoneWith(index, clause) || !clause.Covers(offset)) continue;
            target.Position = new ClausePosition { Index = index, TryStart = clause.TryStart, TryEnd = clause.TryEnd };
            if (!Handles(clause, exception, ref cursor, target.Position)) continue;
            target.FrameRsp = cursor.Context.Rsp;
            target.Handler = clause.Handler;
            return true;
        }
        return false;
    }

    private static bool Handles(in Clause clause, Exception exception, ref StackCursor cursor, ClausePosition position)
    {
        switch (clause.Kind)
        {
            case ClauseKind.Typed: return System.Runtime.TypeCast.IsInstanceOfException(clause.Type, exception);
            case ClauseKind.Filter: return Run(clause.Filter, exception, ref cursor, position, isFilter: true) != 0;
            default: return false;
        }
    }

    /// <summary>The second pass. Does not return.</summary>
    private static void Unwind(Exception exception, RegisterContext* thrower, in Target target)
    {
        for (StackCursor cursor = new(thrower); ; cursor.TryMoveToCaller())
        {
            if (cursor.IsAtFilterBoundary)
            {
                AbandonFilter(cursor.Context.Rsp);
                return;
            }
            cursor.TryDescribe();
            bool isTarget = !target.IsFilterBoundary && cursor.Context.Rsp == target.FrameRsp;
            RunFinallyBlocks(exception, ref cursor, isTarget ? target.Position.Index : int.MaxValue);
            if (!isTarget) continue;
            nint resumeAt = Run(target.Handler, exception, ref cursor, target.Position, isCatch: true);
            StackCursor.Innermost = cursor.Running;
            Resume(&cursor.Context, resumeAt);
        }
    }

    private static void RunFinallyBlocks(Exception exception, ref StackCursor cursor, int endIndex)
    {
        ExceptionTable table = new(cursor.Description);
        uint offset = (uint)(cursor.Context.CurrentInstruction - (ulong)table.MethodStart);
        for (int index = 0; index < endIndex && table.TryNext(out Clause clause); index++)
        {
            if (cursor.IsDoneWith(index, clause) || clause.Kind != ClauseKind.Fault || !clause.Covers(offset)) continue;
            ClausePosition position = new() { Index = index, TryStart = clause.TryStart, TryEnd = clause.TryEnd };
            Run(clause.Handler, exception, ref cursor, position);
        }
    }

    /// <summary>Calls a block of a method with the registers of the method's frame.</summary>
    private static nint Run(
        byte* block, Exception exception, ref StackCursor cursor, ClausePosition position,
        bool isFilter = false, bool isCatch = false)
    {
        Invocation invocation = new()
        {
            Outer = cursor.Running,
            Frame = cursor.Context,
            Position = position,
            Exception = exception,
            IsFilter = isFilter,
            IsCatch = isCatch,
        };
        // A filter runs while everything below it is still alive; the other blocks end what was running below them.
        Invocation* before = StackCursor.Innermost;
        StackCursor.Innermost = &invocation;
        nint result;
        fixed (RegisterContext* frame = &cursor.Context) result = CallFunclet(block, exception, frame);
        StackCursor.Innermost = isFilter ? before : cursor.Running;
        return result;
    }

    [RuntimeImport("*", "uk_call_funclet")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint CallFunclet(byte* block, Exception exception, RegisterContext* frame);

    /// <summary>Goes on in a frame. Does not return.</summary>
    [RuntimeImport("*", "uk_resume")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Resume(RegisterContext* frame, nint address);

    /// <summary>Makes the call of a filter return 0. Does not return.</summary>
    [RuntimeImport("*", "uk_abandon_filter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void AbandonFilter(ulong rsp);
}

/// <summary>The faults that are exceptions, as platforms number them.</summary>
internal static class FaultKind
{
    private const int NullReference = 0, DivideByZero = 1;

    internal static Exception ToException(int kind) => kind switch
    {
        NullReference => new NullReferenceException(),
        DivideByZero => new DivideByZeroException(),
        _ => new OverflowException(),
    };
}
