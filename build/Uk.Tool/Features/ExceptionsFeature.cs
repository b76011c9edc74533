// Exceptions that can be caught: the dispatcher, its tables, and faults of the processor as exceptions.

using System.Linq;
using System.Reflection.Metadata;
using Internal.Runtime;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class ExceptionsFeature() : SwitchFeature(nameof(RuntimeFeatures.ExceptionHandling))
{
    public override string Name => "exceptions";
    public override string Property => "UkExceptions";
    public override string What(string value) => "catch, filters and finally: where some method catches, or UkExceptions=true";

    public override string FoundIn(AssemblySet program) => OnWhere(program.All.Any(Catches));

    protected override void AddWhenOn(ImagePlan plan)
    {
        plan.Sources.Add("exceptions.S");
        plan.Linker.Add("--eh-frame-hdr");
        plan.LinkFolder = "unwind";
    }

    /// <summary>Without handlers a throw is the end, whoever made it; how callers are found is for debuggers alone.</summary>
    protected override void AddWhenOff(ImagePlan plan)
    {
        plan.Linker.Add("--defsym=RhpThrowEx=uk_throw");
        plan.Linker.Add("--defsym=RhpRethrow=uk_throw");
        plan.LinkFolder = "no-unwind";
        plan.Strip.Add("--remove-section");
        plan.Strip.Add(".eh_frame");
    }

    /// <summary>
    /// Some method has a catch block or a filter. A finally block alone does not count: where nobody catches, an exception
    /// ends the program, and .NET does not promise to run finally blocks then.
    /// </summary>
    private static bool Catches(OpenAssembly assembly) => assembly.Metadata.MethodDefinitions
        .Select(handle => assembly.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
        .Where(address => address != 0)
        .SelectMany(address => assembly.File.GetMethodBody(address).ExceptionRegions)
        .Any(region => region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter);
}
