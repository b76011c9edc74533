// The lcores of a program: its methods with [Lcore(n)].

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool;

internal static class LcoresFeature
{
    /// <summary>Nothing for a program with one or none: what is only for several is not in its image.</summary>
    public static IEnumerable<string> Of(FileInfo program)
    {
        int count = Count(program.FullName);
        return count > 1 ? [string.Create(CultureInfo.InvariantCulture, $"lcores-{count}")] : [];
    }

    /// <summary>At least 1. The composition has checked that their numbers have no gaps.</summary>
    public static int Count(string assemblyPath)
    {
        using FileStream file = File.OpenRead(assemblyPath);
        using var image = new PEReader(file);
        if (!image.HasMetadata) return 1;
        MetadataReader metadata = image.GetMetadataReader();
        int found = metadata.MethodDefinitions
            .SelectMany(method => metadata.GetMethodDefinition(method).GetCustomAttributes())
            .Count(attribute => IsLcore(metadata, metadata.GetCustomAttribute(attribute)));
        return found == 0 ? 1 : found;
    }

    private static bool IsLcore(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "LcoreAttribute") && metadata.StringComparer.Equals(type.Namespace, "Uk");
    }
}
