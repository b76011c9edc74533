// Two drivers as one: the user says at the start of the program which of them a port has.

using System;
using System.Runtime.CompilerServices;

namespace Uk.EthDev;

/// <summary>The first driver, if the user has chosen it, or else the second.</summary>
/// <remarks>
/// Costs a comparison that always has the same result for each burst. A program that names one driver for its port,
/// <c>[Uses(typeof(…))]</c>, has neither this nor the others.
/// </remarks>
public readonly struct ChosenDriver<TFirst, TSecond>
    : IEthDriver<ChosenDriver<TFirst, TSecond>>, IInitialize<ChosenDriver<TFirst, TSecond>>
    where TFirst : struct, IEthDriver<TFirst>
    where TSecond : struct, IEthDriver<TSecond>
{
    private static bool s_isFirst;

    public static void Initialize() => s_isFirst = TFirst.IsChosen;

    public static bool IsChosen => TFirst.IsChosen || TSecond.IsChosen;
    public static string Forms => TFirst.Forms + (TFirst.Forms.Length == 0 || TSecond.Forms.Length == 0 ? "" : ", ") + TSecond.Forms;

    public static MacAddress MacAddress => s_isFirst ? TFirst.MacAddress : TSecond.MacAddress;
    public static bool LinkUp => s_isFirst ? TFirst.LinkUp : TSecond.LinkUp;
    public static bool Ended => s_isFirst ? TFirst.Ended : TSecond.Ended;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        if (s_isFirst) TFirst.Receive(queue, ref burst, ref drops);
        else TSecond.Receive(queue, ref burst, ref drops);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Transmit(int queue, ref Burst burst) =>
        s_isFirst ? TFirst.Transmit(queue, ref burst) : TSecond.Transmit(queue, ref burst);

    public static bool TryArm(int queue) => s_isFirst ? TFirst.TryArm(queue) : TSecond.TryArm(queue);

    public static void Disarm(int queue)
    {
        if (s_isFirst) TFirst.Disarm(queue);
        else TSecond.Disarm(queue);
    }

    public static int WakeFile(int queue) => s_isFirst ? TFirst.WakeFile(queue) : TSecond.WakeFile(queue);

    public static int MaxQueues => s_isFirst ? TFirst.MaxQueues : TSecond.MaxQueues;

    /// <summary>Constant, so both have to take segments.</summary>
    public static bool SendsChains => TFirst.SendsChains && TSecond.SendsChains;

    public static EthOffloads Capabilities => s_isFirst ? TFirst.Capabilities : TSecond.Capabilities;
    public static RssTypes RssCapabilities => s_isFirst ? TFirst.RssCapabilities : TSecond.RssCapabilities;
    public static EthLink Link => s_isFirst ? TFirst.Link : TSecond.Link;
    public static int MtuBytes => s_isFirst ? TFirst.MtuBytes : TSecond.MtuBytes;
    public static bool TrySetMtu(int mtuBytes) => s_isFirst ? TFirst.TrySetMtu(mtuBytes) : TSecond.TrySetMtu(mtuBytes);
    public static bool IsPromiscuous => s_isFirst ? TFirst.IsPromiscuous : TSecond.IsPromiscuous;
    public static bool TrySetPromiscuous(bool on) => s_isFirst ? TFirst.TrySetPromiscuous(on) : TSecond.TrySetPromiscuous(on);

    public static bool TrySetRss(RssTypes types, ReadOnlySpan<byte> key) =>
        s_isFirst ? TFirst.TrySetRss(types, key) : TSecond.TrySetRss(types, key);

    public static int ReadExtendedStatistics(Span<EthStatistic> statistics) =>
        s_isFirst ? TFirst.ReadExtendedStatistics(statistics) : TSecond.ReadExtendedStatistics(statistics);
}
