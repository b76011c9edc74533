// Capture files as the other end of a guest's cable: frames go in as fast as the guest takes them, what it sends is recorded.

using System;
using System.IO;
using System.Threading;
using Uk.Port.Host;
using Uk.Qemu;

namespace Uk.Tool.Run;

/// <summary>One port of a machine. Two threads: one sends, one records.</summary>
internal sealed class CapturePort : IDisposable
{
    /// <summary>So many frames are sent before the guest is looked at again.</summary>
    private const int FramesAtOnce = 16;
    /// <summary>A guest that takes nothing for so long is sent to all the same: it may have stopped counting.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);

    private readonly FramePeer _peer = new();
    private readonly PcapReader? _input;
    private readonly PcapWriter? _output;
    private readonly Thread _sender;
    private readonly Thread _recorder;
    private volatile bool _stopping;
    private Func<bool>? _hasRoom;
    private long _sent, _recorded;
    private long _lastActivity = Environment.TickCount64;

    /// <param name="inputPath">Empty: the guest receives nothing.</param>
    /// <param name="outputPath">Empty: what the guest sends is discarded.</param>
    /// <exception cref="IOException">A file does not open, or is no capture.</exception>
    public CapturePort(int index, string inputPath, string outputPath)
    {
        Index = index;
        HasInput = inputPath.Length != 0;
        if (HasInput && outputPath.Length != 0 && Path.GetFullPath(inputPath) == Path.GetFullPath(outputPath))
            throw new IOException($"--port{index}: '{inputPath}' would be read and overwritten at the same time. Name another file for the output");
        try
        {
            if (HasInput) _input = new PcapReader(File.OpenRead(inputPath), inputPath);
            if (outputPath.Length != 0) _output = new PcapWriter(File.Create(outputPath));
        }
        catch (Exception e) when (e is HostPortException or IOException or UnauthorizedAccessException)
        {
            throw new IOException($"--port{index}: {e.Message}");
        }
        _sender = new Thread(SendAll) { IsBackground = true, Name = $"port {index} in" };
        _recorder = new Thread(RecordAll) { IsBackground = true, Name = $"port {index} out" };
    }

    public int Index { get; }
    public bool HasInput { get; }
    public NetworkBackend Backend => _peer.Backend;

    /// <summary>All frames of the input are with QEMU, or the input is broken from here on. Without an input at once.</summary>
    public bool HasSentAll { get; private set; }

    /// <summary>Frames that were handed to QEMU so far.</summary>
    public long SentFrames => Interlocked.Read(ref _sent);

    /// <summary>Frames of the guest that came so far.</summary>
    public long RecordedFrames => Interlocked.Read(ref _recorded);

    /// <summary>For how long nothing has passed in either direction.</summary>
    public TimeSpan Quiet => TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _lastActivity));

    /// <summary>What is wrong with a file, for the user; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>QEMU is being started: what the guest sends is recorded.</summary>
    public void StartRecording() => _recorder.Start();

    /// <summary>The guest's driver is ready.</summary>
    /// <param name="hasRoom">False while frames wait on the way to the guest or back. Any thread; null where nobody can tell.</param>
    public void StartSending(Func<bool>? hasRoom)
    {
        _hasRoom = hasRoom;
        Touch();
        _sender.Start();
    }

    /// <summary>The machine has ended: what is still on its way is recorded, and the files are closed.</summary>
    public void Dispose()
    {
        if (_stopping) return;
        _stopping = true;
        if (_recorder.IsAlive) _recorder.Join();
        _peer.Dispose();
        if (_sender.IsAlive) _sender.Join(s_poll);
        _input?.Dispose();
        _output?.Dispose();
    }

    private void SendAll()
    {
        try
        {
            while (!_stopping && _input is not null && _input.TryRead(out PcapFrame frame))
            {
                // What the capture has only the beginning of is not the frame that was on the wire.
                if (frame.Bytes.Length < frame.OriginalLength || frame.Bytes.Length > FramePeer.MaxFrameBytes)
                {
                    Problem = $"port {Index}: frames that the capture has only the beginning of, or that are longer than {FramePeer.MaxFrameBytes} bytes, are left out";
                    continue;
                }
                _peer.Send(frame.Bytes);
                if (Interlocked.Increment(ref _sent) % FramesAtOnce == 0 && _hasRoom is not null) SpinWait.SpinUntil(_hasRoom, s_patience);
                Touch();
            }
        }
        catch (HostPortException e)
        {
            Problem = $"port {Index}: {e.Message}";
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or TimeoutException or AggregateException)
        {
            // The machine ended first.
        }
        HasSentAll = true;
    }

    private void RecordAll()
    {
        while (true)
        {
            bool isLast = _stopping;
            while (_peer.Receive(isLast ? TimeSpan.Zero : s_poll) is { } frame)
            {
                Interlocked.Increment(ref _recorded);
                _output?.Write(frame, (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100);
                Touch();
            }
            _output?.Flush();
            if (isLast) return;
        }
    }

    private void Touch() => Interlocked.Exchange(ref _lastActivity, Environment.TickCount64);
}
