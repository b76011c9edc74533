// The scheduler that costs nothing while nothing happens.

using Uk.Platform;

namespace Uk.Sched;

/// <summary>
/// A loop polls as long as packets come, and for a few turns more; then its driver is asked to interrupt, and the processor
/// halts until it does.
/// </summary>
/// <example><c>[assembly: Scheduler(typeof(InterruptDriven&lt;,&gt;))]</c></example>
/// <remarks>DPDK: the interrupt mode of the example l3fwd-power, <c>rte_eth_dev_rx_intr_enable</c>. Linux: NAPI.</remarks>
[UkLibrary]
[Provides<IScheduler>]
[Requires<ICpu>]
[Requires<IRest>]
public struct InterruptDriven<TCpu, TRest> : IScheduler<InterruptDriven<TCpu, TRest>>
    where TCpu : struct, ICpu<TCpu>
    where TRest : struct, IRest<TRest>
{
    /// <summary>What comes in bursts is still polled for: to halt and wake costs more than these turns.</summary>
    internal const uint PollsBeforeRest = 64;

    public static void Idle(uint emptyPolls) => TCpu.Relax(emptyPolls);

    public static bool WantsRest(uint emptyPolls) => emptyPolls >= PollsBeforeRest;

    public static void Rest(int file) => TRest.Rest(file, IRest<TRest>.Forever);
}
