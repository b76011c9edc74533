// The capture file format: draft-ietf-opsawg-pcap-04; the same as pcap-savefile(5). One reading of it for images and for
// .NET processes, which compile this file as well: every number in a file is checked here before it is used. Where bytes
// come from is the business of PcapFile (mapped) and PcapReader (a stream); what is said of a broken file is in PcapFailure.

using System;
using System.Buffers.Binary;

namespace Uk.Port;

/// <summary>Why a file cannot be read, or not any further.</summary>
internal enum PcapProblem : byte
{
    None,
    /// <summary>Fewer bytes than a magic number has.</summary>
    TooShort,
    /// <summary>Another magic number than those of pcap.</summary>
    WrongMagic,
    /// <summary>The format of Wireshark: <c>editcap -F pcap</c> converts it.</summary>
    IsPcapng,
    /// <summary>Cut off in its header.</summary>
    CutOff,
    /// <summary>Not version 2.4.</summary>
    WrongVersion,
    /// <summary>Other frames than those of Ethernet.</summary>
    WrongLinkType,
    /// <summary>Cut off in the header of a frame.</summary>
    RecordCutOff,
    /// <summary>Cut off in the bytes of a frame.</summary>
    FrameCutOff,
    /// <summary>A frame of more bytes than any tool writes.</summary>
    FrameTooLong,
    /// <summary>More bytes of a frame than it had on the wire.</summary>
    FrameGrew,
}

/// <summary>One frame of a file, without the check sequence that may follow it.</summary>
/// <param name="StoredBytes">What the file has behind the record's header.</param>
/// <param name="FrameBytes">Of these, what is frame.</param>
/// <param name="OriginalBytes">What was on the wire: more than the file has where the capture was limited.</param>
/// <param name="TimestampNs">Since 1970-01-01 00:00 UTC.</param>
internal readonly record struct PcapRecord(uint StoredBytes, uint FrameBytes, uint OriginalBytes, ulong TimestampNs);

/// <summary>What the first 24 bytes of a file say of the rest.</summary>
internal readonly struct PcapHeader
{
    /// <summary>Section 4: in the byte order of who wrote the file.</summary>
    public const int FileBytes = 24;
    /// <summary>Section 5.</summary>
    public const int RecordBytes = 16;

    public const uint MagicMicroseconds = 0xA1B2_C3D4, MagicNanoseconds = 0xA1B2_3C4D;
    /// <summary>What opens a pcapng file, the same in both byte orders. draft-ietf-opsawg-pcapng, 4.1.</summary>
    public const uint MagicPcapng = 0x0A0D_0D0A;

    public const ushort VersionMajor = 2, VersionMinor = 4;
    public const uint LinkTypeEthernet = 1;

    /// <summary>No tool writes more; a larger number is a broken file. libpcap: MAXIMUM_SNAPLEN.</summary>
    public const uint FrameBytesMax = 262_144;

    private const int MagicBytes = sizeof(uint);
    private const uint LinkTypeMask = 0xFFFF, HasCheckSequence = 1 << 26;
    private const int CheckSequenceShift = 28, CheckSequenceUnit = 2;

    private readonly bool _isBigEndian;
    private readonly uint _nanosecondsPerTick;
    private readonly uint _checkSequenceBytes;

    private PcapHeader(bool isBigEndian, uint nanosecondsPerTick, uint checkSequenceBytes)
    {
        _isBigEndian = isBigEndian;
        _nanosecondsPerTick = nanosecondsPerTick;
        _checkSequenceBytes = checkSequenceBytes;
    }

    /// <summary>
    /// The length to which frames were limited is not looked at: tools write frames that are longer, and other readers read
    /// them. The length of the check sequence is in the bits above the link type: section 4, "FCS len".
    /// </summary>
    /// <param name="bytes">The first ones of the file; as many as it has, up to 24.</param>
    public static PcapFailure TryRead(ReadOnlySpan<byte> bytes, out PcapHeader header)
    {
        header = default;
        if (bytes.Length < MagicBytes) return new PcapFailure(PcapProblem.TooShort, 0, (uint)bytes.Length, 0);
        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (magic == MagicPcapng) return new PcapFailure(PcapProblem.IsPcapng);
        bool isBigEndian = BinaryPrimitives.ReverseEndianness(magic) is MagicMicroseconds or MagicNanoseconds;
        if (isBigEndian) magic = BinaryPrimitives.ReverseEndianness(magic);
        if (magic is not (MagicMicroseconds or MagicNanoseconds))
            return new PcapFailure(PcapProblem.WrongMagic, 0, BinaryPrimitives.ReverseEndianness(magic), 0);
        if (bytes.Length < FileBytes) return new PcapFailure(PcapProblem.CutOff, 0, (uint)bytes.Length, FileBytes);
        uint major = Read16(bytes[4..], isBigEndian), minor = Read16(bytes[6..], isBigEndian);
        if (major != VersionMajor || minor != VersionMinor) return new PcapFailure(PcapProblem.WrongVersion, 0, major, minor);
        uint linkType = Read32(bytes[20..], isBigEndian);
        if ((linkType & LinkTypeMask) != LinkTypeEthernet)
            return new PcapFailure(PcapProblem.WrongLinkType, 0, linkType & LinkTypeMask, linkType);
        uint checkSequence = (linkType & HasCheckSequence) == 0 ? 0 : (linkType >> CheckSequenceShift) * CheckSequenceUnit;
        header = new PcapHeader(isBigEndian, magic == MagicNanoseconds ? 1u : 1000, checkSequence);
        return default;
    }

    /// <param name="bytes">From the record's header on: as many as the file has, up to 16.</param>
    /// <param name="frame">Its number, from 1 on, for a message.</param>
    public PcapFailure TryReadRecord(ReadOnlySpan<byte> bytes, ulong frame, out PcapRecord record)
    {
        record = default;
        if (bytes.Length < RecordBytes) return new PcapFailure(PcapProblem.RecordCutOff, frame, (uint)bytes.Length, RecordBytes);
        uint stored = Read32(bytes[8..], _isBigEndian), original = Read32(bytes[12..], _isBigEndian);
        if (stored > FrameBytesMax) return new PcapFailure(PcapProblem.FrameTooLong, frame, stored, FrameBytesMax);
        if (stored > original) return new PcapFailure(PcapProblem.FrameGrew, frame, stored, original);
        ulong timestampNs = Read32(bytes, _isBigEndian) * 1_000_000_000UL + (ulong)Read32(bytes[4..], _isBigEndian) * _nanosecondsPerTick;
        // A check sequence follows a frame that is whole; of a frame that was cut it is what was cut off first.
        uint onTheWire = original > _checkSequenceBytes ? original - _checkSequenceBytes : 0;
        record = new PcapRecord(stored, Math.Min(stored, onTheWire), onTheWire, timestampNs);
        return default;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
