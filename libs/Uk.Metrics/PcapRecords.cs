// Records as a capture file. draft-ietf-opsawg-pcap-04, sections 4 and 5: little-endian, nanoseconds, Ethernet.

using System;
using System.Buffers.Binary;

namespace Uk.Metrics;

internal static class PcapRecords
{
    private const int FileHeaderBytes = 24;
    private const int RecordHeaderBytes = 16;
    private const uint NanosecondMagic = 0xA1B23C4D;
    private const uint Ethernet = 1;

    /// <summary>Returns how many bytes were written: 0 where there is no room.</summary>
    public static int WriteHeader(Span<byte> destination, int snapBytes)
    {
        if (destination.Length < FileHeaderBytes) return 0;
        destination[..FileHeaderBytes].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(destination, NanosecondMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[16..], (uint)snapBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[20..], Ethernet);
        return FileHeaderBytes;
    }

    /// <summary>Returns how many bytes were written: 0 where there is no room.</summary>
    public static int WriteRecord(Span<byte> destination, TraceRecord record)
    {
        int length = RecordHeaderBytes + record.Data.Length;
        if (destination.Length < length) return 0;
        BinaryPrimitives.WriteUInt32LittleEndian(destination, (uint)(record.Nanoseconds / 1_000_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(destination[4..], (uint)(record.Nanoseconds % 1_000_000_000));
        BinaryPrimitives.WriteUInt32LittleEndian(destination[8..], (uint)record.Data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[12..], record.LengthBytes);
        record.Data.CopyTo(destination[RecordHeaderBytes..]);
        return length;
    }
}
