// A wire inside the program: two rings of packets, one for each direction, with a port at each end. How an end rests is in
// RingRest.cs.

using System;
using System.Runtime.CompilerServices;
using Uk.Memory;
using Uk.Platform;
using Uk.Ring;
using One = Uk.Ring.Single;

namespace Uk.Port.Ring;

/// <summary>
/// Declares a wire between two ports of the program: <c>[RingLink&lt;PacketMemory&gt;] partial struct Wire;</c> Its ends are the two
/// ports that name it: <c>[Port(1), Uses(typeof(RingPort&lt;,&gt;)), Uses&lt;Wire&gt;]</c>.
/// </summary>
/// <remarks>DPDK: <c>rte_eth_from_rings</c>, twice.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IRingLink, IRingLinkOptions>]
public sealed class RingLinkAttribute<TRegion> : Attribute where TRegion : struct
{
    /// <summary>Packets that can be under way in each direction: a power of two.</summary>
    public int Entries { get; set; }
}

public interface IRingLinkOptions : IOptions
{
    [PowerOfTwo, Range(32, 1 << 20)] static virtual int Entries => 512;
    /// <summary>The name of the part, for messages.</summary>
    static virtual string Name => "";
}

public interface IRingLink : IContract;

/// <summary>Two directions. Each end is used by one lcore at a time, both at once.</summary>
public interface IRingLink<TSelf> : IRingLink where TSelf : struct, IRingLink<TSelf>
{
    /// <summary>The next free end, 0 or 1, for this port. Boot. Throws where both have a port.</summary>
    static abstract int Attach(int port);

    /// <summary>Both ends have a port.</summary>
    static abstract bool IsWhole { get; }

    /// <summary>Takes packets from the front of the burst, as many as there is room for: the other end owns those. Data path.</summary>
    static abstract int Send(int end, ref Burst burst);

    /// <summary>Appends what the other end has sent, as far as there is room in the burst. Data path.</summary>
    static abstract void Receive(int end, ref Burst burst);

    /// <summary>
    /// Asks the other end to make the file of this one readable when it sends next. False where packets are there already, or
    /// lcores cannot wake each other.
    /// </summary>
    static abstract bool TryArm(int end);

    static abstract void Disarm(int end);

    /// <summary>What an lcore that rests at this end waits for, once it was armed.</summary>
    static abstract int WakeFile(int end);
}

/// <summary>Two rings in one memory region.</summary>
[UkLibrary]
[Provides<IRingLink>]
[Requires<IMemoryRegion>]
[Requires<IWakeUps>]
[Requires<IRingLinkOptions>]
public struct RingLink<TRegion, TWakeUps, TOptions>
    : IRingLink<RingLink<TRegion, TWakeUps, TOptions>>, IInitialize<RingLink<TRegion, TWakeUps, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TWakeUps : struct, IWakeUps<TWakeUps>
    where TOptions : struct, IRingLinkOptions
{
    private const int NoPort = -1;

    private static Ring<nint, One, One> s_fromFirst;
    private static Ring<nint, One, One> s_fromSecond;
    private static int s_firstPort;
    private static int s_secondPort;
    private static RingRest<TWakeUps> s_restOfFirst;
    private static RingRest<TWakeUps> s_restOfSecond;

    /// <summary>Throws where the region has not enough memory, with both figures.</summary>
    public static void Initialize()
    {
        s_fromFirst = Ring<nint, One, One>.Create<TRegion>(TOptions.Entries);
        s_fromSecond = Ring<nint, One, One>.Create<TRegion>(TOptions.Entries);
        s_firstPort = s_secondPort = NoPort;
        s_restOfFirst = s_restOfSecond = default;
    }

    public static bool IsWhole => s_secondPort != NoPort;

    public static int Attach(int port)
    {
        if (s_firstPort == NoPort)
        {
            s_firstPort = port;
            return 0;
        }
        if (s_secondPort != NoPort)
            throw new InvalidOperationException(
                $"Port {port}: the ring link {TOptions.Name} has two ends, and ports {s_firstPort} and {s_secondPort} have them. "
                + "Declare another [RingLink].");
        s_secondPort = port;
        return 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Send(int end, ref Burst burst)
    {
        int sent = (end == 0 ? s_fromFirst : s_fromSecond).EnqueueBurst(burst.Packets);
        RestOf(1 - end).WakeIfArmed();
        return sent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Receive(int end, ref Burst burst) =>
        burst.Extend((end == 0 ? s_fromSecond : s_fromFirst).DequeueBurst(burst.Room));

    public static bool TryArm(int end)
    {
        ref RingRest<TWakeUps> rest = ref RestOf(end);
        if (!rest.TryArm()) return false;
        if ((end == 0 ? s_fromSecond : s_fromFirst).Count == 0) return true;
        rest.Disarm();
        return false;
    }

    public static void Disarm(int end) => RestOf(end).Disarm();

    public static int WakeFile(int end) => RestOf(end).File;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref RingRest<TWakeUps> RestOf(int end)
    {
        if (end == 0) return ref s_restOfFirst;
        return ref s_restOfSecond;
    }
}
