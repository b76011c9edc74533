// The statistics of a port, read from the memory of a running image. The guest does not take part.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Uk.EthDev;

namespace Uk.Qemu;

/// <summary>Where an image keeps the statistics of one port.</summary>
public sealed class GuestCounters
{
    private readonly GuestSymbol _symbol;

    private GuestCounters(GuestSymbol symbol) => _symbol = symbol;

    /// <summary>Finds the statistics of a port by the name of its part, for example <c>Wan</c>.</summary>
    /// <remarks>
    /// The symbol is the static data of the class that has the counters and nothing else, closed over the options of the
    /// port: their type bears the name of the part, alone or followed by Options.
    /// </remarks>
    /// <exception cref="KeyNotFoundException">None or several match; the message lists the candidates.</exception>
    public static GuestCounters Find(GuestSymbols symbols, string part)
    {
        var pattern = new Regex($"^__NONGCSTATICS.*PortCounters_1<(.*[^A-Za-z0-9])?{Regex.Escape(part)}(_?Options)?>$", RegexOptions.CultureInvariant);
        GuestSymbol[] found = [.. symbols.Matching(pattern)];
        if (found.Length == 1) return new GuestCounters(found[0]);
        IEnumerable<string> candidates = symbols.Matching(new Regex("PortCounters")).Select(symbol => symbol.Name);
        throw new KeyNotFoundException($"{found.Length} symbols are the counters of port '{part}'; the image has: {string.Join(", ", candidates)}");
    }

    /// <summary>The statistics now. The guest may run meanwhile: each counter is right, their sum may be of two moments.</summary>
    public PortStatistics Read(QmpClient monitor) =>
        MemoryMarshal.Read<PortStatistics>(monitor.ReadPhysical(_symbol.Address, Unsafe.SizeOf<PortStatistics>()));

    /// <summary>Received packets that were dropped on the way, whatever the reason.</summary>
    public static ulong TotalDrops(in PortStatistics statistics)
    {
        ulong sum = 0;
        foreach (ulong count in statistics.Drops) sum += count;
        return sum;
    }

    /// <summary>As one line, reasons that were never counted left out.</summary>
    public static string Describe(in PortStatistics statistics)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"rx {statistics.RxPackets} ({statistics.RxBytes} bytes), tx {statistics.TxPackets} ({statistics.TxBytes} bytes)");
        for (int reason = 0; reason < DropCounters.Length; reason++)
            if (statistics.Drops[reason] != 0)
                text.Append(CultureInfo.InvariantCulture, $", {(DropReason)reason} {statistics.Drops[reason]}");
        return text.ToString();
    }
}
