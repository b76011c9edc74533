using System;
using System.Globalization;
using System.IO;
using System.Text;

/// <summary>Providers of a program's own: ICustomFormatter in all that formats, and values that look at their provider.</summary>
internal static class CustomFormatterCases
{
    private sealed class Brackets : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;
        public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
            format == "skip" ? null! : "[" + (format ?? "-") + ":" + (arg is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : arg ?? "null") + (ReferenceEquals(this, formatProvider) ? "" : "?") + "]";
    }

    private sealed class Silent : IFormatProvider
    {
        public object? GetFormat(Type? formatType) => null;
    }

    private sealed class Looking : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => $"<{format ?? "-"} {(formatProvider is null ? "none" : formatProvider is Silent ? "silent" : formatProvider is Brackets ? "brackets" : "other")}>";
    }

    public static void Run()
    {
        Suite.Group("custom formatters");
        Brackets brackets = new();
        Silent silent = new();
        Suite.Show("format.one", string.Format(brackets, "{0}", 1));
        Suite.Show("format.formats", string.Format(brackets, "{0:X} {1:yyyy} {2}", 255, new DateTime(2020, 1, 1), "s"));
        Suite.Show("format.width", string.Format(brackets, "{0,12}|{0,-12}|{1,3}", 5, null));
        Suite.Show("format.null", string.Format(brackets, "{0} {1:q}", null, null));
        Suite.Show("format.skip", string.Format(brackets, "{0:skip} {1:skip} {2:skip}|", 5, "text", null));
        Suite.Show("format.skipX", string.Format(brackets, "{0:X}{0:skip}", 255));
        Suite.Show("format.silent", string.Format(silent, "{0} {1:000} {2}", 1.5, 7, new Looking()));
        Suite.Show("format.looking", string.Format(brackets, "{0:skip}", new Looking()) + string.Format("{0:f}", new Looking()) + string.Format((IFormatProvider?)null, "{0}", new Looking()) + string.Format(silent, "{0:g}", new Looking()));
        Suite.Show("format.span", string.Format(brackets, "{0}{1}{2}{3}", (ReadOnlySpan<object?>)[1, 2, 3, 4]));
        Suite.Show("format.many", string.Format(brackets, "{0}{1}{2}{3}", 1, 'c', true, 2.5m));
        Suite.Show("format.composite", string.Format(brackets, CompositeFormat.Parse("a{0}b{1:N}"), 1, 2) + string.Format(silent, CompositeFormat.Parse("{0}"), new Looking()));
        Suite.Show("append.format", new StringBuilder().AppendFormat(brackets, "{0}", 1).AppendFormat(brackets, "{0}{1}", 1, 2).AppendFormat(brackets, "{0}{1}{2}", 1, 2, 3).AppendFormat(brackets, "{0}{1}{2}{3}", 1, 2, 3, 4).ToString());
        Suite.Show("append.composite", new StringBuilder().AppendFormat(brackets, CompositeFormat.Parse("{0}/{1}"), 1, "x").AppendFormat(null, CompositeFormat.Parse("{0:00}"), 7).ToString());
        Suite.Show("append.interpolated", new StringBuilder().Append(brackets, $"a{1}b{"s"}c{2:X}d{3,10}e{"t",-8}f{(object?)null}").ToString());
        Suite.Show("append.line", new StringBuilder().AppendLine(brackets, $"{1}").ToString().Replace("\n", "|"));
        Suite.Show("append.silent", new StringBuilder().Append(silent, $"{new Looking()} {new Looking():z} {1.5:0.00}").ToString());
        Suite.Show("create", string.Create(brackets, $"a{1}b{"s"}c{2:X}d{3,10}e{"t",-8}f{(object?)null}{'c'}"));
        Suite.Show("create.silent", string.Create(silent, $"{new Looking()} {new Looking():z} {1.5:0.00}"));
        Suite.Show("create.buffer", string.Create(brackets, stackalloc char[8], $"{12345}{"text"}"));
        Suite.Show("create.invariant", string.Create(CultureInfo.InvariantCulture, $"{1.5} {"s",3} {new Looking()}"));
        Span<char> room = stackalloc char[40];
        bool fits = room.TryWrite(brackets, $"{1}{"s"}{2,8}", out int written);
        Suite.Show("trywrite", $"{fits} {written} {room[..written].ToString()}");
        fits = room[..5].TryWrite(brackets, $"{1}{"s"}", out written);
        Suite.Show("trywrite.short", $"{fits} {written}");
        fits = room.TryWrite(brackets, CompositeFormat.Parse("{0}-{1}"), out written, 1, "s");
        Suite.Show("trywrite.composite", $"{fits} {written} {room[..written].ToString()}");
        FormattableString formattable = $"{1}:{2:X}:{"s"}";
        Suite.Show("formattable", formattable.ToString(brackets) + ((IFormattable)formattable).ToString(null, silent) + FormattableString.Invariant($"{1.5}"));
        StringWriter writer = new(brackets);
        writer.Write("{0}{1}", 1, "s");
        writer.WriteLine("{0:X}", 2);
        writer.Write(3);
        Suite.Show("writer", writer.ToString().Replace("\n", "|") + (writer.FormatProvider == brackets));
        Suite.Show("numbers", 1.5.ToString(brackets) + 7.ToString("000", brackets) + 2.5m.ToString(silent) + new DateTime(2020, 1, 2).ToString("yyyy", brackets));
        Suite.Show("errors", Thrown.By(() => string.Format(brackets, null!, 1)) + Thrown.By(() => string.Format(brackets, "{0}", (object?[])null!)) + Thrown.By(() => string.Format(brackets, "{1}", 1)) + Thrown.By(() => string.Format(brackets, "{", 1)));
    }
}
