// A port of four queues among which the device shares out flows, by hash: each datagram must come to the queue that RssHash
// predicts.

using System;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;

[MemoryRegion(Size = 2 * Size.MiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 511)]
partial struct Packets;

[Port(0, Queues = RssFlows.Queues, Rss = RssTypes.Ipv4 | RssTypes.UdpIpv4), Uses<Packets>]
partial struct Wan;

static class RssFlows
{
    public const int Queues = 4;
    private const int Datagrams = 200, Port = 7777;

    [Lcore(0)]
    internal static void Loop()
    {
        Console.WriteLine($"ready {Wan.MacAddress}");
        Burst burst = default;
        int right = 0, wrong = 0, used = 0;
        uint emptyPolls = 0;
        while (right + wrong < Datagrams)
        {
            int packets = 0;
            for (int queue = 0; queue < Queues; queue++)
            {
                packets += Wan.TryRxBurst(ref burst, queue);
                foreach (ref Mbuf packet in burst)
                {
                    if (!IsOurs(packet.Data)) continue;
                    uint hash = RssHash.Of(packet.Data, RssTypes.Ipv4 | RssTypes.UdpIpv4, RssHash.DefaultKey);
                    if (RssHash.Choose(hash, Queues) == queue) right++;
                    else wrong++;
                    used |= 1 << queue;
                }
                Packets.Free(ref burst);
            }
            if (packets == 0) Wan.Idle(emptyPolls++);
        }
        Console.WriteLine($"right {right}, wrong {wrong}, queues used {used:x}");
    }

    /// <summary>UDP over IPv4 without options, to the port.</summary>
    private static bool IsOurs(ReadOnlySpan<byte> frame) =>
        frame.Length >= 42 && frame[12] == 8 && frame[13] == 0 && frame[14] == 0x45 && frame[23] == 17 && (frame[36] << 8 | frame[37]) == Port;
}
