// The scheduler without threads.

using Uk.Platform;

namespace Uk.Sched;

/// <summary>
/// Every lcore runs its loop and nothing else. A loop without work relaxes the processor, the longer the more often it
/// found nothing.
/// </summary>
/// <remarks>DPDK: the run-to-completion model of the Programmer's Guide.</remarks>
[UkLibrary]
[Provides<IScheduler>(Default = true)]
[Requires<ICpu>]
public struct RunToCompletion<TCpu> : IScheduler<RunToCompletion<TCpu>>
    where TCpu : struct, ICpu<TCpu>
{
    public static void Idle(uint emptyPolls) => TCpu.Relax(emptyPolls);
}
