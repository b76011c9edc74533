// Whether a program shows stack traces: it asks an exception or the environment for one, or makes text of an exception. For the
// latter the code is followed from one instruction to the next, as far as it takes to see that what is handed to
// something that takes any object, or what is asked for its text, is an exception. What goes through a variable of
// another type is not seen: UkStackTraces=true is for that.

using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Uk.Tool.Code;
using Uk.Tool.Names;

namespace Uk.Tool;

internal static class StackTraceFeature
{
    public const string Name = "stack-traces";

    public static bool IsNeededBy(FileInfo assembly)
    {
        using FileStream file = assembly.OpenRead();
        using var image = new PEReader(file);
        if (!image.HasMetadata) return false;
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference).Any(member => IsStackTrace(metadata, member))
            || metadata.MethodDefinitions.Any(handle => ExceptionFlow.MakesText(image, metadata, handle));
    }

    private static bool IsStackTrace(MetadataReader metadata, MemberReference member) =>
        metadata.StringComparer.Equals(member.Name, "get_StackTrace")
        && member.Parent.Kind == HandleKind.TypeReference
        && TypePath.Of(metadata, (TypeReferenceHandle)member.Parent).FullName is "System.Exception" or "System.Environment";
}
