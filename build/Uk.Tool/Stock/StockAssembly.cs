// One of .NET's own assemblies, made ready for an image: its messages become part of its code.
//
// .NET keeps the texts of exceptions as resources, and code asks for them by name through a class SR. In an image there are
// no resources. Each property of SR is the IL `ldstr "name"; call GetResourceString; ret`: here it becomes
// `ldstr "text"; ret` behind five nops, so that an image holds the texts of what it can throw and no others.
// ECMA-335, II.24.2 (metadata root, #US heap), II.25.4 (method bodies).

using System;
using System.Buffers.Binary;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Resources;

namespace Uk.Tool.Stock;

public static class StockAssembly
{
    private const string MessageClass = "SR";
    private const byte LoadString = 0x72, Call = 0x28, Return = 0x2A;
    private const int PropertyLength = 11;
    private const uint UserStringToken = 0x7000_0000;
    private const int TokenMask = 0x00FF_FFFF;

    /// <summary>The assembly with its texts in place; the same bytes where there is nothing to change.</summary>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static byte[] WithTexts(byte[] file)
    {
        using var pe = new PEReader(new MemoryStream(file));
        if (!pe.HasMetadata) throw new BadImageFormatException("not a .NET assembly");
        MetadataReader metadata = pe.GetMetadataReader();
        Dictionary<string, string> texts = ReadTexts(pe, metadata);
        byte[] result = (byte[])file.Clone();
        GenericVirtualCalls.Avoid(result, pe, metadata);
        var strings = new UserStrings(pe.GetMetadata().GetContent());
        foreach (int offset in MessageProperties(pe, metadata, file))
        {
            int name = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(offset + 1)) & TokenMask;
            string key = metadata.GetUserString(System.Reflection.Metadata.Ecma335.MetadataTokens.UserStringHandle(name));
            if (!texts.TryGetValue(key, out string? text)) continue;
            Span<byte> code = result.AsSpan(offset, PropertyLength);
            // Nothing, five times; the return stays where it is.
            code[..5].Clear();
            code[5] = LoadString;
            BinaryPrimitives.WriteUInt32LittleEndian(code[6..], UserStringToken | (uint)strings.Add(text));
        }
        return strings.IsChanged ? AssemblyFile.ReplaceMetadata(result, pe.PEHeaders, strings.ToMetadata()) : result;
    }

    private static Dictionary<string, string> ReadTexts(PEReader pe, MetadataReader metadata)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ManifestResource resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            if (!metadata.GetString(resource.Name).EndsWith(".resources", StringComparison.Ordinal)) continue;
            PEMemoryBlock section = pe.GetSectionData(pe.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
            BlobReader reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            using var entries = new ResourceReader(new MemoryStream(reader.ReadBytes(reader.ReadInt32())));
            foreach (DictionaryEntry entry in entries)
                if (entry is { Key: string key, Value: string text }) texts[key] = text;
        }
        return texts;
    }

    /// <summary>Where in the file the code of each property is that only looks a text up.</summary>
    private static IEnumerable<int> MessageProperties(PEReader pe, MetadataReader metadata, byte[] file)
    {
        IEnumerable<MethodDefinition> methods = metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => metadata.GetString(type.Name) == MessageClass)
            .SelectMany(type => type.GetMethods())
            .Select(metadata.GetMethodDefinition)
            .Where(method => method.RelativeVirtualAddress != 0);
        foreach (MethodDefinition method in methods)
        {
            int body = AssemblyFile.OffsetOf(pe.PEHeaders, method.RelativeVirtualAddress);
            bool isTiny = (file[body] & 3) == 2;
            int code = body + (isTiny ? 1 : 12);
            int length = isTiny ? file[body] >> 2 : BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(body + 4));
            if (length == PropertyLength && file[code] == LoadString && file[code + 5] == Call && file[code + 10] == Return) yield return code;
        }
    }
}
