using Internal.Runtime;

namespace System.Diagnostics;

/// <summary>Counts nanoseconds, as .NET does on Linux.</summary>
public class Stopwatch
{
    private const long NanosecondsPerTick = 100;

    public static readonly long Frequency = Clock.NanosecondsPerSecond;
    public static readonly bool IsHighResolution = true;

    private long _elapsed;
    private long _start;

    public Stopwatch() { }

    public static long GetTimestamp() => Clock.Nanoseconds;

    public static Stopwatch StartNew()
    {
        Stopwatch stopwatch = new();
        stopwatch.Start();
        return stopwatch;
    }

    public bool IsRunning { get; private set; }

    public long ElapsedTicks => IsRunning ? _elapsed + GetTimestamp() - _start : _elapsed;
    public long ElapsedMilliseconds => ElapsedTicks / Clock.NanosecondsPerMillisecond;

    public void Start()
    {
        if (IsRunning) return;
        IsRunning = true;
        _start = GetTimestamp();
    }

    public void Stop()
    {
        if (!IsRunning) return;
        _elapsed += GetTimestamp() - _start;
        IsRunning = false;
    }

    public void Reset()
    {
        _elapsed = 0;
        IsRunning = false;
    }

    public void Restart()
    {
        Reset();
        Start();
    }
}
