// Memory for libraries under test: a machine that counts, and options that a test sets.

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Uk.Memory;
using Uk.Platform;

namespace Uk.Libs.Tests.Memory;

/// <summary>A machine whose memory comes from the process; it remembers what was asked of it.</summary>
internal unsafe struct TestMachine<TTest> : IMachineMemory<TestMachine<TTest>>
{
    public static readonly List<(nuint Length, nuint Alignment)> Reserved = [];
    public static readonly List<(nuint Address, nuint Length)> Fixed = [];

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        Reserved.Add((lengthBytes, alignmentBytes));
        // Tests make more regions than one program may have.
        void* memory = NativeMemory.AlignedAlloc(lengthBytes, alignmentBytes);
        NativeMemory.Clear(memory, lengthBytes);
        return (nuint)memory;
    }

    public static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        Fixed.Add((address, lengthBytes));
        return HostPlatform.ReserveAt(address, lengthBytes);
    }

    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) => throw new NotSupportedException();
}

internal struct TestArenaOptions<TTest> : IRegionArenaOptions
{
    public static long LengthValue;
    public static long AlignmentValue = 4096;

    public static long Length => LengthValue;
    public static long Alignment => AlignmentValue;
}

internal struct TestRegionOptions<TTest> : IMemoryRegionOptions
{
    public static long SizeValue;
    public static PageSize PageSizeValue;
    public static long AtValue;
    public static long OffsetValue;

    public static long Size => SizeValue;
    public static PageSize PageSize => PageSizeValue;
    public static long At => AtValue;
    public static long Offset => OffsetValue;
}
