// Sends frames of one UDP datagram each, as fast as the port takes them. DPDK: testpmd --forward-mode=txonly.

using System;
using System.Runtime.CompilerServices;
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

    [Lcore(0)]
    internal static void Loop()
    {
        int lengthBytes = ChooseLength();
        Span<byte> frame = stackalloc byte[LongestBytes];
        UdpDatagram.Write(frame[..lengthBytes], Wan.MacAddress);
        Console.WriteLine($"packetsend: {Wan.MacAddress} sends frames of {lengthBytes} bytes");
        Burst burst = default;
        while (true)
        {
            if (!Packets.TryAllocate(ref burst, Burst.Capacity))
            {
                // The pool is short: a look at the port brings back what was sent.
                Wan.TryRxBurst(ref burst);
                Packets.Free(ref burst);
                continue;
            }
            foreach (ref Mbuf packet in burst)
            {
                packet.TrySetLength((uint)lengthBytes);
                Unsafe.CopyBlockUnaligned(ref *packet.DataPointer, ref frame[0], (uint)lengthBytes);
            }
            Wan.TxBurst(ref burst);
        }
    }

    /// <summary>--bytes, or the environment's UK_BYTES; without the frame check sequence.</summary>
    private static int ChooseLength()
    {
        if (!Start.TryGetOption("--bytes"u8, "UK_BYTES"u8, out ReadOnlySpan<byte> text)) return UsualBytes;
        if (int.TryParse(text, out int lengthBytes) && lengthBytes is >= ShortestBytes and <= LongestBytes) return lengthBytes;
        throw new InvalidOperationException($"--bytes is the length of a frame, {ShortestBytes} to {LongestBytes}.");
    }
}
