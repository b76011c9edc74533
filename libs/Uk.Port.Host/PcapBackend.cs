// Capture files as a network: frames come from one file, as fast as they are taken, and go to another.

using System;
using System.IO;
using System.Threading;

namespace Uk.Port.Host;

/// <remarks>DPDK: <c>net_pcap</c> with <c>rx_pcap</c> and <c>tx_pcap</c>.</remarks>
internal sealed class PcapBackend : HostBackend
{
    private readonly PcapReader? _reader;
    private readonly PcapWriter? _writer;
    /// <summary>Held while the writer is used: the process may end in the middle of a burst.</summary>
    private readonly Lock _writing = new();
    private HostPortException? _problem;
    private bool _ended;
    private bool _closed;

    private PcapBackend(PcapReader? reader, PcapWriter? writer, string description)
    {
        _reader = reader;
        _writer = writer;
        _ended = reader == null;
        Description = description;
    }

    public override string Description { get; }

    public override bool Ended => _ended;

    /// <param name="inputPath">Empty: nothing is received.</param>
    /// <param name="outputPath">Empty: what is sent is discarded. A file that is there is replaced.</param>
    public static PcapBackend Open(string inputPath, string outputPath)
    {
        PcapReader? reader = null;
        PcapWriter? writer = null;
        if (inputPath.Length != 0)
        {
            FileStream input = OpenFile(inputPath, FileMode.Open, FileAccess.Read, bufferBytes: 64 << 10);
            reader = new PcapReader(input, inputPath);
        }
        if (outputPath.Length != 0)
            writer = new PcapWriter(OpenFile(outputPath, FileMode.Create, FileAccess.Write, bufferBytes: 0));
        string from = inputPath.Length == 0 ? "nothing" : inputPath;
        string to = outputPath.Length == 0 ? "nowhere" : outputPath;
        return new PcapBackend(reader, writer, $"frames from {from} to {to}");
    }

    public override bool TryReceive(Span<byte> room, out int lengthBytes, out DropReason reason)
    {
        lengthBytes = 0;
        reason = DropReason.None;
        if (_ended || !TryRead(out PcapFrame frame)) return false;
        // A frame of which the capture has only the beginning is not the frame that was on the wire.
        if (frame.Bytes.Length < frame.OriginalLength)
            reason = DropReason.Truncated;
        else if (!frame.Bytes.TryCopyTo(room))
            reason = DropReason.Oversize;
        else
            lengthBytes = frame.Bytes.Length;
        return true;
    }

    public override bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (_writer == null) return true;
        ulong nowNs = (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
        lock (_writing)
        {
            if (!_closed) _writer.Write(frame, nowNs);
        }
        return true;
    }

    public override void Flush()
    {
        lock (_writing)
        {
            if (!_closed) _writer?.Flush();
        }
    }

    public override void Close()
    {
        lock (_writing)
        {
            if (_closed) return;
            _closed = true;
            _writer?.Dispose();
        }
    }

    /// <summary>
    /// A broken file is reported one call late: by then the frames before the break have been delivered and answered.
    /// </summary>
    private bool TryRead(out PcapFrame frame)
    {
        frame = default;
        if (_problem != null) throw _problem;
        try
        {
            _ended = !_reader!.TryRead(out frame);
            return !_ended;
        }
        catch (HostPortException problem)
        {
            _problem = problem;
            return false;
        }
    }

    private static FileStream OpenFile(string path, FileMode mode, FileAccess access, int bufferBytes)
    {
        try
        {
            return new FileStream(path, mode, access, FileShare.ReadWrite, bufferBytes);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HostPortException($"cannot open '{path}': {problem.Message}");
        }
    }
}
