// What belongs to the work that is running now, and goes away and comes back with it.

using System.Threading;
using System.Threading.Tasks;
using Internal.Runtime;

namespace Internal.Threading;

internal struct Flow
{
    /// <summary>Of the one lcore.</summary>
    private static Flow s_current;

    /// <summary>Per core. The flow that runs.</summary>
    internal static ref Flow Current
    {
        get
        {
            if (RuntimeFeatures.SeveralLcores) return ref LcoreState.Mine.Flow;
            return ref s_current;
        }
    }

    /// <summary>The values of AsyncLocal; null while none was set.</summary>
    internal ExecutionContext? Execution;

    internal SynchronizationContext? Synchronization;

    /// <summary>The task whose delegate runs, if one's does.</summary>
    internal Task? Task;

    /// <summary>
    /// How many waits are under way below: work that runs while something waits is one deeper than what waits. Who holds
    /// a lock is known by this number, since of each depth at most one flow is under way.
    /// </summary>
    internal int Depth;

    /// <summary>How many continuations run inside of each other.</summary>
    internal int Nesting;

    /// <summary>After the first part of an async method: what it changed is not its caller's.</summary>
    internal static void Restore(ExecutionContext? execution, SynchronizationContext? synchronization)
    {
        Current.Synchronization = synchronization;
        if (Current.Execution != execution) ExecutionContext.Switch(execution);
    }
}
