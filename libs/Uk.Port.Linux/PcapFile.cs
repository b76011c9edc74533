// The capture file format: draft-ietf-opsawg-pcap-04. Every number in a file is checked before it is used.

using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Uk.Port.Linux;

/// <summary>Why a file cannot be read, or not any further.</summary>
internal enum PcapProblem : byte
{
    None,
    /// <summary>Fewer bytes than the header has, or another magic number than those of pcap.</summary>
    NoCapture,
    /// <summary>The format of Wireshark: <c>editcap -F pcap</c> converts it.</summary>
    IsPcapng,
    /// <summary>Not version 2.4.</summary>
    WrongVersion,
    /// <summary>Other frames than those of Ethernet.</summary>
    WrongLinkType,
    /// <summary>Cut off within a frame, or a length that cannot be.</summary>
    BrokenFrame,
}

/// <summary>A capture file in memory. One frame after the other.</summary>
internal unsafe struct PcapFile
{
    public const int HeaderBytes = 24, RecordHeaderBytes = 16;
    public const uint MagicMicroseconds = 0xA1B2_C3D4, MagicNanoseconds = 0xA1B2_3C4D, MagicPcapng = 0x0A0D_0D0A;
    public const uint LinkTypeEthernet = 1, FrameBytesMax = 262_144;
    private const int MajorVersion = 2, MinorVersion = 4;

    private byte* _start;
    private nuint _lengthBytes;
    private nuint _position;
    private uint _frameBytesMax;
    private bool _bigEndian;

    public readonly bool HasEnded => _position >= _lengthBytes;

    public PcapProblem Open(byte* start, nuint lengthBytes)
    {
        this = default;
        if (lengthBytes < HeaderBytes) return PcapProblem.NoCapture;
        uint magic = *(uint*)start;
        if (magic == MagicPcapng) return PcapProblem.IsPcapng;
        _bigEndian = BinaryPrimitives.ReverseEndianness(magic) is MagicMicroseconds or MagicNanoseconds;
        if (!_bigEndian && magic is not (MagicMicroseconds or MagicNanoseconds)) return PcapProblem.NoCapture;
        if (Read16(start + 4) != MajorVersion || Read16(start + 6) != MinorVersion) return PcapProblem.WrongVersion;
        if (Read32(start + 20) != LinkTypeEthernet) return PcapProblem.WrongLinkType;
        // Some tools write 0 for "no limit".
        uint limit = Read32(start + 16);
        _frameBytesMax = limit == 0 || limit > FrameBytesMax ? FrameBytesMax : limit;
        _start = start;
        _lengthBytes = lengthBytes;
        _position = HeaderBytes;
        return PcapProblem.None;
    }

    /// <summary>The next frame; the file has not ended. After a problem it has.</summary>
    /// <param name="originalBytes">What was on the wire: more than the file has where the capture was limited.</param>
    public PcapProblem Next(out byte* frame, out uint frameBytes, out uint originalBytes)
    {
        frame = null;
        frameBytes = originalBytes = 0;
        nuint rest = _lengthBytes - _position;
        byte* record = _start + _position;
        _position = _lengthBytes;
        if (rest < RecordHeaderBytes) return PcapProblem.BrokenFrame;
        frameBytes = Read32(record + 8);
        originalBytes = Read32(record + 12);
        if (frameBytes > _frameBytesMax || frameBytes > originalBytes || frameBytes > rest - RecordHeaderBytes) return PcapProblem.BrokenFrame;
        frame = record + RecordHeaderBytes;
        _position -= rest - RecordHeaderBytes - frameBytes;
        return PcapProblem.None;
    }

    /// <summary>The header of a file with nanoseconds, in this machine's byte order.</summary>
    public static void WriteHeader(byte* header)
    {
        Unsafe.InitBlockUnaligned(header, 0, HeaderBytes);
        *(uint*)header = MagicNanoseconds;
        *(ushort*)(header + 4) = MajorVersion;
        *(ushort*)(header + 6) = MinorVersion;
        *(uint*)(header + 16) = FrameBytesMax;
        *(uint*)(header + 20) = LinkTypeEthernet;
    }

    public static void WriteRecordHeader(byte* header, uint frameBytes, ulong timestampNs)
    {
        ((uint*)header)[0] = (uint)(timestampNs / 1_000_000_000);
        ((uint*)header)[1] = (uint)(timestampNs % 1_000_000_000);
        ((uint*)header)[2] = frameBytes;
        ((uint*)header)[3] = frameBytes;
    }

    private readonly ushort Read16(byte* from) =>
        _bigEndian ? BinaryPrimitives.ReverseEndianness(*(ushort*)from) : *(ushort*)from;

    private readonly uint Read32(byte* from) =>
        _bigEndian ? BinaryPrimitives.ReverseEndianness(*(uint*)from) : *(uint*)from;
}
