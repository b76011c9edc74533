// `uk materials`: called by build/pack.sh. Writes beside each package what it holds and asks for, and how it was made.

using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Uk.Tool.SupplyChain;

namespace Uk.Tool;

internal static class MaterialsCommand
{
    public static Command Create()
    {
        var packages = new Argument<FileInfo[]>("packages") { Arity = ArgumentArity.OneOrMore, Description = "Files of NuGet packages." };
        var sdk = new Option<string>("--sdk") { Required = true, Description = "The version of the .NET SDK that made them." };
        var command = new Command("materials", "Writes the bill of materials and the provenance of NuGet packages.") { packages, sdk };
        command.SetAction(parse => Failure.Guard("uk materials", () =>
        {
            foreach (FileInfo package in parse.GetRequiredValue(packages)) Write(package, [(".NET SDK", parse.GetRequiredValue(sdk))]);
            return 0;
        }));
        return command;
    }

    private static void Write(FileInfo file, IReadOnlyList<(string, string)> tools)
    {
        PackageContents package = PackageContents.Read(file.FullName);
        string digest = Material.Digest(file.FullName);
        new BillOfMaterials(file.Name, package.Version, "library", digest, tools, package.Materials).Write(file.FullName + BillOfMaterials.Extension);
        new Provenance(file.Name, digest, package.Id, [("Configuration", "Release")]) { IsPackage = true }.Write(file.FullName + Provenance.Extension, tools, package.Materials);
    }
}
