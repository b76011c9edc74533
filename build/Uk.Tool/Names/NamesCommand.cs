// `uk names`: the names that an image asks for at run time, as an assembly file. The build runs it between the compiler and
// the linker: what the compiler's object leaves undefined says which tables are asked for.

using System;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace Uk.Tool.Names;

internal static class NamesCommand
{
    private const string Origin = "uk names";

    public static Command Create()
    {
        var compiled = new Option<FileInfo>("--object") { Required = true, Description = "What the compiler wrote." };
        var statistics = new Option<FileInfo>("--statistics") { Required = true, Description = "What it says that is in it (--mstat)." };
        var assemblies = new Option<FileInfo[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "An assembly that went into it; may be repeated.",
        };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The assembly file to write." };
        var command = new Command("names", "Writes the tables of names that an image asks for.") { compiled, statistics, assemblies, output };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(
            parse.GetRequiredValue(compiled), parse.GetRequiredValue(statistics), parse.GetRequiredValue(assemblies), parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo compiled, FileInfo statistics, FileInfo[] assemblies, FileInfo output)
    {
        FileInfo? missing = assemblies.Prepend(statistics).Prepend(compiled).FirstOrDefault(file => !file.Exists);
        if (missing is not null) return Failure.Report(Origin, $"there is no {missing.FullName}");
        ObjectSymbols symbols = ObjectSymbols.Read(compiled.FullName);
        var source = new TableSource();
        if (NameTables.AreAskedFor(symbols))
        {
            using CompilerStatistics entities = CompilerStatistics.Open(statistics.FullName);
            using ProgramTypes types = ProgramTypes.Read(assemblies.Select(assembly => assembly.FullName));
            Write(source, new NameTables(symbols, entities, types), statistics);
        }
        File.WriteAllText(output.FullName, source.ToString());
        return 0;
    }

    /// <summary>What the statistics refer to is read only here.</summary>
    private static void Write(TableSource source, NameTables tables, FileInfo statistics)
    {
        try
        {
            tables.WriteTo(source);
        }
        catch (BadImageFormatException e)
        {
            throw new BadImageFormatException($"{statistics.FullName}: {e.Message}", e);
        }
    }
}
