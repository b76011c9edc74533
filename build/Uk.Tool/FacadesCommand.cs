// `uk facades`: writes the assemblies that carry the names of .NET's reference assemblies and forward to Uk.CoreLib.

using System.CommandLine;
using System.IO;
using Uk.Tool.Facades;

namespace Uk.Tool;

internal static class FacadesCommand
{
    public static Command Create()
    {
        var coreLib = new Option<FileInfo>("--corelib") { Required = true, Description = "Uk.CoreLib.dll." };
        var references = new Option<DirectoryInfo>("--refs")
        {
            Required = true,
            Description = "The folder of the reference assemblies, for example packs/Microsoft.NETCore.App.Ref/10.0.12/ref/net10.0.",
        };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Where the facades go." };
        var command = new Command("facades", "Writes the facades that forward .NET's reference assemblies to Uk.CoreLib.")
        {
            coreLib, references, output,
        };
        command.SetAction(parse => Failure.Guard("uk facades",
            () => Run(parse.GetRequiredValue(coreLib), parse.GetRequiredValue(references), parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo coreLib, DirectoryInfo references, DirectoryInfo output)
    {
        if (!coreLib.Exists) return Failure.Report("uk facades", $"no core library at {coreLib.FullName}");
        if (!references.Exists) return Failure.Report("uk facades", $"no folder of reference assemblies at {references.FullName}");
        FacadeSet.Compute(coreLib.FullName, references.FullName).WriteTo(output.FullName);
        return 0;
    }
}
