// The sizes of an image as a picture: libraries, in them namespaces, in them methods and data.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Uk.Qemu;

namespace Uk.Tool.Report.Html;

internal static partial class TreemapPicture
{
    private const double Width = 1200, Height = 620, Header = 15, LetterWidth = 6.2, SmallLetterWidth = 5.2;
    /// <summary>Smaller ones are one rectangle together.</summary>
    private const double LeastArea = 40;

    /// <summary>An element svg; what the image's file does not have is not in it.</summary>
    public static XElement Draw(ImmutableArray<SymbolSize> symbols)
    {
        var picture = new XElement("svg", new XAttribute("viewBox", Text($"0 0 {Width} {Height}")), new XAttribute("role", "img"), new XAttribute("id", "treemap"),
            new XElement("title", "Sizes by library, namespace and symbol"));
        IGrouping<string, SymbolSize>[] libraries = [.. symbols.Where(symbol => symbol.InImage).GroupBy(symbol => symbol.Library).OrderByDescending(Bytes).ThenBy(group => group.Key, StringComparer.Ordinal)];
        double perByte = Width * Height / Math.Max(1, libraries.Sum(Bytes));
        int hue = 0;
        foreach ((IGrouping<string, SymbolSize> library, Area area) in Treemap.Layout(libraries, Bytes, new Area(0, 0, Width, Height)))
        {
            // The golden angle: neighbours differ.
            hue = (hue + 137) % 360;
            var group = new XElement("g", new XAttribute("class", "library"), Rectangle(area, Text($"hsl({hue},38%,62%)"), $"{library.Key}: {Number(Bytes(library))} bytes"));
            bool hasHeader = area.Height > 2.2 * Header && area.Width > 40;
            if (hasHeader) group.Add(Label(area.X + 4, area.Y + Header - 4, $"{library.Key} {Number(Bytes(library))}", area.Width - 8, LetterWidth, "name"));
            Area inside = area.Inside(1.5, hasHeader ? Header : 1.5, 1.5, 1.5);
            foreach ((IGrouping<string, SymbolSize> ns, Area place) in Treemap.Layout(library.GroupBy(symbol => symbol.Namespace), Bytes, inside))
                group.Add(Namespace(library.Key, ns, place, hue, perByte));
            picture.Add(group);
        }
        return picture;
    }

    private static IEnumerable<XElement> Namespace(string library, IGrouping<string, SymbolSize> ns, Area area, int hue, double perByte)
    {
        string name = ns.Key.Length == 0 ? library : ns.Key;
        bool hasHeader = area.Height > 3 * Header && area.Width > 60 && ns.Key.Length != 0 && ns.Key != library;
        yield return Rectangle(area, Text($"hsl({hue},42%,74%)"), $"{name}: {Number(Bytes(ns))} bytes");
        if (hasHeader) yield return Label(area.X + 3, area.Y + Header - 5, ns.Key, area.Width - 6, SmallLetterWidth, "small");
        Area inside = area.Inside(1, hasHeader ? Header - 2 : 1, 1, 1);
        SymbolSize[] large = [.. ns.Where(symbol => symbol.Bytes * perByte >= LeastArea)];
        SymbolSize[] small = [.. ns.Where(symbol => symbol.Bytes * perByte < LeastArea)];
        IEnumerable<(string Name, double Bytes)> all = large.Select(symbol => (SymbolName.ToReadable(symbol.Name), (double)symbol.Bytes));
        if (small.Length != 0) all = all.Append((Text($"{small.Length} smaller"), small.Sum(symbol => (double)symbol.Bytes)));
        foreach (((string symbol, double bytes), Area place) in Treemap.Layout(all, item => item.Bytes, inside))
        {
            yield return Rectangle(place, Text($"hsl({hue},48%,86%)"), $"{symbol}: {Number(bytes)} bytes, {name}");
            if (place.Height > 11 && place.Width > 44) yield return Label(place.X + 2, place.Y + 9, Last(symbol), place.Width - 4, SmallLetterWidth, "small");
        }
    }

    private static double Bytes(IEnumerable<SymbolSize> symbols) => symbols.Sum(symbol => (double)symbol.Bytes);

    private static XElement Rectangle(Area area, string colour, string title) => new("rect",
        new XAttribute("x", Text($"{area.X:0.#}")), new XAttribute("y", Text($"{area.Y:0.#}")),
        new XAttribute("width", Text($"{area.Width:0.#}")), new XAttribute("height", Text($"{area.Height:0.#}")),
        new XAttribute("fill", colour), new XElement("title", title));

    private static XElement Label(double x, double y, string text, double room, double letter, string style)
    {
        int fits = (int)(room / letter);
        string shown = text.Length <= fits ? text : fits < 3 ? "" : text[..(fits - 1)] + "…";
        return new XElement("text", new XAttribute("x", Text($"{x:0.#}")), new XAttribute("y", Text($"{y:0.#}")), new XAttribute("class", style), shown);
    }

    /// <summary>Type and method, without type arguments; the namespace stands above already.</summary>
    private static string Last(string symbol)
    {
        string name = TypeArguments().Replace(symbol, "");
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[(name.LastIndexOf('_', dot) + 1)..];
    }

    [GeneratedRegex("(_[0-9]+)?<[^>]*>+")]
    private static partial Regex TypeArguments();

    private static string Number(double bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
