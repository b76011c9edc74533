// RAM that the driver and the model of a device share. A device addresses it at another place than the driver, so that
// mixing the two up cannot pass a test, and an address outside it is an error of the driver.

using System;
using System.Runtime.InteropServices;
using Uk.Memory;

namespace Uk.Virtio.Tests.Model;

internal static unsafe class ModelMemory
{
    public const int LengthBytes = 8 << 20;
    private const ulong IovaBase = 0x12_3400_0000;

    private static readonly byte* _start = (byte*)NativeMemory.AlignedAlloc(LengthBytes, 4096);
    private static nuint _used;

    /// <summary>What is left to allocate; tests lower it.</summary>
    public static nuint Limit { get; set; } = LengthBytes;

    /// <summary>The memory is another one, which only a backend's mapping leads to.</summary>
    public static Func<ulong, uint, nint>? Elsewhere { get; set; }

    public static nuint Base => (nuint)_start;
    public static nuint UsedBytes => _used;

    public static void Reset()
    {
        new Span<byte>(_start, LengthBytes).Clear();
        _used = 0;
        Limit = LengthBytes;
    }

    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes)
    {
        nuint start = (_used + alignmentBytes - 1) & ~(alignmentBytes - 1);
        if (start + lengthBytes > Limit) return 0;
        _used = start + lengthBytes;
        return (nuint)_start + start;
    }

    public static ulong ToIova(nuint address) => IovaBase + (address - (nuint)_start);

    public static byte* FromIova(ulong iova, uint lengthBytes)
    {
        if (Elsewhere is { } translate) return (byte*)translate(iova, lengthBytes);
        if (iova < IovaBase || lengthBytes > LengthBytes || iova - IovaBase > LengthBytes - lengthBytes)
            throw new InvalidOperationException($"the device was given 0x{iova:X}+{lengthBytes}, which is not memory");
        return _start + (iova - IovaBase);
    }
}

internal readonly struct ModelRegion : IMemoryRegion<ModelRegion>
{
    public static nuint BaseAddress => ModelMemory.Base;
    public static nuint LengthBytes => ModelMemory.Limit;
    public static nuint FreeBytes => ModelMemory.Limit - ModelMemory.UsedBytes;
    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes) =>
        ModelMemory.Allocate(lengthBytes, alignmentBytes);
    public static bool Free(nuint address, nuint lengthBytes) => false;
    public static ulong ToIova(nuint address) => ModelMemory.ToIova(address);
}
