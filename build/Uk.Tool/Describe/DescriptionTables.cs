// A composition on the console: trees and tables.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using Uk.Tool.Features;

namespace Uk.Tool.Describe;

internal sealed class DescriptionTables(IAnsiConsole console)
{
    public void Write(ProgramDescription program)
    {
        console.MarkupLineInterpolated($"[bold]{program.Name}[/] for {(program.Target == "host" ? "a .NET process" : program.Target)}");
        Graph(program);
        Order(program);
        Memory(program);
        Ports(program);
        Options([.. program.Parts.Where(part => part.Kind != "Port").Select(part => part.Options), .. program.LibraryOptions]);
    }

    public void Write(ImmutableArray<FeatureState> features)
    {
        if (features.IsEmpty) return;
        Table table = New("feature", "state", "what");
        foreach (FeatureState feature in features) Row(table, feature.Name, feature.State, feature.What);
        Write("Features", table);
    }

    private void Graph(ProgramDescription program)
    {
        HashSet<string> shown = new(StringComparer.Ordinal);
        foreach (ComposedPart part in program.Parts)
        {
            var tree = new Tree(Markup.Escape($"{part.Name}: {part.Kind}"));
            Add(tree, part.Provider, shown);
            console.Write(tree);
        }
        if (program.Scheduler is { } scheduler)
        {
            var tree = new Tree("Scheduler");
            Add(tree, scheduler, shown);
            console.Write(tree);
        }
        for (int i = 0; i < program.Loops.Length; i++) console.MarkupLineInterpolated($"lcore {i}: {program.Loops[i]}");
        console.WriteLine();
    }

    // What is shown once already is not unfolded again.
    private static void Add(IHasTreeNodes at, ComposedType type, HashSet<string> shown)
    {
        bool isKnown = !type.Behind.IsEmpty && !shown.Add(type.Identity);
        TreeNode node = at.AddNode(Markup.Escape($"{type.Name} ({type.Library}){(isKnown ? " …" : "")}"));
        if (isKnown) return;
        foreach (IGrouping<string, ComposedType> same in type.Behind.GroupBy(behind => behind.Identity, StringComparer.Ordinal)) Add(node, same.First(), shown);
    }

    private void Order(ProgramDescription program)
    {
        if (program.InitializationOrder.IsEmpty) return;
        Table table = New("", "library", "assembly");
        for (int i = 0; i < program.InitializationOrder.Length; i++)
            Row(table, (i + 1).ToString(CultureInfo.InvariantCulture), program.InitializationOrder[i].Name, program.InitializationOrder[i].Library);
        Write("Brought up, in this order", table);
    }

    private void Memory(ProgramDescription program)
    {
        if (program.Regions.IsEmpty) return;
        string title = program.ArenaBytes == 0 ? "Memory map" : $"Memory map: arena of {Bytes(program.ArenaBytes)}, aligned to {Bytes(program.ArenaAlignment)}";
        Table table = New("from", "to", "region", "size", "pages");
        foreach (ComposedRegion region in program.Regions.OrderBy(region => region.IsFixed).ThenBy(region => region.Start))
            Row(table, Place(region, region.Start), Place(region, region.Start + region.LengthBytes - 1), region.Part, Bytes(region.LengthBytes), Bytes(region.PageBytes));
        Write(title, table);
    }

    private void Ports(ProgramDescription program)
    {
        ImmutableArray<ComposedPart> ports = [.. program.Parts.Where(part => part.Kind == "Port").OrderBy(part => Value(part, "Index").Length).ThenBy(part => Value(part, "Index"), StringComparer.Ordinal)];
        if (ports.IsEmpty) return;
        Table table = New(["option", .. ports.Select(port => port.Name), "what"]);
        foreach (OptionValue option in ports.SelectMany(port => port.Options.Values).Where(value => value.Name != "Name").DistinctBy(value => value.Name))
            Row(table, [option.Name, .. ports.Select(port => Value(port, option.Name)), option.What]);
        Write("Ports", table);
    }

    private void Options(ImmutableArray<OptionGroup> groups)
    {
        Table table = New("of", "option", "value", "default", "what");
        foreach (OptionGroup group in groups)
            foreach (OptionValue value in group.Values.Where(value => value.Name != "Name"))
                Row(table, group.Owner, value.Name, State(value.Value), value.IsSet ? State(value.Default) : "", value.What);
        if (table.Rows.Count > 0) Write("Options", table);
    }

    private static string Value(ComposedPart port, string option) => State(port.Options.Values.FirstOrDefault(value => value.Name == option)?.Value);

    private static string State(string? value) => value switch { null => "computed", "true" => "on", "false" => "off", _ => value };

    private static string Place(ComposedRegion region, long address) =>
        string.Create(CultureInfo.InvariantCulture, $"{(region.IsFixed ? "" : "arena+")}0x{address:x8}");

    /// <summary>In the largest unit that divides it.</summary>
    public static string Bytes(long bytes)
    {
        foreach ((long size, string unit) in ((long, string)[])[(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")])
            if (bytes >= size && bytes % size == 0) return string.Create(CultureInfo.InvariantCulture, $"{bytes / size:N0} {unit}");
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
    }

    private void Write(string title, Table table)
    {
        console.WriteLine(title);
        console.Write(table);
    }

    private static Table New(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
        {
            var cells = new TableColumn(Markup.Escape(column));
            table.AddColumn(column == "what" ? cells : cells.NoWrap());
        }
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);
}
