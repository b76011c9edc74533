// A machine that lives on capture files: when its ports may be sent to, and when it is through. A process ends with its
// input; a guest is stopped.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.Live;

namespace Uk.Tool.Run;

/// <remarks>
/// The sockets on the way hold many frames, so that a frame has been sent does not say that the guest has it: its own
/// counters do, read from its memory. What it answers may take a while longer. And nothing is sent to a guest whose driver is
/// not ready: on microvm, QEMU 7.2 halts the firmware where frames come that early.
/// </remarks>
internal sealed class CaptureRun(RunNetwork network, ImageFiles files, QemuProcess qemu) : IDisposable
{
    /// <summary>Behind the last frame that the guest took, or sent.</summary>
    private static readonly TimeSpan s_answerTime = TimeSpan.FromMilliseconds(300);
    /// <summary>Where the guest does not take all frames, or without symbols to read its counters by.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly ImmutableArray<CapturePort> _inputs = [.. network.Captures.Where(capture => capture.HasInput)];
    private readonly HashSet<CapturePort> _sending = [];
    private readonly long _start = Environment.TickCount64;
    /// <summary>Half of the smallest ring that ports have by default.</summary>
    private const long Window = 32;

    private volatile LiveImage? _image;
    private ulong _taken;
    private long _lastTaken = Environment.TickCount64;
    private bool _isUnreadable;

    /// <summary>Every port is a capture file or nothing, and there is one to come to the end of.</summary>
    public bool CanEnd => !_inputs.IsEmpty && network.Captures.Length == network.Backends.Length;

    public string Summary => string.Join(", ", _inputs.Select(capture => $"port {capture.Index} is at the end of its capture, after {capture.SentFrames} frames"));

    public bool HasInput => !_inputs.IsEmpty;

    /// <summary>Called again and again while the machine runs. True once it is through.</summary>
    public bool Advance()
    {
        foreach (CapturePort capture in _inputs)
            if (!_sending.Contains(capture) && IsReady(capture) && _sending.Add(capture)) capture.StartSending(TryOpenImage() ? HasRoom : null);
        return CanEnd && _sending.Count == _inputs.Length && IsReached();
    }

    private bool IsReady(CapturePort capture)
    {
        try
        {
            return qemu.Monitor.IsDriverReady(capture.Index);
        }
        catch (QmpException)
        {
            // It does not tell: long after every image is up.
            return Environment.TickCount64 - _start > s_patience.TotalMilliseconds;
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            // It has ended.
            return false;
        }
    }

    private bool IsReached()
    {
        if (!_inputs.All(capture => capture.HasSentAll)) return false;
        ulong sent = (ulong)_inputs.Sum(capture => capture.SentFrames);
        if (ReadTaken() is { } taken && taken != _taken)
        {
            _taken = taken;
            _lastTaken = Environment.TickCount64;
        }
        TimeSpan sinceTaken = TimeSpan.FromMilliseconds(Environment.TickCount64 - _lastTaken);
        TimeSpan quiet = network.Captures.Select(capture => capture.Quiet).Append(sinceTaken).Min();
        return quiet > (_image is not null && _taken >= sent ? s_answerTime : s_patience);
    }

    public void Dispose() => _image?.Dispose();

    /// <summary>
    /// Few frames are on their way, in and out: a guest that is sent more than it answers drops what its ring has no room
    /// for, as on any network, and a capture file is to lose nothing.
    /// </summary>
    private bool HasRoom()
    {
        try
        {
            long waiting = 0, unrecorded = 0;
            foreach (CapturePort capture in network.Captures)
            {
                (ulong taken, ulong sent) = _image!.Progress(capture.Index);
                waiting += capture.SentFrames - (long)taken;
                unrecorded += (long)sent - capture.RecordedFrames;
            }
            return waiting < Window && unrecorded < Window;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private ulong? ReadTaken()
    {
        try
        {
            return TryOpenImage() ? _inputs.Aggregate(0UL, (sum, capture) => sum + _image!.Progress(capture.Index).Taken) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private bool TryOpenImage()
    {
        if (_image is not null) return true;
        if (_isUnreadable) return false;
        try
        {
            _image = LiveImage.Open(qemu.ProcessId, files, "kvm");
        }
        catch (Exception e) when (e is IOException or ToolFailedException or MissingToolException or KeyNotFoundException)
        {
            // No symbols beside the image, or another process' memory may not be read here.
            _isUnreadable = true;
        }
        return !_isUnreadable;
    }
}
