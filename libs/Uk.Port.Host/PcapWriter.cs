// Writes capture files with nanoseconds, in this machine's byte order.

using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Uk.Port.Host;

/// <summary>One thread at a time. Closes the stream with itself.</summary>
internal sealed class PcapWriter : IDisposable
{
    private const int BufferBytes = 64 << 10;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _used;

    /// <summary>The header leaves the process at once: also a capture without frames is a capture file.</summary>
    public PcapWriter(Stream stream)
    {
        _stream = stream;
        Span<byte> header = stackalloc byte[PcapHeader.FileBytes];
        header.Clear();
        Put32(header, 0, PcapHeader.MagicNanoseconds);
        Put32(header, 4, PcapHeader.VersionMajor | ((uint)PcapHeader.VersionMinor << 16));
        Put32(header, 16, PcapHeader.FrameBytesMax);
        Put32(header, 20, PcapHeader.LinkTypeEthernet);
        Append(header);
        Flush();
    }

    /// <summary>Adds a frame of at most <see cref="PcapHeader.FrameBytesMax"/>.</summary>
    /// <param name="timestampNs">Since 1970-01-01 00:00 UTC.</param>
    public void Write(ReadOnlySpan<byte> frame, ulong timestampNs)
    {
        Span<byte> header = stackalloc byte[PcapHeader.RecordBytes];
        Put32(header, 0, (uint)(timestampNs / 1_000_000_000));
        Put32(header, 4, (uint)(timestampNs % 1_000_000_000));
        Put32(header, 8, (uint)frame.Length);
        Put32(header, 12, (uint)frame.Length);
        Append(header);
        Append(frame);
    }

    /// <summary>Hands everything to the system, which keeps it when the process is killed.</summary>
    public void Flush()
    {
        if (_used != 0) _stream.Write(_buffer, 0, _used);
        _used = 0;
        _stream.Flush();
    }

    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferBytes - _used) Flush();
        if (bytes.Length > BufferBytes)
        {
            _stream.Write(bytes);
            return;
        }
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private static void Put32(Span<byte> header, int offset, uint value) =>
        MemoryMarshal.Write(header[offset..], in value);
}
