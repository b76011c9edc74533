// A port as it is configured and asked: start, link, MTU, promiscuous mode, statistics. Control path.

using System;
using System.Diagnostics.CodeAnalysis;
using Uk.Platform;

namespace Uk.EthDev;

public unsafe partial struct EthDev<TDriver, TPool, TScheduler, TObserver, TPort>
{
    public static MacAddress MacAddress => TDriver.MacAddress;
    public static bool LinkUp => TDriver.LinkUp;
    public static EthLink Link => TDriver.Link;
    public static int QueueCount => TPort.Queues;
    public static EthOffloads Capabilities => TDriver.Capabilities;
    public static int MtuBytes => TDriver.MtuBytes;
    public static bool IsPromiscuous => TDriver.IsPromiscuous;

    public static bool TrySetMtu(int mtuBytes) => TDriver.TrySetMtu(mtuBytes);
    public static bool TrySetPromiscuous(bool on) => TDriver.TrySetPromiscuous(on);

    public static ref readonly PortStatistics Statistics
    {
        get
        {
            ref PortStatistics sum = ref PortCounters<TPort>.Statistics;
            if (TPort.Queues == 1) return ref sum;
            sum = default;
            for (int queue = 0; queue < TPort.Queues; queue++) sum.Add(QueueCounters<TPort>.Of(queue));
            return ref sum;
        }
    }

    public static ref readonly PortStatistics QueueStatistics(int queue)
    {
        Check(queue);
        return ref Counters(queue);
    }

    /// <summary>
    /// The driver is up: asks it for what the port's attribute asks for. Nothing is left of this for a port that asks
    /// for nothing.
    /// </summary>
    public static void Initialize()
    {
        if (!TDriver.IsChosen)
            throw new InvalidOperationException(
                $"--port{TPort.Index}: none of {TDriver.Forms}. Other drivers are not in this program.");
        if (TPort.Queues > TDriver.MaxQueues)
            Refuse($"Queues is {TPort.Queues}; its driver serves {TDriver.MaxQueues}.");
        if (TPort.Offloads != EthOffloads.None && (TPort.Offloads & ~TDriver.Capabilities) != 0)
            Refuse($"the device does not offer the Offloads {Names(TPort.Offloads & ~TDriver.Capabilities)}.");
        if (TPort.Mtu != 1500 && TPort.Mtu != TDriver.MtuBytes && !TDriver.TrySetMtu(TPort.Mtu))
            Refuse($"the device does not take an Mtu of {TPort.Mtu}; it has {TDriver.MtuBytes}.");
        if (TPort.Promiscuous && !TDriver.IsPromiscuous && !TDriver.TrySetPromiscuous(true))
            Refuse("the device does not become Promiscuous.");
        if (TPort.Rss != RssTypes.None && !TDriver.TrySetRss(TPort.Rss, default))
            Refuse($"the device does not choose queues by the Rss types 0x{Hexadecimal.ToText((uint)TPort.Rss)}; it can by 0x{Hexadecimal.ToText((uint)TDriver.RssCapabilities)}.");
        StopRequest.Watch();
    }

    public static int ReadExtendedStatistics(Span<EthStatistic> statistics)
    {
        StatisticWriter writer = new(statistics);
        writer.Add(in Statistics);
        for (int queue = 0; queue < TPort.Queues && TPort.Queues > 1; queue++)
            writer.Add(queue, in QueueCounters<TPort>.Of(queue));
        return writer.Count + TDriver.ReadExtendedStatistics(writer.Rest);
    }

    /// <summary>By hand: names of enums are not in an image that does not ask for them elsewhere.</summary>
    private static string Names(EthOffloads offloads)
    {
        string names = "";
        for (int bit = 0; bit < 32; bit++)
        {
            EthOffloads one = (EthOffloads)(1u << bit);
            if ((offloads & one) == 0) continue;
            names += (names.Length == 0 ? "" : ", ") + one switch
            {
                EthOffloads.RxChecksum => "RxChecksum",
                EthOffloads.RxLro => "RxLro",
                EthOffloads.RxScatter => "RxScatter",
                EthOffloads.RxHash => "RxHash",
                EthOffloads.TxIpChecksum => "TxIpChecksum",
                EthOffloads.TxChecksum => "TxChecksum",
                EthOffloads.TxSegmentation => "TxSegmentation",
                _ => $"bit {bit}",
            };
        }
        return names;
    }

    private static void Refuse(string reason)
    {
        string port = TPort.Name.Length == 0 ? $"Port {TPort.Index}" : $"Port {TPort.Index} ({TPort.Name})";
        throw new InvalidOperationException($"{port}: {reason} Leave it out, or choose another device.");
    }

    [DoesNotReturn]
    private static void RefuseQueue(int queue) =>
        throw new ArgumentOutOfRangeException(
            nameof(queue), $"Port {TPort.Index} has {TPort.Queues} queues: there is no queue {queue}.");
}
