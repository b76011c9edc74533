// One lcore writes to the console at a time, a whole line where it writes one.

using System.Runtime.Intrinsics.X86;
using System.Threading;

namespace Internal.Runtime;

internal static class ConsoleGate
{
    /// <summary>How long a dying lcore waits for the one that writes, which may have been stopped.</summary>
    private const int Patience = 100_000;

    /// <summary>The lcore that writes, plus 1.</summary>
    private static int s_writer;
    private static int s_depth;

    /// <summary>The lcore on which the program dies, plus 1: no other one writes any more.</summary>
    private static int s_seized;

    internal static void Enter()
    {
        if (!RuntimeFeatures.SeveralLcores) return;
        int me = LcoreState.Current() + 1;
        if (Volatile.Read(ref s_writer) != me)
            while (IsForbidden(me) || Interlocked.CompareExchange(ref s_writer, me, 0) != 0) X86Base.Pause();
        s_depth++;
    }

    internal static void Exit()
    {
        if (!RuntimeFeatures.SeveralLcores) return;
        int me = LcoreState.Current() + 1;
        if (--s_depth == 0) Volatile.Write(ref s_writer, 0);
        while (IsForbidden(me)) X86Base.Pause();
    }

    private static bool IsForbidden(int me)
    {
        int seized = Volatile.Read(ref s_seized);
        return seized != 0 && seized != me;
    }

    /// <summary>For the lcore on which the program dies: from here on the others wait when they want to write.</summary>
    internal static void Seize()
    {
        int me = LcoreState.Current() + 1;
        Volatile.Write(ref s_seized, me);
        for (int i = 0; i < Patience && Volatile.Read(ref s_writer) is not 0 && s_writer != me; i++) X86Base.Pause();
        s_depth = 1;
        Volatile.Write(ref s_writer, me);
    }
}
