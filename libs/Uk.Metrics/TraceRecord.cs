using System;

namespace Uk.Metrics;

/// <summary>What happened to a packet.</summary>
public enum TraceEvent : byte
{
    Received = 1,
    /// <summary>Handed to the driver.</summary>
    Sent,
    /// <summary>Freed instead of being sent: <see cref="TraceRecord.Reason"/> says why.</summary>
    Dropped,
}

/// <summary>A record as it lies in memory; the bytes of the packet follow.</summary>
internal struct TraceHeader
{
    public ulong Cycles;
    public uint LengthBytes;
    public ushort SnapBytes;
    public TraceEvent Event;
    public DropReason Reason;
    public byte Port;
    public byte Queue;
}

/// <summary>One packet at one moment.</summary>
public readonly ref struct TraceRecord
{
    private readonly TraceHeader _header;

    internal TraceRecord(TraceHeader header, ulong nanoseconds, ReadOnlySpan<byte> data)
    {
        _header = header;
        Nanoseconds = nanoseconds;
        Data = data;
    }

    /// <summary>The moment, on the clock of cycles: since the machine started, for most.</summary>
    public ulong Nanoseconds { get; }

    /// <summary>The first bytes of the packet, as many as the tracer keeps.</summary>
    public ReadOnlySpan<byte> Data { get; }

    public TraceEvent Event => _header.Event;
    public DropReason Reason => _header.Reason;
    public int Port => _header.Port;
    public int Queue => _header.Queue;

    /// <summary>Bytes of the whole packet.</summary>
    public uint LengthBytes => _header.LengthBytes;

    /// <summary>
    /// Writes a line: <c>12.000345678 rx 0/1 60 ffffffffffff…</c>, which is seconds, what happened, port and queue, the
    /// length, and the bytes. Dropped packets have the number of the reason: <c>drop(5)</c>. False if it does not fit.
    /// </summary>
    public bool TryWrite(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (!destination.TryWrite($"{Nanoseconds / 1_000_000_000}.{Nanoseconds % 1_000_000_000:d9} {Name} {Port}/{Queue} {LengthBytes} ", out int length))
            return false;
        if (destination.Length - length < 2 * Data.Length) return false;
        foreach (byte value in Data)
        {
            destination[length++] = Digit(value >> 4);
            destination[length++] = Digit(value & 15);
        }
        charsWritten = length;
        return true;
    }

    private string Name => Event switch
    {
        TraceEvent.Received => "rx",
        TraceEvent.Sent => "tx",
        _ => $"drop({(int)Reason})",
    };

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
