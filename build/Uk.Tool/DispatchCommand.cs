// `uk dispatch`: makes calls of generic virtual methods ones that an image can have.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Uk.Tool.GenericVirtual;

namespace Uk.Tool;

internal static class DispatchCommand
{
    public const string RefusalsName = "refused.txt";

    public static Command Create()
    {
        var assemblies = new Option<FileInfo[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "The program, and each assembly that it brings; the program first.",
        };
        var stock = new Option<DirectoryInfo>("--stock") { Required = true, Description = "Where the assemblies of .NET are that images take." };
        var folders = new Option<DirectoryInfo[]>("--reference") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Where other assemblies are; may be repeated." };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Where the assemblies go that change." };
        var command = new Command("dispatch", "Makes calls of generic virtual methods ones that an image can have.") { assemblies, stock, folders, output };
        command.SetAction(parse => Failure.Guard("uk dispatch", () =>
            Run(parse.GetRequiredValue(assemblies), parse.GetRequiredValue(stock), parse.GetRequiredValue(folders), parse.GetRequiredValue(output))));
        return command;
    }

    public static int Run(FileInfo[] assemblies, DirectoryInfo stock, DirectoryInfo[] folders, DirectoryInfo output)
    {
        FileInfo? missing = assemblies.FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report("uk dispatch", $"no assembly at {missing.FullName}");
        if (output.Exists) output.Delete(recursive: true);
        output.Create();
        using var program = new ClosedProgram(assemblies, [stock, .. folders, .. assemblies.Select(assembly => assembly.Directory!).DistinctBy(folder => folder.FullName)]);
        if (Foreign(program, stock) is { } foreign) return Failure.Report("uk dispatch", foreign);
        var rewriter = new CallRewriter(program, isStock: false);
        rewriter.Rewrite();
        rewriter.Save(output);
        File.WriteAllLines(Path.Combine(output.FullName, RefusalsName), rewriter.Refusals);
        return 0;
    }

    /// <summary>The classes that .NET's own calls can meet are settled before there is a program.</summary>
    private static string? Foreign(ClosedProgram program, DirectoryInfo stock)
    {
        IEnumerable<(TypeDefinition Type, TypeDefinition Contract)> pairs = program.Modules.SelectMany(module => module.GetTypes())
            .SelectMany(type => type.Interfaces, (type, implementation) => (type, implementation.InterfaceType))
            .Where(pair => pair.InterfaceType.Scope is AssemblyNameReference)
            .Select(pair => (pair.type, pair.InterfaceType.Resolve()))
            .Where(pair => pair.Item2 is not null && File.Exists(Path.Combine(stock.FullName, pair.Item2.Module.Name)) && pair.Item2.Methods.Any(Hierarchy.IsSlot));
        foreach ((TypeDefinition type, TypeDefinition contract) in pairs)
            return $"{type.FullName} implements {contract.FullName}, which has generic virtual methods that .NET's own code calls. An image has only .NET's classes there.";
        return null;
    }
}
