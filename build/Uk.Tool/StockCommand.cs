// `uk stock`: makes .NET's own assemblies ready for images.

using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Tool.GenericVirtual;
using Uk.Tool.Stock;

namespace Uk.Tool;

internal static class StockCommand
{
    public static Command Create()
    {
        var assemblies = new Option<FileInfo[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "An assembly of .NET's shared framework; may be repeated.",
        };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Where the assemblies go." };
        var command = new Command("stock", "Makes .NET's own assemblies ready for images: their messages become part of their code.") { assemblies, output };
        command.SetAction(parse => Failure.Guard("uk stock",
            () => Run(parse.GetRequiredValue(assemblies), parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo[] assemblies, DirectoryInfo output)
    {
        FileInfo? missing = assemblies.FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report("uk stock", $"no assembly at {missing.FullName}");
        output.Create();
        foreach (FileInfo assembly in assemblies)
            File.WriteAllBytes(Path.Combine(output.FullName, assembly.Name), StockAssembly.WithTexts(File.ReadAllBytes(assembly.FullName)));
        Dispatch(assemblies, output);
        return 0;
    }

    /// <summary>Each on its own: .NET's assemblies do not answer the generic virtual methods of one another.</summary>
    private static void Dispatch(FileInfo[] assemblies, DirectoryInfo output)
    {
        DirectoryInfo[] folders = [output, .. assemblies.Select(assembly => assembly.Directory!).DistinctBy(folder => folder.FullName)];
        foreach (FileInfo assembly in assemblies)
        {
            using var program = new ClosedProgram([new FileInfo(Path.Combine(output.FullName, assembly.Name))], folders);
            var rewriter = new CallRewriter(program, isStock: true);
            rewriter.Rewrite();
            if (HashSeed.TakeFromRandom(program.Modules[0]) | OrderedKeys.TakeElements(program.Modules[0])) rewriter.MarkChanged(program.Modules[0]);
            rewriter.Save(output);
        }
    }
}
