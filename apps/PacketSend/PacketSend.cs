// Sends frames of one UDP datagram each, as fast as the port takes them. DPDK: testpmd --forward-mode=txonly.

using System;
using System.Runtime.InteropServices;
using Uk;
using Uk.EthDev;
using Uk.Memory;
using Uk.Mempool;
using Uk.Platform;

// 1023 mbufs take 2.2 MiB. In huge pages where there are any.
[MemoryRegion(Size = 4 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 1023)]
partial struct Packets;

[Port(0, RxDescriptors = 256, TxDescriptors = 256), Uses<Packets>]
partial struct Wan;

[StartOptions]
partial struct Start;

static unsafe class PacketSend
{
    private const int ShortestBytes = 60, LongestBytes = 1514, UsualBytes = 64;
    /// <summary>Words of the frame: the end of its source's MAC address with the EtherType, and both IP addresses.</summary>
    private const int SourceAt = 8, AddressesAt = 26;
    private const long PatienceMs = 1000;

    [Lcore(0), HotPath]
    internal static void Loop()
    {
        int lengthBytes = (int)Number("--bytes"u8, "UK_BYTES"u8, UsualBytes, ShortestBytes, LongestBytes);
        ulong count = (ulong)Number("--count"u8, "UK_COUNT"u8, long.MaxValue, 1, long.MaxValue);
        Span<byte> frame = stackalloc byte[LongestBytes];
        TestFrame.Write(frame[..lengthBytes], Wan.MacAddress);
        Console.WriteLine($"packetsend: {Wan.MacAddress} sends frames of {lengthBytes} bytes");

        RateReport<Wan> rates = new("wan");
        int availableBefore = Packets.Available;
        Burst burst = default;
        while (Wan.Statistics.TxPackets < count)
        {
            int wanted = (int)Math.Min(Burst.Capacity, count - Wan.Statistics.TxPackets);
            if (Packets.TryAllocate(ref burst, wanted))
                Send(ref burst, frame[..lengthBytes]);
            else
                // The pool is short: a look at the port brings back what was sent.
                Discard(ref burst);
            rates.Tick();
        }
        // What the device has not read yet would be lost with the program.
        for (long start = Environment.TickCount64; Packets.Available < availableBefore && Environment.TickCount64 - start < PatienceMs;)
            Discard(ref burst);
        rates.PrintTotals();
    }

    /// <summary>
    /// An mbuf that comes round again has the frame already, but for the word that the pool writes to it: what was received
    /// into it meanwhile came from another address. What is not written stays in the caches of both sides; a store would take
    /// its lines away from a device that is another core.
    /// </summary>
    private static void Send(ref Burst burst, ReadOnlySpan<byte> frame)
    {
        ulong start = Word(frame), source = Word(frame[SourceAt..]), addresses = Word(frame[AddressesAt..]);
        foreach (ref Mbuf packet in burst)
        {
            packet.TrySetLength((uint)frame.Length);
            byte* room = packet.DataPointer;
            if (*(ulong*)(room + SourceAt) == source && *(ulong*)(room + AddressesAt) == addresses) *(ulong*)room = start;
            else frame.CopyTo(new Span<byte>(room, frame.Length));
        }
        Wan.TxBurst(ref burst);
    }

    private static ulong Word(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<ulong>(bytes);

    private static void Discard(ref Burst burst)
    {
        Wan.TryRxBurst(ref burst);
        Packets.Free(ref burst);
    }

    private static long Number(ReadOnlySpan<byte> option, ReadOnlySpan<byte> variable, long usual, long min, long max)
    {
        if (!Start.TryGetOption(option, variable, out ReadOnlySpan<byte> text)) return usual;
        if (long.TryParse(text, out long number) && number >= min && number <= max) return number;
        throw new InvalidOperationException("--bytes is the length of a frame, 60 to 1514; --count how many to send, at least 1.");
    }
}
