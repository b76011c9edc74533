// What the compiler says that it put into an object: its types and methods, each with the linker's name for it. The file
// (ilc's --mstat) is an assembly whose methods are lists: a token, numbers, and where in the section ".names" the linker's
// name stands. That is exact, while a linker's name alone does not tell a dot from a nested type or an underscore.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Names;

/// <summary>A type or method that was compiled.</summary>
/// <param name="Token">In the metadata of the statistics: a reference, or a specification of an instance.</param>
/// <param name="IsConstructed">Of a type: there are objects of it.</param>
internal readonly record struct CompiledEntity(EntityHandle Token, string Symbol, bool IsConstructed);

internal sealed class CompilerStatistics : IDisposable
{
    private const int Version = 2;
    private const byte LoadToken = 0xD0, LoadInt32 = 0x20, LoadInt8 = 0x1F, LoadMinusOne = 0x15, Load0 = 0x16, Load8 = 0x1E, Return = 0x2A;
    private const int NumbersOfType = 2, NumbersOfMethod = 4;

    private readonly PEReader _file;
    private readonly PEMemoryBlock _names;

    private CompilerStatistics(PEReader file)
    {
        _file = file;
        Metadata = file.HasMetadata ? file.GetMetadataReader() : throw new BadImageFormatException("the statistics of the compiler hold no lists");
        int version = Metadata.IsAssembly ? Metadata.GetAssemblyDefinition().Version.Major : 0;
        if (version != Version) throw new BadImageFormatException($"the statistics of the compiler are of version {version}, not {Version}");
        _names = file.GetSectionData(".names");
        if (_names.Length == 0) throw new BadImageFormatException("the statistics of the compiler hold no names");
        Types = [.. Read("Types", NumbersOfType)];
        Methods = [.. Read("Methods", NumbersOfMethod)];
    }

    public MetadataReader Metadata { get; }
    public ImmutableArray<CompiledEntity> Types { get; }
    public ImmutableArray<CompiledEntity> Methods { get; }

    /// <exception cref="BadImageFormatException">The file is not what the compiler writes.</exception>
    public static CompilerStatistics Open(string path)
    {
        var file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
        try
        {
            return new CompilerStatistics(file);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or ArgumentException)
        {
            file.Dispose();
            throw new BadImageFormatException($"{path}: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Each entry: a token and so many numbers, of which the last says where the name is.</summary>
    private IEnumerable<CompiledEntity> Read(string list, int numberCount)
    {
        BlobReader code = ListNamed(list);
        while (code.RemainingBytes > 0)
        {
            byte operation = code.ReadByte();
            if (operation == Return) yield break;
            if (operation != LoadToken) throw new BadImageFormatException($"the list of {list} has a 0x{operation:x2} where an entry begins");
            EntityHandle token = MetadataTokens.EntityHandle(code.ReadInt32());
            int number = 0;
            for (int i = 0; i < numberCount; i++) number = ReadNumber(ref code, list);
            if (number < 0 || number >= _names.Length) throw new BadImageFormatException($"the list of {list} has a name outside of the names");
            // Behind a space stands what made the compiler keep it.
            string name = _names.GetReader(number, _names.Length - number).ReadSerializedString() ?? "";
            int space = name.IndexOf(' ');
            yield return new CompiledEntity(token, space < 0 ? name : name[..space], space >= 0 && name.AsSpan(space + 1).SequenceEqual("constructed"));
        }
    }

    private static int ReadNumber(ref BlobReader code, string list) => code.ReadByte() switch
    {
        LoadInt32 => code.ReadInt32(),
        LoadInt8 => code.ReadSByte(),
        >= LoadMinusOne and <= Load8 and var operation => operation - Load0,
        var operation => throw new BadImageFormatException($"the list of {list} has a 0x{operation:x2} where a number stands"),
    };

    private BlobReader ListNamed(string name)
    {
        foreach (MethodDefinitionHandle handle in Metadata.MethodDefinitions)
        {
            MethodDefinition method = Metadata.GetMethodDefinition(handle);
            if (Metadata.StringComparer.Equals(method.Name, name)) return _file.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
        }
        throw new BadImageFormatException($"the statistics of the compiler have no list of {name}");
    }
}
