// The heap that a program chooses with [assembly: Heap(…)].

using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool;

internal static class HeapFeature
{
    /// <summary>In the order of Uk.HeapPolicy.</summary>
    private static readonly string[] s_policies = ["heap-bump", "heap-none", "heap-region", "heap-collected"];

    public static IEnumerable<string> Of(FileInfo program)
    {
        using FileStream file = program.OpenRead();
        using var image = new PEReader(file);
        if (!image.HasMetadata) return [];
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => IsHeap(metadata, attribute))
            .Select(attribute => PolicyOf(metadata, attribute))
            .Where(policy => policy < s_policies.Length)
            .Select(policy => s_policies[policy])];
    }

    private static bool IsHeap(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        EntityHandle parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "HeapAttribute") && metadata.StringComparer.Equals(type.Namespace, "Uk");
    }

    /// <summary>ECMA-335, II.23.3: a prolog of two bytes, then the argument.</summary>
    private static uint PolicyOf(MetadataReader metadata, CustomAttribute attribute)
    {
        BlobReader value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadUInt32();
    }
}
