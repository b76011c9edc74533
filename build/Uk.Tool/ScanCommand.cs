// `uk scan`: what the libraries of others that a program uses need of .NET and images do not have, with the calls that
// lead there. The build asks before it compiles to native code, in programs that have such libraries.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Tool.Scan;

namespace Uk.Tool;

internal static class ScanCommand
{
    private const string Origin = "uk scan";
    private const int MostFindings = 8;

    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Required = true, Description = "The program." };
        var libraries = new Option<FileInfo[]>("--library") { AllowMultipleArgumentsPerToken = true, Description = "A library that was written for images; may be repeated." };
        var others = new Option<FileInfo[]>("--other") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "A library of others, to be scanned; may be repeated." };
        var folders = new Option<DirectoryInfo[]>("--reference") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Where the core library, its facades and .NET's assemblies for images are; may be repeated." };
        var severity = new Option<string>("--severity") { DefaultValueFactory = _ => "error", Description = "error or warning." };
        var pathMap = new Option<string>("--path-map") { DefaultValueFactory = _ => "", Description = "The compiler's PathMap, which is undone in the places of messages." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write: a line for each finding." };
        var command = new Command("scan", "Reports what libraries of others need of .NET and images do not have.") { program, libraries, others, folders, severity, pathMap, output };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(parse.GetRequiredValue(program), parse.GetValue(libraries) ?? [], parse.GetRequiredValue(others),
            parse.GetRequiredValue(folders), parse.GetValue(severity) == "warning", parse.GetValue(pathMap) ?? "", parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo program, FileInfo[] libraries, FileInfo[] others, DirectoryInfo[] folders, bool isWarning, string pathMap, FileInfo output)
    {
        FileInfo? missing = libraries.Concat(others).Prepend(program).FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report(Origin, $"no assembly at {missing.FullName}");
        using var scanned = new ScannedProgram(program, libraries, others, folders);
        Finding[] findings = [.. new Reach(scanned).Findings()];
        string severity = isWarning ? "warning" : "error";
        // A library that lacks one thing for a reason mostly lacks more for the same one.
        string[] lines = [.. findings.GroupBy(finding => (finding.Library, finding.Reason)).Select(group => group.First().Describe(severity, group.Count() - 1, pathMap))];
        foreach (string line in lines.Take(MostFindings)) Console.WriteLine(line);
        if (lines.Length > MostFindings) Console.WriteLine($"uk : {severity} UK3040: and {lines.Length - MostFindings} more reasons");
        if (findings.Length != 0 && !isWarning) return 1;
        File.WriteAllLines(output.FullName, lines);
        return 0;
    }
}
