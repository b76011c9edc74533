// Which facades a core library needs, and keeping a folder equal to them.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Facades;

/// <summary>
/// The facades of one core library. Programs are compiled against .NET's reference assemblies; ilc looks these up by
/// name and finds, in their place, assemblies that forward to the core library.
/// </summary>
public sealed class FacadeSet
{
    private FacadeSet(ImmutableArray<FacadeAssembly> assemblies) => Assemblies = assemblies;

    /// <summary>In ordinal order of their names.</summary>
    public ImmutableArray<FacadeAssembly> Assemblies { get; }

    /// <summary>
    /// One facade for each reference assembly that has a type which the core library has as well, whether it defines or
    /// forwards it: netstandard, which libraries for .NET Standard are compiled against, only forwards. Types that the core
    /// library lacks are forwarded as there; what is behind that may be an assembly that images take from .NET, or nothing.
    /// Microsoft's own assemblies refer to the core library by its name, System.Private.CoreLib.
    /// </summary>
    /// <exception cref="BadImageFormatException">The core library is not a .NET assembly.</exception>
    public static FacadeSet Compute(string coreLibPath, string referencesFolder)
    {
        ReferenceAssembly core = ReferenceAssembly.Read(coreLibPath)
            ?? throw new BadImageFormatException($"{coreLibPath} is not a .NET assembly");
        Dictionary<string, PublicType> byName = core.Defined.ToDictionary(type => type.FullName, StringComparer.Ordinal);

        var facades = new SortedDictionary<string, FacadeAssembly>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(referencesFolder, "*.dll"))
        {
            if (ReferenceAssembly.Read(path) is not { } reference) continue;
            IEnumerable<PublicType> known = reference.Defined.Concat(reference.Forwarded.SelectMany(target => target.Types));
            ImmutableArray<PublicType> shared = [.. known.Where(type => byName.ContainsKey(type.FullName)).Select(type => byName[type.FullName])
                .OrderBy(type => type.FullName, StringComparer.Ordinal)];
            if (shared.Length == 0) continue;
            IEnumerable<FacadeTarget> others = reference.Forwarded
                .Select(target => target with { Types = [.. target.Types.Where(type => !byName.ContainsKey(type.FullName))] })
                .Where(target => target.Types.Length != 0);
            facades[reference.Name] = new FacadeAssembly(reference.Name, [new FacadeTarget(core.Name, shared), .. others]);
        }
        return new FacadeSet([.. facades.Values]);
    }

    /// <summary>
    /// Makes the folder hold these facades. Files whose bytes would not change keep their time, so that a build that
    /// looks at times does nothing; facades of an earlier core library are removed.
    /// </summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (FacadeAssembly facade in Assemblies)
        {
            string path = Path.Combine(folder, facade.Name + ".dll");
            byte[] bytes = facade.ToBytes();
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) continue;
            File.WriteAllBytes(path, bytes);
        }
        HashSet<string> current = [.. Assemblies.Select(facade => facade.Name + ".dll")];
        foreach (string path in Directory.GetFiles(folder, "*.dll"))
            if (!current.Contains(Path.GetFileName(path)) && IsFacade(path))
                File.Delete(path);
    }

    /// <summary>Defines nothing and forwards something: nobody but this class writes such files here.</summary>
    private static bool IsFacade(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        if (!pe.HasMetadata) return false;
        MetadataReader reader = pe.GetMetadataReader();
        return reader.TypeDefinitions.Count == 1 && reader.ExportedTypes.Count != 0;
    }
}
