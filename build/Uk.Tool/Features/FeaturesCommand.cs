// `uk features`: what the features of a program's image would be. -t:UkDescribe asks, which makes no image.

using System.CommandLine;
using System.IO;
using Uk.Tool.Describe;

namespace Uk.Tool.Features;

internal static class FeaturesCommand
{
    public static Command Create()
    {
        var assemblies = new Option<string[]>("--assembly") { Required = true, Description = "The program, and each assembly that it uses; the program first." };
        var properties = new Option<string[]>("--property") { Description = "UkHeap=bump: what the build says about a feature; may be repeated." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write: a feature on each line, heap=bump." };
        var command = new Command("features", "Writes which features the image of a program has.") { assemblies, properties, output };
        command.SetAction(parse => Failure.Guard("uk features", () =>
        {
            using var program = new AssemblySet(parse.GetRequiredValue(assemblies));
            SettledFeatures settled = ImageFeatures.Settle(program, Properties.Parse(parse.GetValue(properties) ?? []));
            File.WriteAllLines(parse.GetRequiredValue(output).FullName, settled.Lines);
            return 0;
        }));
        return command;
    }
}
