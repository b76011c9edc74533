namespace Uk.Sched;

public interface IScheduler : IContract;

/// <summary>Who runs on an lcore, and what it does while there is nothing to do.</summary>
/// <remarks>A scheduler that only polls keeps the bodies below, and nothing of resting is in its image.</remarks>
public interface IScheduler<TSelf> : IScheduler where TSelf : struct, IScheduler<TSelf>
{
    /// <summary>
    /// Called by a loop that found nothing to do, with the number of such turns since the last success.
    /// </summary>
    [HotPath]
    static abstract void Idle(uint emptyPolls);

    /// <summary>Called once for each wait, whether or not there is something to do: others may have their turn.</summary>
    [HotPath]
    static virtual void Turn()
    {
    }

    /// <summary>After so many fruitless turns the loop is to rest, if its driver can wake it.</summary>
    [HotPath]
    static virtual bool WantsRest(uint emptyPolls) => false;

    /// <summary>
    /// Rests until an interrupt, or until the file can be read. After the driver was asked to wake the lcore, and has found
    /// once more that there is nothing.
    /// </summary>
    /// <param name="file">-1 where the driver has none.</param>
    static virtual void Rest(int file)
    {
    }
}
