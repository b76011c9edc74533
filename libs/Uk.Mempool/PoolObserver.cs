// Who looks on while a pool works. An application that declares nobody has nothing of it in its image.

using System.Runtime.CompilerServices;

namespace Uk.Mempool;

/// <summary>What a pool tells of its work.</summary>
[Combine(typeof(BothObservePool<,>))]
public interface IPoolObserver : IContract;

/// <summary>
/// Data path; the lcore that calls the pool. Told are the calls that move many mbufs at once, as drivers make them for each
/// burst; a call for a single mbuf is shorter than a look at the clock.
/// </summary>
public interface IPoolObserver<TSelf> : IPoolObserver where TSelf : struct, IPoolObserver<TSelf>
{
    /// <summary>A constant: false leaves nothing of the calls below.</summary>
    static abstract bool ObservesPool { get; }

    /// <summary>The pool begins to hand out mbufs, or to take them back.</summary>
    static abstract void EnterPool();

    /// <summary>It has done so.</summary>
    static abstract void LeavePool();
}

/// <summary>Nobody looks.</summary>
[UkLibrary]
[Provides<IPoolObserver>(Default = true)]
public readonly struct NobodyObservesPool : IPoolObserver<NobodyObservesPool>
{
    public static bool ObservesPool => false;
    public static void EnterPool() { }
    public static void LeavePool() { }
}

/// <summary>One inside the other.</summary>
public readonly struct BothObservePool<TFirst, TSecond> : IPoolObserver<BothObservePool<TFirst, TSecond>>
    where TFirst : struct, IPoolObserver<TFirst>
    where TSecond : struct, IPoolObserver<TSecond>
{
    public static bool ObservesPool => TFirst.ObservesPool || TSecond.ObservesPool;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnterPool()
    {
        TFirst.EnterPool();
        TSecond.EnterPool();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LeavePool()
    {
        TSecond.LeavePool();
        TFirst.LeavePool();
    }
}
