// `uk describe`: what a program is composed of. `dotnet build -t:UkDescribe` calls it with the program's assembly, the
// assemblies that it uses, and what the build has settled about the image.

using System;
using System.CommandLine;
using System.Linq;
using Spectre.Console;
using Uk.Tool.Describe;
using Uk.Tool.Features;

namespace Uk.Tool;

internal static class DescribeCommand
{
    /// <summary>Tables broken into pieces are of no use in a file or a build's log.</summary>
    private const int WidthOfFiles = 160;

    public static Command Create()
    {
        var assemblies = new Option<string[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "The program, and each assembly that it uses; the program first.",
        };
        var features = new Option<string[]>("--feature")
        {
            AllowMultipleArgumentsPerToken = true,
            Description = "What the build has settled about the image: exceptions=true, heap=bump, lcores=2. None for a .NET process.",
        };
        var command = new Command("describe", "Prints what a program is composed of: graph, start order, memory map, ports, features.") { assemblies, features };
        command.SetAction(parse => Failure.Guard("uk describe", () =>
        {
            Run(parse.GetRequiredValue(assemblies), parse.GetValue(features) ?? []);
            return 0;
        }));
        return command;
    }

    private static void Run(string[] paths, string[] features)
    {
        IAnsiConsole console = Console.IsOutputRedirected
            ? AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors })
            : AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        using var assemblies = new AssemblySet(paths);
        var tables = new DescriptionTables(console);
        if (DescriptionReader.Read(assemblies) is { } program) tables.Write(program);
        else console.MarkupLineInterpolated($"[bold]{assemblies.Program.Name}[/] has no composition: it declares no ports, pools or regions, and nothing is brought up before it runs.");
        tables.Write(ImageFeatures.Describe(SettledFeatures.Parse(features)));
    }
}
