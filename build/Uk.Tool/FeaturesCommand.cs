// `uk features`: what a program needs of the runtime, read from the code of its assemblies. The build asks, so that an
// image has exception handling only where some method catches.

using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool;

internal static class FeaturesCommand
{
    private const string Exceptions = "exceptions";

    public static Command Create()
    {
        var assemblies = new Option<FileInfo[]>("--assembly")
        {
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            Description = "An assembly of the program or one that it uses; may be repeated.",
        };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write: a feature on each line." };
        var command = new Command("features", "Writes which features of the runtime a program needs.") { assemblies, output };
        command.SetAction(parse => Failure.Guard("uk features",
            () => Run(parse.GetRequiredValue(assemblies), parse.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo[] assemblies, FileInfo output)
    {
        FileInfo? missing = assemblies.FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report("uk features", $"no assembly at {missing.FullName}");
        Write(assemblies, output);
        return 0;
    }

    /// <param name="assemblies">The program first.</param>
    public static void Write(FileInfo[] assemblies, FileInfo output)
    {
        List<string> features = [];
        if (assemblies.Any(Catches)) features.Add(Exceptions);
        if (assemblies.Any(VarianceFeature.IsNeededBy)) features.Add(VarianceFeature.Name);
        if (assemblies.Any(FinalizerFeature.IsNeededBy)) features.Add(FinalizerFeature.Name);
        if (assemblies.Any(StackTraceFeature.IsNeededBy)) features.Add(StackTraceFeature.Name);
        if (assemblies.Any(ExceptionNamesFeature.IsNeededBy)) features.Add(ExceptionNamesFeature.Name);
        features.AddRange(HeapFeature.Of(assemblies[0]));
        features.AddRange(LcoresFeature.Of(assemblies[0]));
        File.WriteAllLines(output.FullName, features);
    }

    /// <summary>
    /// Some method has a catch block or a filter. A finally block alone does not count: where nobody catches, an exception
    /// ends the program, and .NET does not promise to run finally blocks then.
    /// </summary>
    private static bool Catches(FileInfo assembly)
    {
        using FileStream file = assembly.OpenRead();
        using var image = new PEReader(file);
        if (!image.HasMetadata) return false;
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Where(address => address != 0)
            .SelectMany(address => image.GetMethodBody(address).ExceptionRegions)
            .Any(region => region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter);
    }
}
