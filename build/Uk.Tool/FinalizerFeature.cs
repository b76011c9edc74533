// Whether some type of a program has a finalizer.

using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool;

internal static class FinalizerFeature
{
    public const string Name = "finalizers";

    public static bool IsNeededBy(FileInfo assembly)
    {
        using FileStream file = assembly.OpenRead();
        using var image = new PEReader(file);
        if (!image.HasMetadata) return false;
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.MethodDefinitions.Any(handle => IsFinalizer(metadata, metadata.GetMethodDefinition(handle)));
    }

    private static bool IsFinalizer(MetadataReader metadata, MethodDefinition method) =>
        (method.Attributes & MethodAttributes.Virtual) != 0 && metadata.StringComparer.Equals(method.Name, "Finalize");
}
