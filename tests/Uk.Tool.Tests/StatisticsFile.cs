// A file like the one in which the compiler says what it compiled, made for a test.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Tests;

internal sealed class StatisticsFile
{
    private readonly MetadataBuilder _metadata = new();
    private readonly BlobBuilder _code = new();
    private readonly BlobBuilder _names = new();
    private readonly Dictionary<string, AssemblyReferenceHandle> _assemblies = [];
    private readonly List<(EntityHandle Token, string Name)> _types = [];
    private readonly List<(EntityHandle Token, string Name)> _methods = [];

    public int Version { get; init; } = 2;
    public bool HasNames { get; init; } = true;
    public bool IsBroken { get; init; }

    /// <summary>A reference to a type; nested ones have + in their names.</summary>
    public TypeReferenceHandle Type(string assembly, string @namespace, string name)
    {
        string[] parts = name.Split('+');
        EntityHandle scope = Assembly(assembly);
        for (int i = 0; i < parts.Length; i++)
            scope = _metadata.AddTypeReference(scope, i == 0 ? _metadata.GetOrAddString(@namespace) : default, _metadata.GetOrAddString(parts[i]));
        return (TypeReferenceHandle)scope;
    }

    private AssemblyReferenceHandle Assembly(string name)
    {
        if (!_assemblies.TryGetValue(name, out AssemblyReferenceHandle handle))
            _assemblies.Add(name, handle = _metadata.AddAssemblyReference(_metadata.GetOrAddString(name), new System.Version(1, 0), default, default, 0, default));
        return handle;
    }

    public StatisticsFile WithType(EntityHandle type, string symbol, string kept = " constructed")
    {
        _types.Add((type, symbol + kept));
        return this;
    }

    /// <summary>A method without result whose parameters are of these types.</summary>
    public StatisticsFile WithMethod(EntityHandle type, string name, string symbol, params EntityHandle[] parameters)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(parameters.Length, result => result.Void(), list =>
        {
            foreach (EntityHandle parameter in parameters) list.AddParameter().Type().Type(parameter, isValueType: false);
        });
        _methods.Add((_metadata.AddMemberReference(type, _metadata.GetOrAddString(name), _metadata.GetOrAddBlob(signature)), symbol));
        return this;
    }

    public void Write(string path)
    {
        _metadata.AddModule(0, _metadata.GetOrAddString("statistics"), _metadata.GetOrAddGuid(default), default, default);
        _metadata.AddAssembly(_metadata.GetOrAddString("statistics"), new System.Version(Version, 2, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        _names.WriteSerializedString("");
        var bodies = new MethodBodyStreamEncoder(_code);
        MethodDefinitionHandle first = List(bodies, "Methods", _methods, numbersBefore: 3);
        List(bodies, "Types", _types, numbersBefore: 1);
        _metadata.AddTypeDefinition(default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), first);
        var file = new BlobBuilder();
        new FileBuilder(new MetadataRootBuilder(_metadata), _code, HasNames ? _names : null).Serialize(file);
        File.WriteAllBytes(path, file.ToArray());
    }

    private MethodDefinitionHandle List(MethodBodyStreamEncoder bodies, string name, List<(EntityHandle Token, string Name)> entries, int numbersBefore)
    {
        var code = new InstructionEncoder(new BlobBuilder());
        if (IsBroken) code.OpCode(ILOpCode.Nop);
        foreach ((EntityHandle token, string symbol) in entries)
        {
            code.OpCode(ILOpCode.Ldtoken);
            code.Token(token);
            for (int i = 0; i < numbersBefore; i++) code.LoadConstantI4(40 + i * 200);
            code.LoadConstantI4(_names.Count);
            _names.WriteSerializedString(symbol);
        }
        code.OpCode(ILOpCode.Ret);
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, result => result.Void(), _ => { });
        return _metadata.AddMethodDefinition(MethodAttributes.Static | MethodAttributes.Public, MethodImplAttributes.IL,
            _metadata.GetOrAddString(name), _metadata.GetOrAddBlob(signature), bodies.AddMethodBody(code), MetadataTokens.ParameterHandle(1));
    }

    private sealed class FileBuilder(MetadataRootBuilder metadata, BlobBuilder code, BlobBuilder? names)
        : ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), metadata, code)
    {
        protected override ImmutableArray<Section> CreateSections() => names is null
            ? base.CreateSections()
            : base.CreateSections().Add(new Section(".names", SectionCharacteristics.MemRead | SectionCharacteristics.ContainsInitializedData));

        protected override BlobBuilder SerializeSection(string name, SectionLocation location) =>
            name == ".names" ? names! : base.SerializeSection(name, location);
    }
}
