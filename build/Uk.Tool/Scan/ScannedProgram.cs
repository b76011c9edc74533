// The assemblies of a program as an image sees them: the program, libraries, those of others, and what images have of .NET.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.Scan;

internal sealed class ScannedProgram : IDisposable
{
    private readonly Resolver _resolver;
    private readonly HashSet<ModuleDefinition> _own = [], _others = [];
    private readonly ModuleDefinition[] _dotnet;

    /// <param name="folders">Facades, core library, .NET's assemblies; in the order in which to look.</param>
    public ScannedProgram(FileInfo program, IEnumerable<FileInfo> libraries, IEnumerable<FileInfo> others, IEnumerable<DirectoryInfo> folders)
    {
        DirectoryInfo[] places = [.. folders];
        _resolver = new Resolver(places);
        Program = _resolver.Open(program, withSymbols: true).MainModule;
        _own.Add(Program);
        foreach (FileInfo library in libraries) _own.Add(_resolver.Open(library, withSymbols: false).MainModule);
        foreach (FileInfo other in others) _others.Add(_resolver.Open(other, withSymbols: false).MainModule);
        // By name, for libraries that name .NET Standard, whose assembly images do not have.
        _dotnet = [.. places.SelectMany(folder => folder.EnumerateFiles("System.*.dll")).Select(file => _resolver.Open(file, withSymbols: false).MainModule)];
    }

    public ModuleDefinition Program { get; }

    public bool IsOfOthers(ModuleDefinition module) => _others.Contains(module);

    /// <summary>Code that is followed: not .NET's.</summary>
    public bool IsFollowed(ModuleDefinition module) => _own.Contains(module) || _others.Contains(module);

    /// <summary>The type, or null where images have none of that name.</summary>
    public TypeDefinition? Find(TypeReference reference)
    {
        TypeReference element = reference.GetElementType();
        try
        {
            if (element.Resolve() is { } type) return type;
        }
        catch (AssemblyResolutionException)
        {
            // Images have no such assembly; the type may be in another.
        }
        string name = element.FullName;
        return _dotnet.Select(module => module.GetType(name)).FirstOrDefault(type => type is not null);
    }

    /// <summary>The method, or null where images have none of that name and signature.</summary>
    public MethodDefinition? Find(MethodReference reference)
    {
        for (TypeDefinition? type = Find(reference.DeclaringType); type is not null; type = type.BaseType is null ? null : Find(type.BaseType))
            if (MetadataResolver.GetMethod(type.Methods, reference.GetElementMethod()) is { } method) return method;
        return null;
    }

    public bool Has(FieldReference reference)
    {
        for (TypeDefinition? type = Find(reference.DeclaringType); type is not null; type = type.BaseType is null ? null : Find(type.BaseType))
            if (type.Fields.Any(field => field.Name == reference.Name)) return true;
        return false;
    }

    public void Dispose() => _resolver.Dispose();

    private sealed class Resolver(DirectoryInfo[] folders) : IAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _known = new(StringComparer.OrdinalIgnoreCase);

        public AssemblyDefinition Open(FileInfo file, bool withSymbols)
        {
            string name = Path.GetFileNameWithoutExtension(file.Name);
            if (_known.TryGetValue(name, out AssemblyDefinition? known)) return known;
            var reading = new ReaderParameters { AssemblyResolver = this, InMemory = true };
            if (withSymbols) (reading.ReadSymbols, reading.SymbolReaderProvider) = (true, new DefaultSymbolReaderProvider(throwIfNoSymbol: false));
            return _known[name] = AssemblyDefinition.ReadAssembly(file.FullName, reading);
        }

        public AssemblyDefinition Resolve(AssemblyNameReference name)
        {
            if (_known.TryGetValue(name.Name, out AssemblyDefinition? known)) return known;
            FileInfo? file = folders.Select(folder => new FileInfo(Path.Combine(folder.FullName, name.Name + ".dll"))).FirstOrDefault(file => file.Exists);
            return file is null ? throw new AssemblyResolutionException(name) : Open(file, withSymbols: false);
        }

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

        public void Dispose()
        {
            foreach (AssemblyDefinition assembly in _known.Values) assembly.Dispose();
        }
    }
}
