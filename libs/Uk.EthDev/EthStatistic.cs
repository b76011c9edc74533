using System;

namespace Uk.EthDev;

/// <summary>
/// One counter with its name, which is put together when it is printed: <c>rx_q1_packets</c>, <c>drop_no_mbuf</c>.
/// DPDK: <c>rte_eth_xstat</c> with <c>rte_eth_xstat_name</c>, whose spelling the names have.
/// </summary>
/// <param name="name">Its name, with "*" where the number of the queue stands.</param>
/// <param name="queue">Negative: of the whole port.</param>
public readonly struct EthStatistic(string name, ulong value, int queue = -1) : ISpanFormattable
{
    private readonly string _name = name;
    private readonly int _queue = queue;

    public ulong Value { get; } = value;

    /// <summary>Writes the name; the format is ignored.</summary>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        foreach (char c in _name)
        {
            if (c == '*' && _queue >= 0)
            {
                if (!_queue.TryFormat(destination[charsWritten..], out int digits)) return false;
                charsWritten += digits;
                continue;
            }
            if (charsWritten == destination.Length) return false;
            destination[charsWritten++] = c;
        }
        return true;
    }

    /// <summary>Its name.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[64];
        return TryFormat(text, out int length, default, null) ? new string(text[..length]) : _name;
    }

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
