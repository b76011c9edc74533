// Names of exception classes: for programs that make exceptions without a message, to which .NET gives one with the name
// of their type.

using System.Linq;
using System.Reflection.Metadata;
using Internal.Runtime;
using Uk.Tool.Describe;
using Uk.Tool.Names;

namespace Uk.Tool.Features;

internal sealed class ExceptionNamesFeature() : SwitchFeature(nameof(RuntimeFeatures.ExceptionNames))
{
    public override string Name => "exception-names";

    public override string What(string value) => "a panic names the class of the exception: where something makes text of exceptions";

    public override string FoundIn(AssemblySet program) => OnWhere(program.All.Any(assembly =>
        assembly.Metadata.MemberReferences.Select(assembly.Metadata.GetMemberReference).Any(member => IsConstructor(assembly.Metadata, member))));

    /// <summary>Exception.Exception() itself: other types of .NET have messages of their own.</summary>
    private static bool IsConstructor(MetadataReader metadata, MemberReference member) =>
        metadata.StringComparer.Equals(member.Name, ".ctor")
        && member.Parent.Kind == HandleKind.TypeReference
        && TypePath.Of(metadata, (TypeReferenceHandle)member.Parent).FullName == "System.Exception"
        && member.DecodeMethodSignature(FullSignatureText.Instance, null).ParameterTypes.IsEmpty;
}
