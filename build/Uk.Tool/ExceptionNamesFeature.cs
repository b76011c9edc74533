// Whether a program makes exceptions without a message, which .NET then gives them with the name of their type.

using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Uk.Tool.Names;

namespace Uk.Tool;

internal static class ExceptionNamesFeature
{
    public const string Name = "exception-names";

    public static bool IsNeededBy(FileInfo assembly)
    {
        using FileStream file = assembly.OpenRead();
        using var image = new PEReader(file);
        if (!image.HasMetadata) return false;
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference).Any(member => IsConstructor(metadata, member));
    }

    /// <summary>Exception.Exception() itself: other types of .NET have messages of their own.</summary>
    private static bool IsConstructor(MetadataReader metadata, MemberReference member) =>
        metadata.StringComparer.Equals(member.Name, ".ctor")
        && member.Parent.Kind == HandleKind.TypeReference
        && TypePath.Of(metadata, (TypeReferenceHandle)member.Parent).FullName == "System.Exception"
        && member.DecodeMethodSignature(FullSignatureText.Instance, null).ParameterTypes.IsEmpty;
}
