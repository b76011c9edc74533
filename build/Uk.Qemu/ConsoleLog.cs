using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

namespace Uk.Qemu;

/// <summary>Everything that a guest has written so far, and waiting for what it will. Any thread.</summary>
public sealed class ConsoleLog
{
    private readonly Lock _lock = new();
    private readonly List<byte> _bytes = [];
    private readonly ManualResetEventSlim _changed = new(false);
    private bool _closed;

    /// <summary>When the first byte came, in <see cref="Stopwatch"/> ticks; null before.</summary>
    public long? FirstByteTimestamp { get; private set; }

    public string Text
    {
        get
        {
            lock (_lock) return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(_bytes));
        }
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        long now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            FirstByteTimestamp ??= now;
            _bytes.AddRange(bytes);
            _changed.Set();
        }
    }

    /// <summary>There will be no more.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _changed.Set();
        }
    }

    /// <summary>True once the text contains <paramref name="expected"/>; false at the deadline or when the guest has ended.</summary>
    public bool WaitFor(string expected, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        ReadOnlySpan<byte> needle = Encoding.UTF8.GetBytes(expected);
        while (true)
        {
            lock (_lock)
            {
                if (CollectionsMarshal.AsSpan(_bytes).IndexOf(needle) >= 0) return true;
                if (_closed) return false;
                _changed.Reset();
            }
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero || !_changed.Wait(left)) return false;
        }
    }
}
