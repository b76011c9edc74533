// The file around the metadata of an assembly. PE/COFF, "Section Table"; ECMA-335, II.25.3.3 (CLI header).

using System;
using System.Buffers.Binary;
using System.Linq;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Stock;

internal static class AssemblyFile
{
    private const int SectionHeaderSize = 40, VirtualSizeAt = 8, RawSizeAt = 16;
    private const int ImageSizeAt = 56;
    private const int MetadataDirectoryAt = 8;

    /// <summary>Where in the file a relative virtual address is.</summary>
    public static int OffsetOf(PEHeaders headers, int address)
    {
        SectionHeader section = headers.SectionHeaders[headers.GetContainingSectionIndex(address)];
        return address - section.VirtualAddress + section.PointerToRawData;
    }

    /// <summary>Puts other metadata at the end of the file, in the last section, and leaves the old where it was, unused.</summary>
    public static byte[] ReplaceMetadata(byte[] file, PEHeaders headers, byte[] metadata)
    {
        int last = Enumerable.Range(0, headers.SectionHeaders.Length).MaxBy(i => headers.SectionHeaders[i].PointerToRawData);
        SectionHeader section = headers.SectionHeaders[last];
        int start = Align(file.Length, 4);
        byte[] result = new byte[Align(start + metadata.Length, headers.PEHeader!.FileAlignment)];
        file.CopyTo(result, 0);
        metadata.CopyTo(result, start);

        int size = result.Length - section.PointerToRawData;
        int header = headers.PEHeaderStartOffset + headers.CoffHeader.SizeOfOptionalHeader + last * SectionHeaderSize;
        Write(result, header + VirtualSizeAt, size);
        Write(result, header + RawSizeAt, size);
        Write(result, headers.PEHeaderStartOffset + ImageSizeAt, Align(section.VirtualAddress + size, headers.PEHeader.SectionAlignment));
        Write(result, headers.CorHeaderStartOffset + MetadataDirectoryAt, start - section.PointerToRawData + section.VirtualAddress);
        Write(result, headers.CorHeaderStartOffset + MetadataDirectoryAt + 4, metadata.Length);
        return result;
    }

    private static int Align(int value, int alignment) => (value + alignment - 1) / alignment * alignment;

    private static void Write(byte[] file, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(offset), value);
}
