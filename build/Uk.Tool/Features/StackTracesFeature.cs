// Stack traces: a program shows them where it asks an exception or the environment for one, or makes text of an exception.
// For the latter the code is followed from one instruction to the next, as far as it takes to see that what is handed to
// something that takes any object, or what is asked for its text, is an exception. What goes through a variable of
// another type is not seen: UkStackTraces=true is for that.

using System.Linq;
using System.Reflection.Metadata;
using Internal.Runtime;
using Uk.Tool.Code;
using Uk.Tool.Describe;
using Uk.Tool.Names;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class StackTracesFeature() : SwitchFeature(nameof(RuntimeFeatures.StackTraces))
{
    public override string Name => "stack-traces";
    public override string Property => "UkStackTraces";

    public override string What(string value) =>
        "exceptions remember where they came through: where the program asks for StackTrace, or UkStackTraces=true";

    public override string FoundIn(AssemblySet program) => OnWhere(program.All.Any(IsNeededBy));

    /// <summary>Methods whose code is the same become one, which stack traces could not tell apart.</summary>
    protected override void AddWhenOn(ImagePlan plan) => plan.Compiler.Add("--methodbodyfolding:generic");
    protected override void AddWhenOff(ImagePlan plan) => plan.Compiler.Add("--methodbodyfolding:all");

    private static bool IsNeededBy(OpenAssembly assembly) =>
        assembly.Metadata.MemberReferences.Select(assembly.Metadata.GetMemberReference).Any(member => IsStackTrace(assembly.Metadata, member))
        || assembly.Metadata.MethodDefinitions.Any(handle => ExceptionFlow.MakesText(assembly.File, assembly.Metadata, handle));

    private static bool IsStackTrace(MetadataReader metadata, MemberReference member) =>
        metadata.StringComparer.Equals(member.Name, "get_StackTrace")
        && member.Parent.Kind == HandleKind.TypeReference
        && TypePath.Of(metadata, (TypeReferenceHandle)member.Parent).FullName is "System.Exception" or "System.Environment";
}
