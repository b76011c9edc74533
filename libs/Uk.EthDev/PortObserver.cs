// Who looks on while packets pass a port. An application that declares no observer has none in its image.

namespace Uk.EthDev;

/// <summary>
/// What a port tells of its work. Parts that observe have contracts of their own that inherit this one; a port uses all
/// that the application declares, or those that its <c>[Uses]</c> name.
/// </summary>
[Combine(typeof(BothObserve<,>))]
public interface IPortObserver : IContract;

/// <summary>Data path; the lcore of the queue. Packets are the port's: an observer reads them, and may stamp them.</summary>
public interface IPortObserver<TSelf> : IPortObserver where TSelf : struct, IPortObserver<TSelf>
{
    /// <summary>A constant: false leaves nothing of the calls below.</summary>
    static abstract bool Observes { get; }

    /// <summary>The driver is about to be asked.</summary>
    [HotPath]
    static abstract void Polling(int port, int queue);

    /// <summary>The driver has delivered at least one packet.</summary>
    [HotPath]
    static abstract void Received(int port, int queue, ref Burst burst);

    /// <summary>The driver is about to get these packets; what was dropped is no longer among them.</summary>
    [HotPath]
    static abstract void Sending(int port, int queue, ref Burst burst);

    /// <summary>The driver has taken so many.</summary>
    [HotPath]
    static abstract void Sent(int port, int queue, int count);

    /// <summary>A packet is about to be freed instead of being sent.</summary>
    [HotPath]
    static abstract unsafe void Dropped(int port, int queue, Mbuf* packet, DropReason reason);
}
