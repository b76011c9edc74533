// Wording shared by messages and comments.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace UkGen.Composition;

internal static class Phrases
{
    /// <summary>"A, B and C".</summary>
    public static string List(IEnumerable<string> items, string none = "", string last = "and")
    {
        string[] all = items.ToArray();
        return all.Length switch
        {
            0 => none,
            1 => all[0],
            _ => string.Join(", ", all.Take(all.Length - 1)) + " " + last + " " + all[all.Length - 1],
        };
    }

    /// <summary>A length in the largest unit that divides it: "2 MiB", "4 KiB", "100 bytes".</summary>
    public static string Bytes(decimal bytes)
    {
        (decimal Size, string Unit)[] units = [(1L << 30, "GiB"), (1L << 20, "MiB"), (1L << 10, "KiB")];
        foreach ((decimal size, string unit) in units)
            if (bytes >= size && bytes % size == 0)
                return (bytes / size).ToString("0", CultureInfo.InvariantCulture) + " " + unit;
        return bytes.ToString("0", CultureInfo.InvariantCulture) + " bytes";
    }

    /// <summary>An address or offset: "0x00200000".</summary>
    public static string Hex(long value) => "0x" + value.ToString("x8", CultureInfo.InvariantCulture);
}
