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
    private readonly string _inputPath;
    private readonly string _outputPath;
    /// <summary>Held while the writer is used: the process may end in the middle of a burst.</summary>
    private readonly Lock _writing = new();
    private HostPortException? _problem;
    private bool _ended;
    private bool _closed;

    /// <param name="inputPath">Empty: nothing is received.</param>
    /// <param name="outputPath">Empty: what is sent is discarded. A file that is there is replaced.</param>
    /// <exception cref="HostPortException">A file cannot be opened, or the input is no capture.</exception>
    public PcapBackend(string inputPath, string outputPath)
    {
        _inputPath = inputPath;
        _outputPath = outputPath;
        _ended = inputPath.Length == 0;
        try
        {
            if (inputPath.Length != 0)
                _reader = new PcapReader(Open(inputPath, FileMode.Open, FileAccess.Read, 64 << 10), inputPath);
            if (outputPath.Length != 0)
                _writer = new PcapWriter(Open(outputPath, FileMode.Create, FileAccess.Write, bufferBytes: 0));
        }
        catch (IOException problem)
        {
            throw new HostPortException($"cannot use '{inputPath}' and '{outputPath}': {problem.Message}");
        }
    }

    public override string Description =>
        $"frames from {Or(_inputPath, "nothing")} to {Or(_outputPath, "nowhere")}";

    public override bool Ended => _ended;

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
            try
            {
                if (!_closed) _writer.Write(frame, nowNs);
            }
            catch (IOException problem)
            {
                throw CannotWrite(problem);
            }
        }
        return true;
    }

    public override void Flush()
    {
        lock (_writing)
        {
            try
            {
                if (!_closed) _writer?.Flush();
            }
            catch (IOException problem)
            {
                throw CannotWrite(problem);
            }
        }
    }

    public override void Close()
    {
        lock (_writing)
        {
            if (_closed) return;
            _closed = true;
            try
            {
                _writer?.Dispose();
            }
            catch (IOException)
            {
                // Every burst was flushed: what could not be written was reported then.
            }
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
        }
        catch (IOException problem)
        {
            _problem = new HostPortException($"cannot read '{_inputPath}': {problem.Message}");
        }
        return false;
    }

    /// <summary>Nothing is tried again: after a gap the file would tell a wrong story.</summary>
    private HostPortException CannotWrite(IOException problem)
    {
        _closed = true;
        return new HostPortException($"cannot write '{_outputPath}': {problem.Message}");
    }

    private static string Or(string path, string absent) => path.Length == 0 ? absent : path;

    private static FileStream Open(string path, FileMode mode, FileAccess access, int bufferBytes)
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
