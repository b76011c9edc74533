// One lcore writes to the console at a time, a whole line where it writes one.

using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Internal.Runtime;

internal static class ConsoleGate
{
    /// <summary>The lcore that writes, plus 1.</summary>
    private static int s_writer;
    private static int s_depth;

    internal static void Enter()
    {
        if (!RuntimeFeatures.SeveralLcores) return;
        int me = LcoreState.Current() + 1;
        if (Volatile.Read(ref s_writer) != me)
            while (Interlocked.CompareExchange(ref s_writer, me, 0) != 0) X86Base.Pause();
        s_depth++;
    }

    internal static void Exit()
    {
        if (!RuntimeFeatures.SeveralLcores) return;
        if (--s_depth == 0) Volatile.Write(ref s_writer, 0);
    }

    /// <summary>For the lcore on which the program dies: from here on the others wait when they want to write.</summary>
    internal static void Seize()
    {
        Volatile.Write(ref s_writer, LcoreState.Current() + 1);
        s_depth = 1;
    }
}
