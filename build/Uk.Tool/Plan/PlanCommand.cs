// `uk plan`: decides what one image is made of and what its tools are told. The build calls it between the C# compiler and
// ilc: it finds the features of the program, changes what images cannot have as it is, and writes the plan as files.

using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using Uk.Tool.Describe;
using Uk.Tool.Features;

namespace Uk.Tool.Plan;

internal sealed class PlanCommand
{
    private const string Origin = "uk plan";

    private readonly Option<string> _name = new("--name") { Required = true, Description = "The program's name." };
    private readonly Option<string> _architecture = new("--architecture") { Required = true, Description = "The processors: x64." };
    private readonly Option<string> _platform = new("--platform") { Required = true, Description = "The assembly that the image starts in." };
    private readonly Option<DirectoryInfo> _platformFolder = new("--platform-folder") { Required = true, Description = "Where its assembly sources are." };
    private readonly Option<DirectoryInfo> _runtimeFolder = new("--runtime-folder") { Required = true, Description = "Where those of the core library are." };
    private readonly Option<FileInfo> _script = new("--linker-script") { Required = true, Description = "The linker script of the target." };
    private readonly Option<FileInfo> _coreLibrary = new("--corelib") { Required = true, Description = "The core library." };
    private readonly Option<DirectoryInfo> _facades = new("--facades") { Required = true, Description = "Assemblies that forward to the core library." };
    private readonly Option<string[]> _conditions = new("--condition") { Description = "IsVirtualMachine=true: a condition in the runtime's code that the target decides; may be repeated." };
    private readonly Option<string[]> _properties = new("--property") { Description = "UkHeap=bump: what the build says about a feature; may be repeated." };
    private readonly Option<FileInfo[]> _assemblies = new("--assembly") { Required = true, Description = "The program, and each assembly that it uses; the program first." };
    private readonly Option<FileInfo[]> _stock = new("--stock") { Description = "An assembly of .NET's, prepared by `uk stock`; may be repeated." };
    private readonly Option<DirectoryInfo> _objects = new("--objects") { Required = true, Description = "Where the plan is written, and where the steps put what they make." };

    public static Command Create() => new PlanCommand().ToCommand();

    private Command ToCommand()
    {
        var command = new Command("plan", "Decides what an image is made of, and what compiler, assembler and linker are told.")
        {
            _name, _architecture, _platform, _platformFolder, _runtimeFolder, _script, _coreLibrary, _facades, _conditions, _properties,
            _assemblies, _stock, _objects,
        };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(Read(parse))));
        return command;
    }

    private ImageRequest Read(ParseResult parse) => new(
        parse.GetRequiredValue(_name), Architecture.Find(parse.GetRequiredValue(_architecture)), parse.GetRequiredValue(_platform),
        parse.GetRequiredValue(_platformFolder), parse.GetRequiredValue(_runtimeFolder), parse.GetRequiredValue(_script),
        parse.GetRequiredValue(_coreLibrary), parse.GetRequiredValue(_facades), Properties.Parse(parse.GetValue(_conditions) ?? []),
        Properties.Parse(parse.GetValue(_properties) ?? []),
        [.. parse.GetRequiredValue(_assemblies)], [.. parse.GetValue(_stock) ?? []], parse.GetRequiredValue(_objects));

    private static int Run(ImageRequest request)
    {
        FileInfo? missing = request.Assemblies.Concat(request.Stock).FirstOrDefault(assembly => !assembly.Exists);
        if (missing is not null) return Failure.Report(Origin, $"no assembly at {missing.FullName}");
        SettledFeatures features;
        using (var program = new AssemblySet([.. request.Assemblies.Select(assembly => assembly.FullName)]))
            features = ImageFeatures.Settle(program, request.Properties);
        DirectoryInfo dispatched = request.Objects.CreateSubdirectory("dispatch");
        int status = DispatchCommand.Run([.. request.Assemblies], new DirectoryInfo(request.Made("stock")), [request.Facades, request.CoreLibrary.Directory!], dispatched);
        if (status == 0) PlanFiles.Write(request, features, new ImagePlan(request, features, dispatched));
        return status;
    }
}
