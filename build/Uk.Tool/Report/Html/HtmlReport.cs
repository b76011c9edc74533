// X.report.html: one file that needs neither a network nor a script. It is built as XML, which escapes every name.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Uk.Qemu;
using Uk.Tool.Describe;
using Uk.Tool.Features;

namespace Uk.Tool.Report.Html;

internal static class HtmlReport
{
    private const int MostChanges = 30;

    private const string Style = """
        body { font: 14px/1.45 system-ui, sans-serif; margin: 24px auto; max-width: 1240px; padding: 0 16px; color: #1c2430; background: #fff }
        h1 { font-size: 24px; margin: 0 } h2 { font-size: 17px; margin: 32px 0 8px } code, .mono { font-family: ui-monospace, monospace; font-size: 12.5px }
        table { border-collapse: collapse } th, td { text-align: left; padding: 3px 14px 3px 0; border-bottom: 1px solid #e4e8ee; vertical-align: top }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums } td.plus { color: #a02020 } td.minus { color: #1d7a3a }
        .facts { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 12px 0 0; padding: 0; list-style: none } .facts b { display: block; font-size: 17px }
        svg { width: 100%; height: auto; display: block } svg rect { stroke: #fff; stroke-width: .6 } svg text { font: 600 11px system-ui, sans-serif; fill: #10202f; pointer-events: none } svg text.small { font: 9px system-ui, sans-serif }
        ul.tree { margin: 0 0 8px; padding-left: 18px } .bar { background: #5b86c4; height: 12px; min-width: 1px } summary { white-space: nowrap } .muted { color: #66707c }
        """;

    public static string Write(ImageReport report, ImmutableArray<SymbolSize> symbols)
    {
        var body = new XElement("body", Header(report));
        body.Add(Section("Size by library and namespace", Note("The image's file. Each rectangle says its name and bytes where the pointer rests."), TreemapPicture.Draw(symbols)));
        if (report.Growth is { IsNone: false } growth) body.Add(Section("Since the last build", Growth(growth)));
        body.Add(Section("Libraries, and why each is in the image", Libraries(report)));
        if (report.Composition is { } composition) body.Add(Section("Composition", Composition(composition)));
        body.Add(Section("Boot timeline", Boot(report.Boot)));
        if (!report.Features.IsEmpty) body.Add(Section("Features", Features(report.Features)));
        if (!report.LeftOut.IsEmpty) body.Add(Section("What was left out", LeftOut(report.LeftOut)));
        body.Add(Section("Sections", Sections(report.Sections)));
        var html = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head", new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("title", $"{report.Name} for {report.Target}"), new XElement("style", Style)), body);
        return "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Header(ImageReport report) => new("header",
        new XElement("h1", $"{report.Name} for {report.Target}"),
        new XElement("ul", new XAttribute("class", "facts"),
            Fact("image", Bytes(report.ImageBytes)), Fact("text", Bytes(report.TextBytes)), Fact("data", Bytes(report.DataBytes)), Fact("bss", Bytes(report.BssBytes)),
            Fact("memory", report.MemoryBytes is { } memory ? DescriptionTables.Bytes(memory) : "what it finds"), Fact("target", ReportText.BootTarget(report.Target)),
            Fact("lcores", Text($"{report.Lcores}")), Fact("build id", report.BuildId)));

    private static XElement Fact(string name, string value) => new("li", name, new XElement("b", value));

    private static XElement Libraries(ImageReport report)
    {
        long sum = Math.Max(1, report.Libraries.Sum(library => (long)library.ImageBytes));
        return Table(["library", "#in the image", "#share", "#in memory", "why"], report.Libraries.OrderByDescending(library => library.ImageBytes).Select(library => new object[]
        {
            Named(library), Bytes(library.ImageBytes), Text($"{100.0 * library.ImageBytes / sum:0.0}%"), Bytes(library.Bytes), string.Join(" → ", library.Why),
        }));
    }

    private static XElement Named(LibrarySize library) => library.Namespaces.Length < 2 ? new XElement("span", library.Name)
        : new XElement("details", new XElement("summary", library.Name), Table(["namespace", "#in the image", "#in memory", "#symbols"],
            library.Namespaces.Select(ns => new object[] { ns.Name.Length == 0 ? "(none)" : ns.Name, Bytes(ns.ImageBytes), Bytes(ns.Bytes), Text($"{ns.Symbols}") })));

