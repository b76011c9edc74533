using Uk.EthDev;

namespace Uk.Virtio.Tests.Model;

internal readonly struct ModelPort : IPortOptions
{
    public static int Index { get; set; }
    public static int RxDescriptors { get; set; }
    public static int TxDescriptors { get; set; }
    public static int Queues { get; set; }
    public static bool Promiscuous { get; set; }
    public static EthOffloads Offloads { get; set; }
    public static RssTypes Rss { get; set; }
    public static string Name => "Wan";

    public static void Reset()
    {
        Index = 0;
        RxDescriptors = TxDescriptors = 64;
        Queues = 1;
        Promiscuous = false;
        Offloads = EthOffloads.None;
        Rss = RssTypes.None;
    }
}

/// <summary>The driver's own options, all at their defaults.</summary>
internal readonly struct ModelOptions : Uk.Virtio.Net.IVirtioNetOptions;
