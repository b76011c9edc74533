// The whole application: what it is made of, and its loop. The protocol stands in KeyValueMessage.cs and PROTOCOL.md, what is
// done with a packet in KeyValueServer.cs.

using System;
using Uk;
using Uk.EthDev;
using Uk.Hash;
using Uk.Memory;
using Uk.Mempool;
using Uk.Net;
using Uk.Platform;
using Uk.Virtio.Net;

// A request that comes alone is answered sooner through split rings: in a packed one both sides write the lines they look at.
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Rings), VirtioRings.Split)]

// 1023 mbufs take 2.2 MiB: two rings of 256, bursts at work and answers on their way out.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

// 65,536 keys with their values take 4.2 MiB.
[MemoryRegion(Size = 6 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct StoreMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>, Uses<PacketMemory>]
partial struct Wan;

[StartOptions]
partial struct Start;

/// <summary>A key-value store over UDP, by default at 10.10.0.3.</summary>
static class KeyValue
{
    private const int Keys = 65_536;

    [Lcore(0), HotPath]
    internal static void Loop()
    {
        Ipv4Address address = ChooseAddress();
        // Nobody can know which keys share a bucket, and so nobody can fill one on purpose.
        var store = HashTable<StoreKey, StoreValue>.Create<StoreMemory>(Keys, (ulong)Random.Shared.NextInt64());
        KeyValueServer server = new(store, Wan.MacAddress, address);
        Console.WriteLine($"keyvalue: {Wan.MacAddress} serves {Keys} keys at {address}, UDP port {KeyValueMessage.UdpPort}");

        RateReport<Wan> rates = new("wan");
        Burst burst = default;
        while (Wan.RxBurst(ref burst))
        {
            foreach (ref Mbuf packet in burst) server.Answer(ref packet);
            Wan.TxBurst(ref burst);
            rates.Tick();
        }
        rates.PrintTotals();
        Console.WriteLine($"keyvalue: {store.Count} keys at the end");
    }

    /// <summary>--address, or the environment's UK_ADDRESS.</summary>
    private static Ipv4Address ChooseAddress()
    {
        if (!Start.TryGetOption("--address"u8, "UK_ADDRESS"u8, out ReadOnlySpan<byte> text)) return new(10, 10, 0, 3);
        Span<char> characters = stackalloc char[Ipv4Address.MaxTextLength];
        int length = Math.Min(text.Length, characters.Length);
        for (int i = 0; i < length; i++) characters[i] = (char)text[i];
        if (length == text.Length && Ipv4Address.TryParse(characters[..length], out Ipv4Address address) && address.IsHost) return address;
        throw new InvalidOperationException("--address is the IPv4 address of the server, as in 10.10.0.3.");
    }
}
