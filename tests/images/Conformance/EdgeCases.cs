using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;

/// <summary>Where accepting too much, or laying out otherwise than .NET does, would be seen.</summary>
internal static class EdgeCases
{
    private readonly record struct Pair<TFirst, TSecond>(TFirst First, TSecond Second);

    public static void Run()
    {
        Suite.Group("edges");
        Offsets();
        Formats();
        DateFormats();
        Layouts();
        Sets();
        foreach (decimal value in new[]
        {
            0m, 0.00m, -0.0m, 1m, 1.0m, 1.00m, -1m, 1.1m, 100m, 0.1m, 1e-10m, 12345.6789m, 12345678901234567890123456789m,
            decimal.MaxValue, decimal.MinValue,
        })
            Suite.Show($"hash of {value}", value.GetHashCode());
        Suite.Show("pointer of a negative int", new IntPtr(-1).ToInt64());
        Suite.Show("delegates of two types", Outcome(() => Delegate.Combine((Action)Sets, (Func<string>)(() => ""))!.ToString()!));
    }

    private static void Offsets()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        foreach (string offset in new[] { "+14:00", "+14:01", "-14:00", "-14:01", "+15:00", "-25:00", "+13:59", "+13:60", "+99:59" })
        {
            string text = "2024-02-29T12:34:56" + offset;
            bool isDate = DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssK", culture, DateTimeStyles.AdjustToUniversal, out DateTime date);
            Suite.Show($"date with {offset}", $"{isDate} {date.Ticks}");
            bool isOffset = DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:sszzz", culture, DateTimeStyles.None, out DateTimeOffset whole);
            Suite.Show($"offset of {offset}", $"{isOffset} {whole.Ticks} {whole.Offset.Ticks}");
            isOffset = DateTimeOffset.TryParseExact(text[..^3], "yyyy-MM-ddTHH:mm:sszz", culture, DateTimeStyles.None, out whole);
            Suite.Show($"hours of {offset}", $"{isOffset} {whole.Ticks}");
            Suite.Show($"parsed {offset}", DateTimeOffset.TryParse(text, culture, out whole));
        }
    }

    private static void Formats()
    {
        foreach (string format in new[]
        {
            "D", "Q", "X", "x4", "R", "G", "B", "Z", "", "D3", "J9", "E3", "P", "y", "%", "G\0", "\0N222", "N2\0", "0\0#", "\0", "G\0X", "0.0\0abc",
        })
        {
            string name = format.Replace("\0", "~");
            Show(name, "zero", 0.0, 0f, 0m, 0, 0L, (Half)0, (Int128)0, format);
            Show(name, "some", 12.5, 12.5f, 12.5m, 12, 12L, (Half)12.5, (Int128)12, format);
            Suite.Show($"minus zero as {name}", Outcome(() => (-0.0).ToString(format)));
            Suite.Show($"none as {name}", Outcome(() => double.NaN.ToString(format)));
            Suite.Show($"byte as {name}", Outcome(() => ((byte)0).ToString(format)));
            Suite.Show($"pointer as {name}", Outcome(() => ((nint)0).ToString(format)));
        }
    }

    private static void Show(string name, string which, double d, float f, decimal m, int i, long l, Half h, Int128 w, string format) =>
        Suite.Show($"{which} as {name}", string.Join("|", [
            Outcome(() => d.ToString(format)), Outcome(() => f.ToString(format)), Outcome(() => m.ToString(format)), Outcome(() => i.ToString(format)),
            Outcome(() => l.ToString(format)), Outcome(() => h.ToString(format)), Outcome(() => w.ToString(format)),
        ]));

    private static void DateFormats()
    {
        foreach (string format in new[]
        {
            "M%\\/d", "%\\d", "\\", "d\\", "%", "%%", "%d%", "'a\\'b'", "yyyy\\y", "\\\\d", "%'x'", "%\"x\"", "MM%d", "%dd", "%d%M", "%yy", "%K", "%-d", "%Fd",
        })
            Suite.Show($"date as {format}", Outcome(() => new DateTime(2024, 1, 2, 3, 4, 5).ToString(format, CultureInfo.InvariantCulture)));
        foreach (string format in new[] { "%d", "%hh", "%\\d", "%%", "%'x'", "d%h", "%f" })
            Suite.Show($"span as {format}", Outcome(() => new TimeSpan(1, 2, 3, 4, 5).ToString(format, CultureInfo.InvariantCulture)));
    }

    private static void Layouts()
    {
        Suite.Show("byte beside Int128", Unsafe.SizeOf<Pair<byte, Int128>>());
        Suite.Show("UInt128 beside byte", Unsafe.SizeOf<Pair<UInt128, byte>>());
        Suite.Show("tuple of byte, long, byte", Unsafe.SizeOf<(byte, long, byte)>());
        Suite.Show("tuple of byte, int, byte, short", Unsafe.SizeOf<(byte, int, byte, short)>());
        Suite.Show("byte beside long", Unsafe.SizeOf<Pair<byte, long>>());
        Suite.Show("byte beside decimal", Unsafe.SizeOf<Pair<byte, decimal>>());
        Suite.Show("byte beside Guid", Unsafe.SizeOf<Pair<byte, Guid>>());
    }

    private static void Sets()
    {
        HashSet<int> set = [.. Enumerable.Range(0, 6)];
        set.SymmetricExceptWith([1, 2, 50]);
        Suite.Show("set without an array", string.Join(",", set));
        set.SymmetricExceptWith([50, 60, 60, 3, 7, 50]);
        Suite.Show("set without repeated items", string.Join(",", set));
        set.SymmetricExceptWith(new HashSet<int> { 0, 61, 7 });
        Suite.Show("set without a set", string.Join(",", set));
        set.ExceptWith([4, 61]);
        set.Add(1);
        set.Add(2);
        Suite.Show("set with holes", string.Join(",", set));
        set.UnionWith([8, 9, 1]);
        set.RemoveWhere(item => item % 2 == 0);
        set.Add(10);
        Suite.Show("set after a removal", string.Join(",", set));
        set.IntersectWith([10, 9, 1]);
        Suite.Show("set with what both have", string.Join(",", set));
    }

    private static string Outcome(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return e.GetType().Name + ": " + e.Message;
        }
    }
}
