// The smallest images that boot: an ELF that QEMU and other VMMs start by the PVH protocol, written byte by byte. They serve
// to try an accelerator and as the floor that boot times are compared with.
// Xen, docs/misc/pvh; ELF-64 object file format; Intel SDM, volume 2, for the instructions.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Uk.Qemu;

/// <summary>What one of these images does. It starts in 32-bit protected mode without paging.</summary>
public static class PvhImage
{
    private const uint LoadAddress = 0x10_0000;
    private const int HeaderBytes = 64;
    private const int ProgramHeaderBytes = 56;
    private const int NoteOffset = HeaderBytes + 2 * ProgramHeaderBytes;
    private const int NoteBytes = 20;
    private const int CodeOffset = 0xC8;
    private const ushort ConsolePort = 0x3F8;
    private const ushort ExitPort = 0xF4;

    /// <summary>Ends at once with a status through isa-debug-exit.</summary>
    public static byte[] ExitingWith(byte status) => Build([.. Write(ExitPort, status), .. Halt]);

    /// <summary>Writes a text to the first serial port, then ends with a status, or waits for ever where it is null.</summary>
    public static byte[] Printing(ReadOnlySpan<byte> text, byte? status)
    {
        var code = new List<byte>();
        foreach (byte character in text) code.AddRange(Write(ConsolePort, character));
        if (status is { } value) code.AddRange(Write(ExitPort, value));
        code.AddRange(Halt);
        return Build(code.ToArray());
    }

    // mov dx, port; mov al, value; out dx, al
    private static byte[] Write(ushort port, byte value) => [0x66, 0xBA, (byte)port, (byte)(port >> 8), 0xB0, value, 0xEE];

    // cli; hlt; jmp to the hlt, which only a non-maskable interrupt leaves
    private static ReadOnlySpan<byte> Halt => [0xFA, 0xF4, 0xEB, 0xFD];

    private static byte[] Build(ReadOnlySpan<byte> code)
    {
        var image = new byte[CodeOffset + code.Length];
        WriteHeader(image);
        WriteProgramHeader(image.AsSpan(HeaderBytes), type: 1, flags: 5, offset: 0, length: image.Length, alignment: 0x1000);
        WriteProgramHeader(image.AsSpan(HeaderBytes + ProgramHeaderBytes), type: 4, flags: 4, NoteOffset, NoteBytes, alignment: 4);
        WriteNote(image.AsSpan(NoteOffset));
        code.CopyTo(image.AsSpan(CodeOffset));
        return image;
    }

    private static void WriteHeader(Span<byte> header)
    {
        // 64-bit, little-endian, version 1.
        ReadOnlySpan<byte> identification = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        identification.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[16..], 2);          // e_type: executable
        BinaryPrimitives.WriteUInt16LittleEndian(header[18..], 62);         // e_machine: x86-64
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], LoadAddress + CodeOffset);
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], HeaderBytes); // e_phoff
        BinaryPrimitives.WriteUInt16LittleEndian(header[52..], HeaderBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[54..], ProgramHeaderBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[56..], 2);          // e_phnum
    }

    private static void WriteProgramHeader(Span<byte> header, uint type, uint flags, int offset, int length, ulong alignment)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, type);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], flags);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], offset);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], LoadAddress + offset);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], LoadAddress + offset);
        BinaryPrimitives.WriteInt64LittleEndian(header[32..], length);
        BinaryPrimitives.WriteInt64LittleEndian(header[40..], length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[48..], alignment);
    }

    // XEN_ELFNOTE_PHYS32_ENTRY
    private static void WriteNote(Span<byte> note)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(note, 4);
        BinaryPrimitives.WriteUInt32LittleEndian(note[4..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(note[8..], 18);
        "Xen\0"u8.CopyTo(note[12..]);
        BinaryPrimitives.WriteUInt32LittleEndian(note[16..], LoadAddress + CodeOffset);
    }
}
