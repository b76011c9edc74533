// The processors that an image runs on. By default any of its architecture.

using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class InstructionsFeature : ImageFeature
{
    /// <summary>Stands for what every processor of the architecture has.</summary>
    private const string Least = "";

    public override string Name => "instructions";
    public override string Property => "UkInstructionSet";
    public override string What(string value) => "UkInstructionSet: the processors that the image runs on";

    public override string FoundIn(AssemblySet program) => Least;

    public override string Settle(string value, SettledFeatures before, string program) =>
        value == Least ? Architecture.X64.LeastInstructionSet : value;

    public override void AddTo(ImagePlan plan, string value)
    {
        plan.Compiler.Add("--instruction-set:" + value);
        plan.Assembler.AddRange(plan.Architecture.AssemblerSwitches(value));
    }
}
