// For tests: a collection at every few allocations.

using Internal.Runtime;
using Uk.Tool.Describe;

namespace Uk.Tool.Features;

internal sealed class CollectorStressFeature() : SwitchFeature(nameof(RuntimeFeatures.GarbageCollectionStress))
{
    public override string Name => "collector-stress";
    public override string Property => "UkCollectorStress";
    public override bool IsShown => false;

    public override string FoundIn(AssemblySet program) => Off;
}
