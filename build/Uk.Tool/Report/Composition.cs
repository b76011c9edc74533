// What an application declares, read from the attributes in its assembly. The types that define the attributes are not
// loaded: names and values are all that is wanted.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Uk.Tool.Describe;

namespace Uk.Tool.Report;

/// <param name="MemoryBytes">Of <c>[assembly: Machine]</c>; null without it.</param>
internal sealed record Composition(long? MemoryBytes, ImmutableArray<PortDeclaration> Ports, ImmutableArray<RegionDeclaration> Regions)
{
    public static readonly Composition Nothing = new(null, [], []);

    /// <exception cref="BadImageFormatException">Not a .NET assembly.</exception>
    public static Composition Read(string assemblyPath)
    {
        using var pe = new PEReader(File.OpenRead(assemblyPath));
        MetadataReader reader = pe.GetMetadataReader();
        var ports = ImmutableArray.CreateBuilder<PortDeclaration>();
        var regions = ImmutableArray.CreateBuilder<RegionDeclaration>();
        foreach (TypeDefinition type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            string name = reader.GetString(type.Name);
            foreach (CustomAttributeHandle handle in type.GetCustomAttributes())
            {
                CustomAttribute attribute = reader.GetCustomAttribute(handle);
                string kind = AttributeNames.ClassOf(reader, attribute);
                if (kind == "Uk.EthDev.PortAttribute")
                    ports.Add(new PortDeclaration((int)AttributeNames.Decode(attribute).FixedArguments[0].Value!, name) { Queues = (int)(Named(attribute, "Queues") ?? 1) });
                else if (kind == "Uk.Memory.MemoryRegionAttribute") regions.Add(new RegionDeclaration(name, Named(attribute, "Size") ?? 0));
            }
        }
        long? memory = reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute)
            .Where(attribute => AttributeNames.ClassOf(reader, attribute) == "Uk.MachineAttribute")
            .Select(attribute => Named(attribute, "Memory")).FirstOrDefault();
        return new Composition(memory, [.. ports.OrderBy(port => port.Index)], [.. regions.OrderBy(region => region.Name, StringComparer.Ordinal)]);
    }

    private static long? Named(CustomAttribute attribute, string property) => AttributeNames.Decode(attribute).NamedArguments
        .Where(argument => argument.Name == property).Select(argument => (long?)Convert.ToInt64(argument.Value, null)).FirstOrDefault();
}
