// The shared object that the kernel puts into every process: its functions read the clocks without a system call. It is
// found through the auxiliary vector (System V ABI, AMD64 supplement, 3.4.3), its functions through its symbols (ELF-64).

using System;

namespace Uk.Platform.Linux;

internal static unsafe class KernelObject
{
    /// <summary>AT_SYSINFO_EHDR: where the object's ELF header is.</summary>
    private const ulong HeaderAddress = 33;

    // Offsets in the ELF header, in a section header and in a symbol.
    private const int SectionsOffset = 0x28, SectionLength = 0x3A, SectionCount = 0x3C;
    private const int SectionType = 4, SectionStart = 0x18, SectionSize = 0x20, SectionLink = 0x28;
    private const int SymbolValue = 8, SymbolLength = 24;
    private const uint SHT_DYNSYM = 11;

    /// <summary>The address of a function, or 0.</summary>
    internal static nint Find(ReadOnlySpan<byte> name)
    {
        byte* file = Header();
        if (file == null) return 0;
        byte* sections = file + *(ulong*)(file + SectionsOffset);
        int length = *(ushort*)(file + SectionLength);
        for (int i = 0; i < *(ushort*)(file + SectionCount); i++)
        {
            byte* section = sections + i * length;
            if (*(uint*)(section + SectionType) != SHT_DYNSYM) continue;
            byte* names = file + *(ulong*)(sections + *(uint*)(section + SectionLink) * length + SectionStart);
            byte* symbol = file + *(ulong*)(section + SectionStart);
            for (byte* end = symbol + *(ulong*)(section + SectionSize); symbol < end; symbol += SymbolLength)
                if (IsName(names + *(uint*)symbol, name)) return (nint)(file + *(ulong*)(symbol + SymbolValue));
        }
        return 0;
    }

    private static bool IsName(byte* text, ReadOnlySpan<byte> name)
    {
        foreach (byte letter in name)
            if (*text++ != letter) return false;
        return *text == 0;
    }

    /// <summary>Behind the arguments and the environment, each ended by a null, are pairs of a number and a value.</summary>
    private static byte* Header()
    {
        ulong* word = (ulong*)Kernel.uk_initial_stack();
        word += *word + 2;
        while (*word++ != 0) { }
        for (; word[0] != 0; word += 2)
            if (word[0] == HeaderAddress) return (byte*)word[1];
        return null;
    }
}
