// Resting until something happens: what schedulers rest with, and what drivers ask for so that they can end a rest.

namespace Uk.Platform;

public interface IRest : IContract;

/// <summary>Halts the processor of the caller, or gives it to others. Its own lcore.</summary>
public interface IRest<TSelf> : IRest where TSelf : struct, IRest<TSelf>
{
    /// <summary>A time that does not pass.</summary>
    const long Forever = -1;

    /// <summary>
    /// Until an interrupt comes, until the file can be read, or until the time has passed. It may end early, for no reason
    /// that the caller knows: look again, and rest again. What came since the driver was armed ends it at once.
    /// </summary>
    /// <param name="file">Where the program is a process: what a driver waits for; -1 for nothing.</param>
    /// <param name="nanoseconds"><see cref="Forever"/>, or a time that may be cut short.</param>
    static abstract void Rest(int file, long nanoseconds);

    /// <summary>
    /// Runs what is ready of the tasks of this lcore (async methods, timers); where nothing is, rests as
    /// <see cref="Rest"/> does, but until the next timer at the latest.
    /// </summary>
    static abstract void RestBesideTasks(int file);
}

public interface IInterrupts : IContract;

/// <summary>What a device writes, and where, to interrupt an lcore. PCI 3.0, 6.8.</summary>
public readonly struct InterruptMessage(ulong address, uint data)
{
    public readonly ulong Address = address;
    public readonly uint Data = data;
}

/// <summary>
/// Interrupts of devices. They are let in only while an lcore rests, and do nothing but end the rest; so none is lost, none
/// comes between two instructions of a program, and a device that sends too many costs no more than fruitless polls.
/// </summary>
public interface IInterrupts<TSelf> : IInterrupts where TSelf : struct, IInterrupts<TSelf>
{
    /// <summary>A vector for one queue of a device, to the lcore that calls. False where all are taken. Control path.</summary>
    static abstract bool TryAllocateMessage(out InterruptMessage message);

    /// <summary>
    /// Lets a line of the I/O APICs through to the lcore that calls: an edge is an interrupt. False where there is no such
    /// line, or all vectors are taken. Control path.
    /// </summary>
    static abstract bool TryConnectLine(uint line);

    /// <summary>Interrupts on vectors that nobody asked for, since the start.</summary>
    static abstract ulong SpuriousCount { get; }
}
