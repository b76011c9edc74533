// `uk allocations`: the methods of an image that allocate, as errors that point at their lines. The build asks where the
// program's policy is to have no heap.

using System;
using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool;

internal static class AllocationsCommand
{
    private const string Origin = "uk allocations";
    private const int MostErrors = 20;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var symbols = new Option<FileInfo>("--dbg") { Required = true, Description = "The image with its symbols." };
        var assemblies = new Option<string[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "The name of an assembly whose author can change it; may be repeated.",
        };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write: a line for each method that allocates." };
        var command = new Command("allocations", "Reports the methods of an image that allocate.") { symbols, assemblies, output };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(
            parse.GetRequiredValue(symbols), parse.GetRequiredValue(assemblies), parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo image, string[] assemblies, FileInfo output)
    {
        var code = CallGraph.Read(HostTool.ObjDump.Output(s_timeout, "--disassemble", "--no-show-raw-insn", image.FullName));
        AllocationSite[] sites = [.. AllocationSite.Find(code, assemblies)];
        string[] errors = [.. sites.Take(MostErrors).Select(site => Describe(site, image.FullName))];
        File.WriteAllLines(output.FullName, errors);
        if (errors.Length == 0) return 0;
        foreach (string error in errors) Console.WriteLine(error);
        if (sites.Length > MostErrors) Console.WriteLine($"uk : error UK3010: and {sites.Length - MostErrors} more");
        output.Delete();
        return 1;
    }

    private static string Describe(AllocationSite site, string image)
    {
        string line = HostTool.AddressToLine.Output(s_timeout, "-e", image, $"0x{site.Address:x}").Trim();
        int colon = line.LastIndexOf(':');
        string place = colon > 0 && int.TryParse(line[(colon + 1)..].Split(' ')[0], out int number) ? $"{line[..colon]}({number})" : "uk";
        return $"{place} : error UK3010: {site.Method} {(site.Through is null ? "allocates " + TypeName(site.Type) : $"calls {site.Through}, which allocates")}";
    }

    private static string TypeName(string? symbol) =>
        symbol is null ? "memory"
        : symbol.StartsWith("__Array<", StringComparison.Ordinal) && symbol.EndsWith('>') ? symbol["__Array<".Length..^1] + "[]"
        : symbol;
}
