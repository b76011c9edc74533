// A capture file in memory, one frame after the other, and the headers of one that is written.

using System;
using System.Runtime.CompilerServices;

namespace Uk.Port.Linux;

internal unsafe struct PcapFile
{
    private byte* _start;
    private nuint _lengthBytes;
    private nuint _position;
    private PcapHeader _header;
    private ulong _frames;

    public readonly bool HasEnded => _position >= _lengthBytes;

    public PcapFailure Open(byte* start, nuint lengthBytes)
    {
        this = default;
        PcapFailure failure = PcapHeader.TryRead(Bytes(start, lengthBytes, PcapHeader.FileBytes), out _header);
        if (!failure.IsNone) return failure;
        _start = start;
        _lengthBytes = lengthBytes;
        _position = PcapHeader.FileBytes;
        return default;
    }

    /// <summary>The next frame; the file has not ended. After a failure it has.</summary>
    public PcapFailure Next(out byte* frame, out PcapRecord record)
    {
        frame = null;
        nuint rest = _lengthBytes - _position;
        byte* header = _start + _position;
        _position = _lengthBytes;
        PcapFailure failure = _header.TryReadRecord(Bytes(header, rest, PcapHeader.RecordBytes), ++_frames, out record);
        if (!failure.IsNone) return failure;
        rest -= PcapHeader.RecordBytes;
        if (record.StoredBytes > rest) return new PcapFailure(PcapProblem.FrameCutOff, _frames, (uint)rest, record.StoredBytes);
        frame = header + PcapHeader.RecordBytes;
        _position -= rest - record.StoredBytes;
        return default;
    }

    private static ReadOnlySpan<byte> Bytes(byte* start, nuint lengthBytes, int max) =>
        new(start, lengthBytes < (nuint)max ? (int)lengthBytes : max);

    /// <summary>The header of a file with nanoseconds, in this machine's byte order.</summary>
    public static void WriteHeader(byte* header)
    {
        Unsafe.InitBlockUnaligned(header, 0, PcapHeader.FileBytes);
        *(uint*)header = PcapHeader.MagicNanoseconds;
        *(ushort*)(header + 4) = PcapHeader.VersionMajor;
        *(ushort*)(header + 6) = PcapHeader.VersionMinor;
        *(uint*)(header + 16) = PcapHeader.FrameBytesMax;
        *(uint*)(header + 20) = PcapHeader.LinkTypeEthernet;
    }

    public static void WriteRecordHeader(byte* header, uint frameBytes, ulong timestampNs)
    {
        ((uint*)header)[0] = (uint)(timestampNs / 1_000_000_000);
        ((uint*)header)[1] = (uint)(timestampNs % 1_000_000_000);
        ((uint*)header)[2] = frameBytes;
        ((uint*)header)[3] = frameBytes;
    }
}