    private static IEnumerable<XElement> Growth(SizeGrowth growth)
    {
        yield return new XElement("p", Text($"{growth.Before:N0} bytes then, {growth.Now:N0} now: {growth.Now - growth.Before:+#,0;-#,0;0}."));
        foreach ((string title, ImmutableArray<SizeChange> changes) in ((string, ImmutableArray<SizeChange>)[])[("library", growth.Libraries), ("namespace", growth.Namespaces), ("method or data", growth.Symbols)])
        {
            if (changes.IsEmpty) continue;
            IEnumerable<SizeChange> shown = changes.OrderByDescending(change => Math.Abs(change.Delta)).Take(MostChanges);
            XElement table = Table(["#change", "#before", "#now", title], shown.Select(change => new object[]
                { Text($"{change.Delta:+#,0;-#,0}"), Bytes((ulong)change.Before), Bytes((ulong)change.Now), SymbolName.ToReadable(change.Name) }));
            yield return new XElement("details", new XElement("summary", Text($"by {title}: {changes.Length}")), table);
        }
    }

    private static IEnumerable<XElement> Composition(ProgramDescription program)
    {
        HashSet<string> shown = new(StringComparer.Ordinal);
        foreach ((string label, ComposedType type) in program.Roots())
            yield return new XElement("details", new XAttribute("open", ""), new XElement("summary", label), new XElement("ul", new XAttribute("class", "tree"), Node(type, shown)));
        if (program.Regions.IsEmpty) yield break;
        yield return Note(program.ArenaBytes == 0 ? "Memory map" : $"Memory map: arena of {DescriptionTables.Bytes(program.ArenaBytes)}, aligned to {DescriptionTables.Bytes(program.ArenaAlignment)}");
        yield return Table(["region", "from", "#size", "pages"], program.Regions.OrderBy(region => region.IsFixed).ThenBy(region => region.Start).Select(region => new object[]
            { region.Part, Text($"{(region.IsFixed ? "" : "arena + ")}0x{region.Start:x8}"), DescriptionTables.Bytes(region.LengthBytes), DescriptionTables.Bytes(region.PageBytes) }));
    }

    private static XElement Node(ComposedType type, HashSet<string> shown)
    {
        bool isKnown = !type.Behind.IsEmpty && !shown.Add(type.Identity);
        var item = new XElement("li", type.Name, new XElement("span", new XAttribute("class", "muted"), $" {type.Contract} · {type.Library}{(isKnown ? " …" : "")}"));
        if (!isKnown && !type.Behind.IsEmpty)
            item.Add(new XElement("ul", new XAttribute("class", "tree"), type.Behind.DistinctBy(behind => behind.Identity).Select(behind => Node(behind, shown))));
        return item;
    }

    private static IEnumerable<XElement> Boot(ImmutableArray<BootStep> steps)
    {
        ulong most = Math.Max(1, steps.Max(step => step.Instructions ?? 0));
        bool isCounted = steps.Any(step => step.Instructions is not null);
        yield return Note(isCounted ? "Instructions from reset, counted in QEMU." : "In this order. With UkBootTimeline=true the build boots the image in QEMU and counts the instructions to Main.");
        yield return Table(["", "step", "what", "#instructions", ""], steps.Select((step, i) => new object[]
        {
            Text($"{i + 1}"), step.Name, step.What, step.Instructions is { } count ? Bytes(count) : "",
            step.Instructions is { } bar ? new XElement("div", new XAttribute("class", "bar"), new XAttribute("style", Text($"width:{240.0 * bar / most:0}px")), "") : "",
        }));
    }

    private static XElement Features(ImmutableArray<FeatureState> features) =>
        Table(["feature", "state", "what"], features.Select(feature => new object[] { feature.Name, feature.State, feature.What }));

    private static XElement LeftOut(ImmutableArray<LeftOut> items) => Table(["", "what", "why"], items.Select(item => new object[] { item.Kind, item.Name, item.Reason }));

    private static XElement Sections(ImmutableArray<SectionSize> sections) => Table(["section", "#bytes", "address", ""],
        sections.Select(section => new object[] { section.Name, Bytes(section.Bytes), Text($"0x{section.Address:x}"), section.InImage ? "" : "zeros: not in the file" }));

    private static XElement Section(string title, params object[] content) => new("section", new XElement("h2", title), content);

    private static XElement Note(string text) => new("p", new XAttribute("class", "muted"), text);

    /// <param name="columns">Those of numbers have a # in front.</param>
    private static XElement Table(string[] columns, IEnumerable<object[]> rows)
    {
        XAttribute? Class(int column, object cell) => !columns[column].StartsWith('#') ? null
            : new XAttribute("class", cell is string text && text.StartsWith('+') ? "number plus" : cell is string less && less.StartsWith('-') ? "number minus" : "number");
        return new XElement("table", new XElement("tr", columns.Select((column, i) => new XElement("th", Class(i, ""), column.TrimStart('#')))),
            rows.Select(row => new XElement("tr", row.Select((cell, i) => new XElement("td", Class(i, cell), cell)))));
    }

    private static string Bytes(ulong bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
    private static string Bytes(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
