// All assemblies of a program at once, so that every class which answers a call is known.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal sealed class ClosedProgram : IDisposable
{
    private readonly Resolver _resolver;
    private readonly List<ModuleDefinition> _modules = [];

    /// <param name="assemblies">What may be changed; the first gets what is added.</param>
    /// <param name="folders">Where what they refer to is, in the order in which to look.</param>
    public ClosedProgram(IEnumerable<FileInfo> assemblies, IEnumerable<DirectoryInfo> folders)
    {
        _resolver = new Resolver(folders);
        foreach (FileInfo assembly in assemblies) _modules.Add(_resolver.Open(assembly, withSymbols: true).MainModule);
    }

    public IReadOnlyList<ModuleDefinition> Modules => _modules;

    /// <summary>Read when it is first asked for.</summary>
    public Instantiations Uses => field ??= new Instantiations(_modules);

    /// <summary>Every class of the program, and of the assembly that defines the slot.</summary>
    public IEnumerable<TypeDefinition> ClassesFor(MethodDefinition slot) =>
        _modules.Append(slot.Module).Distinct().SelectMany(module => module.GetTypes());

    public void Dispose() => _resolver.Dispose();

    private sealed class Resolver(IEnumerable<DirectoryInfo> folders) : IAssemblyResolver
    {
        private readonly DirectoryInfo[] _folders = [.. folders];
        private readonly Dictionary<string, AssemblyDefinition> _known = new(StringComparer.OrdinalIgnoreCase);

        public AssemblyDefinition Open(FileInfo file, bool withSymbols)
        {
            var reading = new ReaderParameters { AssemblyResolver = this, InMemory = true };
            if (withSymbols) (reading.ReadSymbols, reading.SymbolReaderProvider) = (true, new DefaultSymbolReaderProvider(throwIfNoSymbol: false));
            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file.FullName, reading);
            return _known[assembly.Name.Name] = assembly;
        }

        /// <summary>The assembly, or null where images have none of that name: what is in it is then unknown, which Cecil expects.</summary>
        public AssemblyDefinition? Resolve(AssemblyNameReference name)
        {
            if (_known.TryGetValue(name.Name, out AssemblyDefinition? known)) return known;
            FileInfo? file = _folders.Select(folder => new FileInfo(Path.Combine(folder.FullName, name.Name + ".dll"))).FirstOrDefault(file => file.Exists);
            return file is null ? null : Open(file, withSymbols: false);
        }

        public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

        public void Dispose()
        {
            foreach (AssemblyDefinition assembly in _known.Values) assembly.Dispose();
        }
    }
}
