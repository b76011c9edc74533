// The lcores of a program: its methods with [Lcore(n)]. What is only for several is not in the image of one.

using System.Globalization;
using System.Linq;
using Internal.Runtime;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class LcoresFeature : ImageFeature
{
    public const string FeatureName = "lcores";
    private const string One = "1";

    public override string Name => FeatureName;

    public override string What(string value) =>
        value == One ? "one processor; locks between several fold away" : "each loop on a processor of its own";

    /// <summary>At least 1. The composition has checked that their numbers have no gaps.</summary>
    public override string FoundIn(AssemblySet program)
    {
        OpenAssembly assembly = program.Program;
        int found = assembly.Metadata.MethodDefinitions
            .SelectMany(method => assembly.Metadata.GetMethodDefinition(method).GetCustomAttributes())
            .Count(attribute => AttributeNames.ClassOf(assembly.Metadata, assembly.Metadata.GetCustomAttribute(attribute)) == "Uk.LcoreAttribute");
        return found == 0 ? One : found.ToString(CultureInfo.InvariantCulture);
    }

    public override string Settle(string value, SettledFeatures before, string program)
    {
        string heap = before[HeapFeature.FeatureName];
        if (value == One || heap is HeapFeature.Bump or HeapFeature.None) return value;
        throw new PlanException("UK3011", $"{program} has {value} lcores, and a heap that is {heap} works with one. Choose "
            + "[assembly: Heap(HeapPolicy.Bump)] and allocate at the start, or HeapPolicy.None, or keep to one lcore.");
    }

    public override void AddTo(ImagePlan plan, string value)
    {
        plan.Condition(nameof(RuntimeFeatures.SeveralLcores), value != One);
        if (value == One) return;
        plan.Assembler.Add("--defsym");
        plan.Assembler.Add("UK_SEVERAL_LCORES=1");
        // Before the linker's script, which asks whether it is defined.
        plan.Linker.Add("--defsym=uk_lcore_count=" + value);
    }
}
