using System.Runtime.CompilerServices;

namespace Uk.EthDev;

/// <summary>One after the other.</summary>
public readonly struct BothObserve<TFirst, TSecond> : IPortObserver<BothObserve<TFirst, TSecond>>
    where TFirst : struct, IPortObserver<TFirst>
    where TSecond : struct, IPortObserver<TSecond>
{
    public static bool Observes => TFirst.Observes || TSecond.Observes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Polling(int port, int queue)
    {
        TFirst.Polling(port, queue);
        TSecond.Polling(port, queue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Received(int port, int queue, ref Burst burst)
    {
        TFirst.Received(port, queue, ref burst);
        TSecond.Received(port, queue, ref burst);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sending(int port, int queue, ref Burst burst)
    {
        TFirst.Sending(port, queue, ref burst);
        TSecond.Sending(port, queue, ref burst);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sent(int port, int queue, int count)
    {
        TFirst.Sent(port, queue, count);
        TSecond.Sent(port, queue, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Dropped(int port, int queue, Mbuf* packet, DropReason reason)
    {
        TFirst.Dropped(port, queue, packet, reason);
        TSecond.Dropped(port, queue, packet, reason);
    }
}
