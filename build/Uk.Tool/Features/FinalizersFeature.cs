// Finalizers: where some type has one, and there is a collector to find its dead objects.

using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using Internal.Runtime;
using Uk.Tool.Describe;

namespace Uk.Tool.Features;

internal sealed class FinalizersFeature() : SwitchFeature(nameof(RuntimeFeatures.Finalizers))
{
    public override string Name => "finalizers";
    public override string What(string value) => "run by the collector: where a type has one and the heap is collected";

    public override string FoundIn(AssemblySet program) => OnWhere(program.All.Any(assembly =>
        assembly.Metadata.MethodDefinitions.Any(handle => IsFinalizer(assembly.Metadata, assembly.Metadata.GetMethodDefinition(handle)))));

    public override string Settle(string value, SettledFeatures before, string program) =>
        before[HeapFeature.FeatureName] == HeapFeature.Collected ? value : Off;

    private static bool IsFinalizer(MetadataReader metadata, MethodDefinition method) =>
        (method.Attributes & MethodAttributes.Virtual) != 0 && metadata.StringComparer.Equals(method.Name, "Finalize");
}
