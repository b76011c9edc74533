// Reads capture files, frame by frame, from anything that can be read once: also from a pipe. Every number in the file
// is checked before it is used.

using System;
using System.Buffers.Binary;
using System.IO;

namespace Uk.Port.Host;

/// <summary>One frame of a capture. The bytes are valid until the next is read.</summary>
internal readonly ref struct PcapFrame(ReadOnlySpan<byte> bytes, uint originalLength, ulong timestampNs)
{
    /// <summary>What the file has of the frame.</summary>
    public readonly ReadOnlySpan<byte> Bytes = bytes;
    /// <summary>What was on the wire: more than the file has where the capture was limited.</summary>
    public readonly uint OriginalLength = originalLength;
    /// <summary>Since 1970-01-01 00:00 UTC.</summary>
    public readonly ulong TimestampNs = timestampNs;
}

/// <summary>One thread. Closes the stream with itself.</summary>
internal sealed class PcapReader : IDisposable
{
    private readonly Stream _stream;
    private readonly string _name;
    private readonly bool _bigEndian;
    private readonly uint _nanosecondsPerTick;
    private readonly uint _maxFrameBytes;
    private byte[] _buffer = new byte[2048];
    private long _frames;

    /// <param name="stream">Positioned at the start of the file.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="HostPortException">Not a capture file that can be read here.</exception>
    public PcapReader(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
        Span<byte> header = stackalloc byte[PcapFormat.FileHeaderBytes];
        int got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got < 4) throw new HostPortException($"'{name}' is no capture file: it has {got} bytes.");
        (_bigEndian, _nanosecondsPerTick) = RecogniseMagic(header);
        if (got < header.Length)
            throw new HostPortException($"'{name}' is cut off: it has {got} of the {header.Length} bytes of its header.");

        int major = Read16(header[4..]), minor = Read16(header[6..]);
        if (major != PcapFormat.VersionMajor || minor != PcapFormat.VersionMinor)
            throw new HostPortException($"'{name}' is of pcap version {major}.{minor}; only 2.4 can be read.");
        uint linkType = Read32(header[20..]);
        if (linkType != PcapFormat.LinkTypeEthernet)
        {
            throw new HostPortException(
                $"'{name}' has frames of link type {linkType & 0xFFFF} (field 0x{linkType:x}); " +
                "only Ethernet (1), without frame check sequence, can be read.");
        }
        // Some tools write 0 for "no limit".
        uint snapLength = Read32(header[16..]);
        _maxFrameBytes = snapLength == 0 ? PcapFormat.MaxFrameBytes : Math.Min(snapLength, PcapFormat.MaxFrameBytes);
    }

    /// <summary>False at the end of the file.</summary>
    /// <exception cref="HostPortException">The file is cut off or contradicts itself here.</exception>
    public bool TryRead(out PcapFrame frame)
    {
        frame = default;
        Span<byte> header = stackalloc byte[PcapFormat.RecordHeaderBytes];
        int got = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got == 0) return false;
        _frames++;
        if (got < header.Length) throw CutOff($"{got} of the {header.Length} bytes of its header are there");

        uint captured = Read32(header[8..]), original = Read32(header[12..]);
        if (captured > _maxFrameBytes)
            throw Contradiction($"it claims {captured} bytes where the file allows {_maxFrameBytes}");
        if (captured > original) throw Contradiction($"it claims {captured} bytes of a frame of {original}");
        if (captured > _buffer.Length) _buffer = new byte[captured];
        Span<byte> bytes = _buffer.AsSpan(0, (int)captured);
        got = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < bytes.Length) throw CutOff($"{got} of its {captured} bytes are there");

        ulong timestampNs = Read32(header) * 1_000_000_000UL + (ulong)Read32(header[4..]) * _nanosecondsPerTick;
        frame = new PcapFrame(bytes, original, timestampNs);
        return true;
    }

    public void Dispose() => _stream.Dispose();

    private (bool BigEndian, uint NanosecondsPerTick) RecogniseMagic(ReadOnlySpan<byte> header)
    {
        uint little = BinaryPrimitives.ReadUInt32LittleEndian(header);
        uint big = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (little == PcapFormat.MagicMicroseconds) return (false, 1_000);
        if (big == PcapFormat.MagicMicroseconds) return (true, 1_000);
        if (little == PcapFormat.MagicNanoseconds) return (false, 1);
        if (big == PcapFormat.MagicNanoseconds) return (true, 1);
        if (little == PcapFormat.MagicPcapng)
        {
            throw new HostPortException(
                $"'{_name}' is a pcapng file. Convert it: editcap -F pcap {_name} converted.pcap (Wireshark), " +
                $"or: tcpdump -r {_name} -w converted.pcap");
        }
        throw new HostPortException($"'{_name}' is no capture file: it starts with 0x{big:x8}.");
    }

    private ushort Read16(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint Read32(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private HostPortException CutOff(string what) =>
        new($"'{_name}' is cut off in frame {_frames}: {what}. The frames before it were processed.");

    private HostPortException Contradiction(string what) =>
        new($"'{_name}' is broken at frame {_frames}: {what}. The frames before it were processed.");
}
