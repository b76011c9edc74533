using System;
using System.Globalization;

namespace Uk.Qemu;

/// <summary>An amount of guest memory, in whole KiB: the granularity in which QEMU's <c>-m</c> takes it.</summary>
public readonly record struct MemorySize(long KiB)
{
    public static MemorySize FromBytes(long bytes) => new((bytes + 1023) / 1024);

    public long Bytes => KiB * 1024;

    /// <summary>Reads <c>2M</c>, <c>1200K</c>, <c>1G</c>, also with a trailing iB or B; a plain number is MiB, as in QEMU.</summary>
    public static bool TryParse(string text, out MemorySize size)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        if (digits.EndsWith("B", StringComparison.OrdinalIgnoreCase)) digits = digits[..^1];
        if (digits.EndsWith("i", StringComparison.Ordinal)) digits = digits[..^1];
        long unitKiB = 1024;
        if (digits.Length != 0 && !char.IsAsciiDigit(digits[^1]))
        {
            unitKiB = char.ToUpperInvariant(digits[^1]) switch { 'K' => 1, 'M' => 1 << 10, 'G' => 1 << 20, _ => 0 };
            digits = digits[..^1];
        }
        bool isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long count);
        size = new MemorySize(count * unitKiB);
        return isNumber && unitKiB != 0 && count is > 0 and <= int.MaxValue;
    }

    public override string ToString() => KiB % 1024 == 0 ? $"{KiB / 1024} MiB" : $"{KiB} KiB";
}
