// Exclusion between lcores for a few instructions: what the core library itself shares.

using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Internal.Runtime;

/// <summary>
/// A lock that is held for a short time and never while anything else is called that could wait. Without several lcores it
/// is not there.
/// </summary>
internal struct SpinGate
{
    private int _taken;

    internal void Enter()
    {
        if (!RuntimeFeatures.SeveralLcores) return;
        while (Interlocked.Exchange(ref _taken, 1) != 0)
            while (Volatile.Read(ref _taken) != 0) X86Base.Pause();
    }

    internal void Exit()
    {
        if (RuntimeFeatures.SeveralLcores) Volatile.Write(ref _taken, 0);
    }
}
