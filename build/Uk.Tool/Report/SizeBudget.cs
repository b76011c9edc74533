// <UkSizeBudget>: the greatest size that the author allows the image. The build fails beyond it, with what has grown.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.Report;

internal static class SizeBudget
{
    private const int Most = 8;

    private static readonly (string Unit, long Bytes)[] s_units =
        [("KiB", 1 << 10), ("MiB", 1 << 20), ("KB", 1_000), ("MB", 1_000_000), ("B", 1)];

    /// <summary>Bytes, with B, KB (1,000), KiB (1,024), MB or MiB behind them, or nothing.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        string digits = text.Trim();
        long unit = 1;
        foreach ((string name, long size) in s_units)
        {
            if (!digits.EndsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            digits = digits[..^name.Length].TrimEnd();
            unit = size;
            break;
        }
        bool isNumber = long.TryParse(digits.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out bytes);
        isNumber &= bytes > 0 && bytes <= long.MaxValue / unit;
        if (isNumber) bytes *= unit;
        return isNumber;
    }

    /// <summary>The text of the error.</summary>
    public static string Verdict(ImageReport report, long budget) =>
        Line($"{report.Name} is {report.ImageBytes:N0} bytes, {report.ImageBytes - budget:N0} over its budget of {budget:N0} (UkSizeBudget).");

    /// <summary>The lines that the build prints before the error: what has grown.</summary>
    /// <param name="growth">Against the last build within the budget; null where there is none.</param>
    public static IEnumerable<string> Explain(ImageReport report, SizeGrowth? growth)
    {
        if (growth is null || growth.IsNone)
        {
            yield return Line($"There is no smaller build to compare with. The largest libraries:");
            foreach (LibrarySize library in report.Libraries.Where(library => library.ImageBytes != 0).OrderByDescending(library => library.ImageBytes).Take(Most))
                yield return Line($"{library.ImageBytes,10:N0}  {library.Name}");
        }
        else
        {
            yield return Line($"The image was {growth.Before:N0} bytes at the last build within its budget, and is {growth.Now:N0}: {growth.Now - growth.Before:+#,0;-#,0} bytes.");
            foreach (string line in Table("by library", growth.Libraries)) yield return line;
            foreach (string line in Table("by namespace", growth.Namespaces)) yield return line;
            foreach (string line in Table("by method or data", growth.Symbols.Select(change => change with { Name = SymbolName.ToReadable(change.Name) }))) yield return line;
        }
    }

    private static IEnumerable<string> Table(string title, IEnumerable<SizeChange> changes)
    {
        SizeChange[] all = [.. changes];
        if (all.Length == 0) yield break;
        yield return Line($"{"change",10}  {"now",10}  {title}");
        foreach (SizeChange change in all.Where(change => change.Delta > 0).Take(Most)) yield return Line($"{change.Delta,10:+#,0;-#,0}  {change.Now,10:N0}  {change.Name}");
        SizeChange[] rest = [.. all.Where(change => change.Delta > 0).Skip(Most), .. all.Where(change => change.Delta < 0)];
        if (rest.Length != 0) yield return Line($"{rest.Sum(change => change.Delta),10:+#,0;-#,0}  {"",10}  {rest.Length} others");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
