namespace Uk.Sched;

public interface IScheduler : IContract;

/// <summary>Who runs on an lcore, and what it does while there is nothing to do.</summary>
public interface IScheduler<TSelf> : IScheduler where TSelf : struct, IScheduler<TSelf>
{
    /// <summary>
    /// Called by a loop that found nothing to do, with the number of such turns since the last success.
    /// </summary>
    static abstract void Idle(uint emptyPolls);
}
