// The last packets that went through, as they were: what to look at when a counter says that something is wrong.

using System;
using System.Runtime.CompilerServices;
using Uk.Cycles;
using Uk.EthDev;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Metrics;

/// <summary>
/// Declares that packets are recorded: <c>[PacketTracer&lt;PacketMemory&gt;(Records = 256)] partial struct Trace;</c>
/// </summary>
/// <remarks>DPDK: <c>rte_pdump</c>, <c>rte_trace</c>.</remarks>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IPacketTracer, IPacketTracerOptions>]
public sealed class PacketTracerAttribute<TRegion> : Attribute where TRegion : struct
{
    /// <summary>The newest records that each lcore keeps: a power of two.</summary>
    public int Records { get; set; }
    /// <summary>Bytes of a packet that a record has at most.</summary>
    public int SnapBytes { get; set; }
}

public interface IPacketTracerOptions : IOptions
{
    [PowerOfTwo, Range(1, 1 << 20)] static virtual int Records => 256;
    [Range(14, 9216)] static virtual int SnapBytes => 96;
}

public interface IPacketTracer : IPortObserver;

/// <summary>
/// The records of each lcore. Control path, on the lcore that records, or while it rests: a record that is being written
/// is read as it is.
/// </summary>
public interface IPacketTracer<TSelf> : IPacketTracer, IPortObserver<TSelf> where TSelf : struct, IPacketTracer<TSelf>
{
    /// <summary>Records that are there.</summary>
    static abstract int CountOf(int lcore);

    /// <summary>A record, from the oldest (0) on; its bytes are valid until it is overwritten.</summary>
    static abstract TraceRecord Read(int index, int lcore = 0);

    /// <summary>
    /// Writes all records as a capture file with time stamps in nanoseconds, and returns its length in bytes. Records
    /// for which there is no room are left out, whole. Dropped packets are in it as well.
    /// </summary>
    static abstract int WritePcap(Span<byte> destination, int lcore = 0);

    static abstract void Clear();
}

/// <summary>A ring of records for each lcore, in one memory region.</summary>
[UkLibrary]
[Provides<IPacketTracer>]
[Requires<IMemoryRegion>]
[Requires<ILcores>]
[Requires<ICycleClock>]
[Requires<IPacketTracerOptions>]
public unsafe struct PacketTracer<TRegion, TLcores, TClock, TOptions>
    : IPacketTracer<PacketTracer<TRegion, TLcores, TClock, TOptions>>,
      IInitialize<PacketTracer<TRegion, TLcores, TClock, TOptions>>
    where TRegion : struct, IMemoryRegion<TRegion>
    where TLcores : struct, ILcores<TLcores>
    where TClock : struct, ICycleClock<TClock>
    where TOptions : struct, IPacketTracerOptions
{
    private const int HeaderBytes = 64;

    private static LcoreBlocks<TLcores> s_blocks;

    public static bool Observes => true;

    private static int StrideBytes => (sizeof(TraceHeader) + TOptions.SnapBytes + 7) & ~7;

    /// <summary>The number of records written so far, then the records.</summary>
    public static void Initialize() =>
        s_blocks = LcoreBlocks<TLcores>.Create<TRegion>(
            HeaderBytes + (nuint)TOptions.Records * (nuint)StrideBytes, "A packet trace");

    public static void Polling(int port, int queue)
    {
    }

    public static void Received(int port, int queue, ref Burst burst) =>
        RecordAll(TraceEvent.Received, port, queue, ref burst);

    public static void Sending(int port, int queue, ref Burst burst) =>
        RecordAll(TraceEvent.Sent, port, queue, ref burst);

    public static void Sent(int port, int queue, int count)
    {
    }

    public static void Dropped(int port, int queue, Mbuf* packet, DropReason reason) =>
        Record(new TraceHeader
        {
            Cycles = TClock.Now,
            Event = TraceEvent.Dropped,
            Reason = reason,
            Port = (byte)port,
            Queue = (byte)queue,
        }, packet);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RecordAll(TraceEvent what, int port, int queue, ref Burst burst)
    {
        TraceHeader header = new() { Cycles = TClock.Now, Event = what, Port = (byte)port, Queue = (byte)queue };
        for (int i = 0; i < burst.Count; i++) Record(header, burst.At(i));
    }

    private static void Record(TraceHeader header, Mbuf* packet)
    {
        ulong* written = (ulong*)s_blocks.Own;
        byte* record = RecordAt((byte*)written, *written);
        (*written)++;
        int length = (int)Math.Min(packet->DataLength, (uint)TOptions.SnapBytes);
        header.LengthBytes = packet->PacketLength;
        header.SnapBytes = (ushort)length;
        *(TraceHeader*)record = header;
        // A clone or a chain shows its first segment.
        Unsafe.CopyBlockUnaligned(record + sizeof(TraceHeader), packet->DataPointer, (uint)length);
    }

    private static byte* RecordAt(byte* block, ulong number) =>
        block + HeaderBytes + (nuint)(number & (ulong)(TOptions.Records - 1)) * (nuint)StrideBytes;

    public static int CountOf(int lcore) => (int)Math.Min(*(ulong*)s_blocks.Of(lcore), (ulong)TOptions.Records);

    public static TraceRecord Read(int index, int lcore = 0)
    {
        int count = CountOf(lcore);
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(nameof(index), $"There are {count} records: there is no record {index}.");
        byte* block = s_blocks.Of(lcore);
        byte* record = RecordAt(block, *(ulong*)block - (ulong)(count - index));
        TraceHeader header = *(TraceHeader*)record;
        return new TraceRecord(header, TClock.ToNanoseconds(header.Cycles), new ReadOnlySpan<byte>(record + sizeof(TraceHeader), header.SnapBytes));
    }

    public static int WritePcap(Span<byte> destination, int lcore = 0)
    {
        int length = PcapRecords.WriteHeader(destination, TOptions.SnapBytes);
        for (int i = 0; length != 0 && i < CountOf(lcore); i++)
        {
            int added = PcapRecords.WriteRecord(destination[length..], Read(i, lcore));
            if (added == 0) break;
            length += added;
        }
        return length;
    }

    public static void Clear()
    {
        for (int lcore = 0; lcore < TLcores.Count; lcore++) *(ulong*)s_blocks.Of(lcore) = 0;
    }
}
