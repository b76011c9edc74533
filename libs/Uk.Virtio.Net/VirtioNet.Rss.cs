// Which receive queue a packet comes to: the device's hash over addresses and ports, and a table of queues. VIRTIO 1.2,
// §5.1.6.5.7. Nothing of it is left for a port that does not ask for Rss.

using System;
using System.Runtime.CompilerServices;
using Uk.EthDev;
using static Uk.Virtio.Net.VirtioNetSpec;

namespace Uk.Virtio.Net;

public readonly unsafe partial struct VirtioNet<TBus, TTransport, TDevices, TPool, TRegion, TPort, TOptions>
{
    /// <summary>Entries of the table: enough that 16 queues share the hashes evenly, whatever their number.</summary>
    private const int RssTableLength = 128;

    /// <summary>struct virtio_net_rss_config: four numbers of 2 bytes and one of 4, the table, the length of the key, the key.</summary>
    private const int RssBytesMax = 4 + 2 + 2 + 2 * RssTableLength + 2 + 1 + RssHash.KeyBytes + 13;

    private static RssTypes _rssTypes;
    private static RssHash.Key _rssKey;

    /// <summary>Constant.</summary>
    private static bool UsesRss
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTransport.HasControlQueue && TPort.Rss != RssTypes.None;
    }

    private static bool HasRss => UsesRss && HasControl && (_features & VIRTIO_NET_F_RSS) != 0;

    /// <summary>The bits are the spec's: VIRTIO_NET_RSS_HASH_TYPE_*, §5.1.6.4.3.1.</summary>
    public static RssTypes RssCapabilities
    {
        get
        {
            Span<byte> types = stackalloc byte[4];
            if (!HasRss || !VirtioConfig<TTransport>.TryRead(_device, ConfigSupportedHashTypes, types)) return RssTypes.None;
            return (RssTypes)(types[0] | types[1] << 8) & (RssTypes.Ip | RssTypes.Tcp | RssTypes.Udp);
        }
    }

    public static bool TrySetRss(RssTypes types, ReadOnlySpan<byte> key)
    {
        if (!HasRss || (types & ~RssCapabilities) != 0 || key.Length is not (0 or RssHash.KeyBytes)) return false;
        RssHash.Key before = _rssKey;
        (key.Length == 0 ? RssHash.DefaultKey : key).CopyTo(_rssKey);
        if (TrySendRss(types))
        {
            _rssTypes = types;
            return true;
        }
        _rssKey = before;
        return false;
    }

    /// <summary>Queue 0 gets what the device does not hash.</summary>
    private static bool TrySendRss(RssTypes types)
    {
        Span<byte> limits = stackalloc byte[3];
        if (!HasRss || !VirtioConfig<TTransport>.TryRead(_device, ConfigRssMaxKeySize, limits)) return false;
        int tableMax = limits[1] | limits[2] << 8;
        if (limits[0] < RssHash.KeyBytes || tableMax < TPort.Queues) return false;
        int length = RssTableLength;
        while (length > tableMax) length /= 2;

        byte* at = (byte*)(_command + DataOffset);
        *(uint*)at = (uint)types;
        *(ushort*)(at + 4) = (ushort)(length - 1);
        *(ushort*)(at + 6) = 0;
        at += 8;
        for (int i = 0; i < length; i++, at += 2) *(ushort*)at = (ushort)(i % TPort.Queues);
        *(ushort*)at = (ushort)TPort.Queues;
        at[2] = RssHash.KeyBytes;
        ((ReadOnlySpan<byte>)_rssKey).CopyTo(new Span<byte>(at + 3, RssHash.KeyBytes));
        uint bytes = (uint)((nuint)at + 3 + RssHash.KeyBytes - (_command + DataOffset));
        return TryCommand(VIRTIO_NET_CTRL_MQ, VIRTIO_NET_CTRL_MQ_RSS_CONFIG, bytes);
    }
}
