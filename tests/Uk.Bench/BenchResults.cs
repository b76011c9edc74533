using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Uk.Bench;

/// <summary>The figures of one benchmark, in the order in which they were taken.</summary>
internal sealed class BenchResults
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Measurement> _measurements = [];
    private readonly List<string> _notes = [];

    public void Add(Measurement measurement) => _measurements.Add(measurement);

    /// <summary>Something that the reader of the table should know, for example what could not be measured and why.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <summary>Prints the table and writes artifacts/bench/NAME.json. Returns 1 where a budget is exceeded.</summary>
    public int Publish(string name)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("metric").AddColumn(new TableColumn("value").RightAligned()).AddColumn("unit");
        table.AddColumn(new TableColumn("budget").RightAligned()).AddColumn("peer").AddColumn(new TableColumn("peer's").RightAligned()).AddColumn(new TableColumn("ratio").RightAligned());
        foreach (Measurement m in _measurements)
        {
            string value = m.IsOverBudget ? $"[red]{Number(m.Value)}[/]" : Number(m.Value);
            table.AddRow(Markup.Escape(m.Metric), value, m.Unit, Number(m.Budget), Markup.Escape(m.Peer ?? ""), Number(m.PeerValue), Number(m.Ratio));
        }
        AnsiConsole.Write(table);
        foreach (string note in _notes) Console.WriteLine(note);

        string folder = Path.Combine(Repository.Root, "artifacts", "bench");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(_measurements, s_json) + "\n");
        return _measurements.Any(m => m.IsOverBudget) ? 1 : 0;
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        { } v when v == Math.Floor(v) => v.ToString("N0", CultureInfo.InvariantCulture),
        { } v when v < 10 => v.ToString("0.000", CultureInfo.InvariantCulture),
        { } v => v.ToString("N1", CultureInfo.InvariantCulture),
    };
}
