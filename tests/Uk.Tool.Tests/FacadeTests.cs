// Facades, read back by the runtime's own metadata reader and resolved by its own loader.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Uk.Tool.Facades;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class FacadeTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly string _coreLib;
    private readonly string _references;

    public FacadeTests()
    {
        _coreLib = _scratch["Acme.CoreLib.dll"];
        _references = _scratch["ref"];
        Directory.CreateDirectory(_references);
        DefineAssembly(_coreLib, "Acme.CoreLib", module =>
        {
            module.DefineType("System.Text", TypeAttributes.Public).CreateType();
            TypeBuilder list = module.DefineType("System.Collections.List`1", TypeAttributes.Public);
            list.DefineGenericParameters("T");
            list.CreateType();
            TypeBuilder enumerator = list.DefineNestedType("Enumerator", TypeAttributes.NestedPublic);
            enumerator.CreateType();
            list.DefineNestedType("Node", TypeAttributes.NestedPrivate).CreateType();
            module.DefineType("System.Hidden", TypeAttributes.NotPublic).CreateType();
        });
        DefineAssembly(Path.Combine(_references, "Acme.Runtime.dll"), "Acme.Runtime", module =>
        {
            module.DefineType("System.Text", TypeAttributes.Public).CreateType();
            module.DefineType("System.Hidden", TypeAttributes.Public).CreateType();
            module.DefineType("System.Absent", TypeAttributes.Public).CreateType();
        });
        DefineAssembly(Path.Combine(_references, "Acme.Collections.dll"), "Acme.Collections", module =>
        {
            TypeBuilder list = module.DefineType("System.Collections.List`1", TypeAttributes.Public);
            list.DefineGenericParameters("T");
            list.CreateType();
        });
        DefineAssembly(Path.Combine(_references, "Acme.Unrelated.dll"), "Acme.Unrelated",
            module => module.DefineType("System.Absent2", TypeAttributes.Public).CreateType());
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Only_assemblies_that_share_a_public_type_get_a_facade()
    {
        FacadeSet facades = FacadeSet.Compute(_coreLib, _references);
        Assert.Equal(["Acme.Collections", "Acme.Runtime"], facades.Assemblies.Select(facade => facade.Name));
        Assert.Equal(["System.Text"], facades.Assemblies[1].Targets.Single().Types.Select(type => type.FullName));
    }

    /// <summary>As netstandard and mscorlib are: they define nothing.</summary>
    [Fact]
    public void An_assembly_that_forwards_gets_a_facade_that_leads_to_the_core_library_or_where_it_led()
    {
        PublicType text = new("System", "Text", []), absent = new("System", "Absent", []), nested = new("System.Collections", "List`1", [new("", "Enumerator", [])]);
        var forwards = new FacadeAssembly("Acme.Standard", [new("Acme.Runtime", [absent, text]), new("Acme.Collections", [nested])]);
        File.WriteAllBytes(Path.Combine(_references, "Acme.Standard.dll"), forwards.ToBytes());
        // None of its types is in the core library.
        File.WriteAllBytes(Path.Combine(_references, "Acme.Rest.dll"), new FacadeAssembly("Acme.Rest", [new("Acme.Runtime", [absent])]).ToBytes());

        FacadeSet facades = FacadeSet.Compute(_coreLib, _references);

        Assert.Equal(["Acme.Collections", "Acme.Runtime", "Acme.Standard"], facades.Assemblies.Select(facade => facade.Name));
        FacadeAssembly standard = facades.Assemblies[2];
        Assert.Equal(["Acme.CoreLib", "Acme.Runtime"], standard.Targets.Select(target => target.Assembly));
        Assert.Equal(["System.Collections.List`1", "System.Text"], standard.Targets[0].Types.Select(type => type.FullName));
        Assert.Equal("Enumerator", Assert.Single(standard.Targets[0].Types[0].Nested).Name);
        Assert.Equal(["System.Absent"], standard.Targets[1].Types.Select(type => type.FullName));
    }

    [Fact]
    public void The_loader_follows_a_facade_to_the_core_library()
    {
        string output = _scratch["facades"];
        FacadeSet.Compute(_coreLib, _references).WriteTo(output);

        var context = new AssemblyLoadContext("facades", isCollectible: true);
        context.Resolving += (self, name) => name.Name == "Acme.CoreLib" ? self.LoadFromStream(new MemoryStream(File.ReadAllBytes(_coreLib))) : null;
        Assembly facade = context.LoadFromStream(new MemoryStream(File.ReadAllBytes(Path.Combine(output, "Acme.Collections.dll"))));

        Assert.Equal("Acme.CoreLib", facade.GetType("System.Collections.List`1", throwOnError: true)!.Assembly.GetName().Name);
        Assert.NotNull(facade.GetType("System.Collections.List`1+Enumerator"));
        Assert.Equal("Acme.Collections, Version=0.0.0.0, Culture=neutral, PublicKeyToken=null", facade.FullName);
        Assert.DoesNotContain(facade.DefinedTypes, type => type.Name != "<Module>");
        // Of the nested types only the public one is forwarded.
        Assert.Equal(["Enumerator", "List`1"], facade.GetForwardedTypes().Select(type => type.Name).Order());
        context.Unload();
    }

    [Fact]
    public void The_same_core_library_gives_the_same_bytes_and_touches_no_file()
    {
        string output = _scratch["facades"];
        FacadeSet.Compute(_coreLib, _references).WriteTo(output);
        Dictionary<string, byte[]> first = Directory.GetFiles(output).ToDictionary(path => path, File.ReadAllBytes);
        DateTime longAgo = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (string path in first.Keys) File.SetLastWriteTimeUtc(path, longAgo);

        FacadeSet again = FacadeSet.Compute(_coreLib, _references);
        again.WriteTo(output);

        foreach (string path in first.Keys) Assert.Equal(longAgo, File.GetLastWriteTimeUtc(path));
        foreach (FacadeAssembly facade in again.Assemblies) Assert.Equal(first[Path.Combine(output, facade.Name + ".dll")], facade.ToBytes());
    }

    [Fact]
    public void A_facade_that_nothing_needs_any_more_is_removed_and_other_files_stay()
    {
        string output = _scratch["facades"];
        FacadeSet.Compute(_coreLib, _references).WriteTo(output);
        File.Copy(_coreLib, Path.Combine(output, "Mine.dll"));
        File.Delete(Path.Combine(_references, "Acme.Collections.dll"));

        FacadeSet.Compute(_coreLib, _references).WriteTo(output);

        Assert.Equal(["Acme.Runtime.dll", "Mine.dll"], Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_named()
    {
        File.WriteAllText(Path.Combine(_references, "native.dll"), "MZ, or rather not");
        var error = Assert.Throws<BadImageFormatException>(() => FacadeSet.Compute(_coreLib, _references));
        Assert.Contains("native.dll", error.Message);
    }

    private static void DefineAssembly(string path, string name, Action<ModuleBuilder> define)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        define(assembly.DefineDynamicModule(name));
        assembly.Save(path);
    }
}
