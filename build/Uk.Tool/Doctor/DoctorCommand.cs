// `uk doctor`: is everything here that images are built, booted and looked into with?

using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using Spectre.Console;

namespace Uk.Tool.Doctor;

internal static class DoctorCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "The project's folder, whose global.json says which SDK is wanted. Default: this one.",
            DefaultValueFactory = _ => new DirectoryInfo(Environment.CurrentDirectory),
        };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("doctor", "Checks what images are built, booted and debugged with; says how to mend what is missing.") { folder, json };
        command.SetAction(parse => Failure.Guard("uk doctor", () =>
        {
            DirectoryInfo asked = parse.GetRequiredValue(folder);
            if (!asked.Exists) throw new DirectoryNotFoundException($"there is no folder {asked.FullName}");
            Diagnosis diagnosis = Diagnose(new ThisMachine(asked.FullName));
            if (parse.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(diagnosis, DiagnosisJson.Default.Diagnosis));
            else Print(diagnosis);
            return diagnosis.Ready ? 0 : 1;
        }));
        return command;
    }

    internal static Diagnosis Diagnose(IMachineView machine)
    {
        ImmutableArray<Finding> findings = [.. BuildChecks.All(machine), .. RunChecks.All(machine)];
        return new Diagnosis(findings.All(finding => finding.Health != Health.Missing), findings);
    }

    /// <summary>The commands stand below the table, each on a line of its own, so that they can be copied.</summary>
    private static void Print(Diagnosis diagnosis)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("check").AddColumn("state").AddColumn("found");
        foreach (Finding finding in diagnosis.Findings)
            table.AddRow(new Text(finding.Check), Mark(finding.Health), new Text(finding.Found));
        Tables.Console.Write(table);
        foreach (Finding finding in diagnosis.Findings)
            if (finding.Fix is not null) Console.WriteLine($"{finding.Check}:\n    {finding.Fix}");
        int warnings = diagnosis.Findings.Count(finding => finding.Health == Health.Warn);
        Console.WriteLine(!diagnosis.Ready ? "doctor: not ready: something is missing, and above is what mends it"
            : warnings == 0 ? "doctor: ready" : $"doctor: ready; {warnings} of the checks above have something to improve");
    }

    private static Text Mark(Health health) => health switch
    {
        Health.Ok => new Text("ok", new Style(Color.Green)),
        Health.Warn => new Text("warn", new Style(Color.Yellow)),
        _ => new Text("missing", new Style(Color.Red)),
    };
}
