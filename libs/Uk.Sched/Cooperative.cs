// Tasks beside packets, on one lcore.

using System.Threading;
using Uk.Platform;

namespace Uk.Sched;

/// <summary>
/// Async methods and timers run on the lcore whose loop started them, whenever that loop waits, and now and then while it
/// does not; where nothing is ready either, the processor halts until an interrupt or the next timer.
/// </summary>
/// <remarks>
/// Nothing preempts: a task that does not wait keeps the lcore. On .NET tasks run on threads of the pool as ever, beside
/// the loop.
/// </remarks>
/// <example><code>
/// [assembly: Scheduler(typeof(Cooperative&lt;,&gt;))]
/// …
/// _ = ReportEverySecond();                   // static async Task, awaits Task.Delay
/// while (Wan.RxBurst(ref burst)) …           // waits, and lets it run meanwhile
/// </code></example>
[UkLibrary]
[Provides<IScheduler>]
[Requires<ICpu>]
[Requires<IRest>]
public struct Cooperative<TCpu, TRest> : IScheduler<Cooperative<TCpu, TRest>>
    where TCpu : struct, ICpu<TCpu>
    where TRest : struct, IRest<TRest>
{
    private const uint PollsBeforeRest = 64;

    /// <summary>Bursts after which tasks get a turn though packets keep coming.</summary>
    private const uint BurstsBetweenTurns = 32;

    // Of all lcores together: a lost count only moves a turn.
    private static uint s_bursts;

    public static void Turn()
    {
        if (++s_bursts % BurstsBetweenTurns == 0) Thread.Yield();
    }

    public static void Idle(uint emptyPolls)
    {
        if (!Thread.Yield()) TCpu.Relax(emptyPolls);
    }

    public static bool WantsRest(uint emptyPolls) => emptyPolls >= PollsBeforeRest;

    public static void Rest(int file) => TRest.RestBesideTasks(file);
}
