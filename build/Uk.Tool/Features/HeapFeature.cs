// The heap: what a program chooses with [assembly: Heap(…)].

using System;
using System.Collections.Immutable;
using System.Linq;
using Internal.Runtime;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class HeapFeature : ImageFeature
{
    public const string FeatureName = "heap", Bump = "bump", None = "none", Region = "region", Collected = "collected";

    /// <summary>In the order of Uk.HeapPolicy.</summary>
    private static readonly ImmutableArray<string> s_policies = [Bump, None, Region, Collected];

    public override string Name => FeatureName;
    public override string Property => "UkHeap";
    public override ImmutableArray<string> Values => s_policies;

    public override string What(string value) => value switch
    {
        Bump => "memory is never given back",
        None => "a line that allocates is an error of the build",
        Region => "given back as a whole by Heap.Reset",
        Collected => "a mark-and-sweep collector gives back what nothing refers to",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    public override string FoundIn(AssemblySet program) => program.Program.Attributes("Uk.HeapAttribute")
        .Select(attribute => attribute.Number(0)).Where(policy => policy >= 0 && policy < s_policies.Length)
        .Select(policy => s_policies[(int)policy]).FirstOrDefault(Bump);

    public override void AddTo(ImagePlan plan, string value)
    {
        plan.Condition(nameof(RuntimeFeatures.RegionHeap), value == Region);
        plan.Condition(nameof(RuntimeFeatures.GarbageCollection), value == Collected);
        if (value == Collected)
        {
            plan.Sources.Add("gc.S");
        }
        else
        {
            plan.Linker.Add("--defsym=RhpNewFast=uk_new");
            plan.Linker.Add("--defsym=RhpNewArrayFast=uk_new_array");
            plan.Linker.Add("--defsym=RhpNewPtrArrayFast=uk_new_array");
        }
    }
}
