// What the VMM hands over: hvm_start_info and the memory map behind it. Xen, public/arch-x86/hvm/start_info.h.
// Everything in it is checked here, once.

using System;
using System.Runtime.InteropServices;

namespace Uk.Platform.Kvm;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StartInfo
{
    private const uint XEN_HVM_START_MAGIC_VALUE = 0x336ec578;

    /// <summary>Below 1 MiB: boot.S has mapped this much.</summary>
    private const ulong ReadableEnd = 0x10_0000;

    private const int MaxCommandLineLength = 4096;

    private readonly uint _magic;
    private readonly uint _version;
    private readonly uint _flags;
    private readonly uint _moduleCount;
    private readonly ulong _moduleList;
    private readonly ulong _commandLine;
    private readonly ulong _rsdp;
    private readonly ulong _memoryMap;
    private readonly uint _memoryMapEntries;
    private readonly uint _reserved;

    /// <summary>Null until <see cref="Accept"/> has found it sound.</summary>
    private static StartInfo* s_current;

    /// <summary>Takes the structure that the VMM passed, or none if it is not one: then there is no memory map.</summary>
    internal static void Accept(StartInfo* startInfo)
    {
        if (!IsReadable((ulong)startInfo, (ulong)sizeof(StartInfo)) || (ulong)startInfo < PageTables.PageLength) return;
        if (startInfo->_magic != XEN_HVM_START_MAGIC_VALUE || startInfo->_version == 0) return;
        s_current = startInfo;
    }

    /// <summary>
    /// The memory map; empty if there is none that can be read. Only before <see cref="PageTables.UnmapFirstPage"/>:
    /// QEMU puts it into the first page.
    /// </summary>
    internal static ReadOnlySpan<MemoryMapEntry> MemoryMap
    {
        get
        {
            if (s_current == null) return default;
            ulong length = s_current->_memoryMapEntries * (ulong)sizeof(MemoryMapEntry);
            return IsReadable(s_current->_memoryMap, length)
                ? new ReadOnlySpan<MemoryMapEntry>((void*)s_current->_memoryMap, (int)s_current->_memoryMapEntries)
                : default;
        }
    }

    /// <summary>The kernel command line without its terminating zero; empty if there is none that can be read.</summary>
    internal static ReadOnlySpan<byte> CommandLine
    {
        get
        {
            // A command line in the first page is lost; QEMU and Firecracker put it elsewhere.
            if (s_current == null || s_current->_commandLine < PageTables.PageLength) return default;
            byte* text = (byte*)s_current->_commandLine;
            int length = 0;
            while (length < MaxCommandLineLength && IsReadable((ulong)(text + length), 1) && text[length] != 0) length++;
            return new ReadOnlySpan<byte>(text, length);
        }
    }

    /// <summary>Something that may still be read lies there.</summary>
    internal static bool Holds(nuint start, nuint lengthBytes)
    {
        if (s_current == null) return false;
        if ((nuint)s_current < start + lengthBytes && start < (nuint)(s_current + 1)) return true;
        ReadOnlySpan<byte> text = CommandLine;
        return s_current->_commandLine < start + lengthBytes && start <= s_current->_commandLine + (ulong)text.Length;
    }

    private static bool IsReadable(ulong address, ulong length) =>
        address != 0 && address < ReadableEnd && length <= ReadableEnd - address;
}

/// <summary>hvm_memmap_table_entry.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct MemoryMapEntry
{
    internal const uint XEN_HVM_MEMMAP_TYPE_RAM = 1;

    internal readonly ulong Address;
    internal readonly ulong Size;
    internal readonly uint Type;
    private readonly uint _reserved;
}
