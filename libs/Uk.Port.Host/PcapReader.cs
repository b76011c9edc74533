// Reads capture files, frame by frame, from anything that can be read once: also from a pipe. The format is PcapHeader's.

using System;
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
    private readonly PcapHeader _header;
    private byte[] _buffer = new byte[2048];
    private ulong _frames;

    /// <param name="stream">Positioned at the start of the file.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <exception cref="HostPortException">Not a capture file that can be read here.</exception>
    public PcapReader(Stream stream, string name)
    {
        _stream = stream;
        _name = name;
        Span<byte> header = stackalloc byte[PcapHeader.FileBytes];
        int got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        Check(PcapHeader.TryRead(header[..got], out _header));
    }

    /// <summary>False at the end of the file.</summary>
    /// <exception cref="HostPortException">The file is cut off or contradicts itself here.</exception>
    public bool TryRead(out PcapFrame frame)
    {
        frame = default;
        Span<byte> header = stackalloc byte[PcapHeader.RecordBytes];
        int got = _stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got == 0) return false;
        Check(_header.TryReadRecord(header[..got], ++_frames, out PcapRecord record));
        if (record.StoredBytes > _buffer.Length) _buffer = new byte[record.StoredBytes];
        Span<byte> bytes = _buffer.AsSpan(0, (int)record.StoredBytes);
        got = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < bytes.Length) Check(new PcapFailure(PcapProblem.FrameCutOff, _frames, (uint)got, record.StoredBytes));
        frame = new PcapFrame(bytes[..(int)record.FrameBytes], record.OriginalBytes, record.TimestampNs);
        return true;
    }

    public void Dispose() => _stream.Dispose();

    private void Check(PcapFailure failure)
    {
        if (!failure.IsNone) throw new HostPortException(failure.Describe(_name));
    }
}
