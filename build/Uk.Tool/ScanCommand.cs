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
    private const int MostFindings = 20;

    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Required = true, Description = "The program." };
        var libraries = new Option<FileInfo[]>("--library") { AllowMultipleArgumentsPerToken = true, Description = "A library that was written for images; may be repeated." };
        var others = new Option<FileInfo[]>("--other") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "A library of others, to be scanned; may be repeated." };
        var folders = new Option<DirectoryInfo[]>("--reference") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Where the core library, its facades and .NET's assemblies for images are; may be repeated." };
        var severity = new Option<string>("--severity") { DefaultValueFactory = _ => "error", Description = "error or warning." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write: a line for each finding." };
        var command = new Command("scan", "Reports what libraries of others need of .NET and images do not have.") { program, libraries, others, folders, severity, output };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(parse.GetRequiredValue(program), parse.GetValue(libraries) ?? [], parse.GetRequiredValue(others),
            parse.GetRequiredValue(folders), parse.GetValue(severity) == "warning", parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo program, FileInfo[] libraries, FileInfo[] others, DirectoryInfo[] folders, bool isWarning, FileInfo output)
    {
        FileInfo? missing = libraries.Concat(others).Prepend(program).FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report(Origin, $"no assembly at {missing.FullName}");
        using var scanned = new ScannedProgram(program, libraries, others, folders);
        Finding[] findings = [.. new Reach(scanned).Findings()];
        string severity = isWarning ? "warning" : "error";
        string[] lines = [.. findings.Take(MostFindings).Select(finding => finding.Describe(severity))];
        foreach (string line in lines) Console.WriteLine(line);
        if (findings.Length > MostFindings) Console.WriteLine($"uk : {severity} UK3040: and {findings.Length - MostFindings} more");
        if (findings.Length != 0 && !isWarning) return 1;
        File.WriteAllLines(output.FullName, lines);
        return 0;
    }
}
