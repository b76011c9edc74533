// A walk over the frames of the stack, from the one that threw to the one that boot code called. Where it comes out of a
// handler that the dispatcher is running, it goes on in the frame that the handler belongs to, behind the clause that is
// being handled.

using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.ExceptionHandling;

/// <summary>A handler, filter or finally block that is running: on the stack of the dispatcher that called it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Invocation
{
    /// <summary>The next one outwards, whose frame is further up the stack.</summary>
    internal Invocation* Outer;

    /// <summary>The frame that the block belongs to, where it was interrupted.</summary>
    internal RegisterContext Frame;

    internal ClausePosition Position;
    internal System.Exception Exception;
    internal bool IsFilter;
    internal bool IsCatch;
}

/// <summary>Which clause of a method; clauses of one try block have the same range.</summary>
internal struct ClausePosition
{
    internal int Index;
    internal uint TryStart, TryEnd;
}

internal unsafe struct StackCursor
{
    /// <summary>The innermost block that is running in the program.</summary>
    private static Invocation* s_innermost;

    internal static ref Invocation* Innermost
    {
        get
        {
            if (RuntimeFeatures.SeveralLcores) return ref LcoreState.Mine.InnermostHandler;
            return ref s_innermost;
        }
    }

    internal RegisterContext Context;
    internal FrameDescription Description;

    /// <summary>The innermost block that is running at or above the current frame.</summary>
    internal Invocation* Running;

    private bool _isBehindClause;
    private ClausePosition _behind;

    internal StackCursor(RegisterContext* start)
    {
        Context = *start;
        Running = Innermost;
    }

    [RuntimeImport("*", "uk_funclet_return")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong FuncletReturn();

    /// <summary>The frame is the dispatcher's own, just where it waits for a filter: nothing leaves a filter.</summary>
    internal readonly bool IsAtFilterBoundary => Context.Rip == FuncletReturn() && Running->IsFilter;

    /// <summary>Finds out about the current frame. False at the end of managed code.</summary>
    internal bool TryDescribe() => CallFrameInformation.TryFind(Context.CurrentInstruction, out Description);

    /// <summary>To the caller, once the frame is described.</summary>
    internal bool TryMoveToCaller()
    {
        _isBehindClause = false;
        if (!Unwinder.TryUnwind(Description, ref Context)) return false;
        if (Context.Rip != FuncletReturn() || Running->IsFilter) return true;
        Context = Running->Frame;
        _behind = Running->Position;
        _isBehindClause = true;
        Running = Running->Outer;
        return true;
    }

    /// <summary>
    /// To be asked for every clause of the frame, in order. Clauses up to the one that is being handled are done with, and
    /// so are the next ones as long as they belong to the same try block. (Where two nested try blocks cover the same code,
    /// ilc separates them by an unused clause.)
    /// </summary>
    internal bool IsDoneWith(int index, in Clause clause)
    {
        if (!_isBehindClause) return false;
        if (index <= _behind.Index) return true;
        _isBehindClause = clause.TryStart == _behind.TryStart && clause.TryEnd == _behind.TryEnd;
        return _isBehindClause;
    }
}
