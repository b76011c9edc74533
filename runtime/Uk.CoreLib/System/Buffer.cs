// Copying and filling memory. Compiled code calls the SpanHelpers members by name for large copies.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public static unsafe class Buffer
{
    internal static void Memmove<T>(ref T destination, ref T source, nuint elementCount) =>
        SpanHelpers.Memmove(
            ref Unsafe.As<T, byte>(ref destination), ref Unsafe.As<T, byte>(ref source),
            elementCount * (nuint)Unsafe.SizeOf<T>());

    /// <summary>Named by ilc. There is no write barrier to run, because the heap does not move or collect.</summary>
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount) =>
        SpanHelpers.Memmove(ref destination, ref source, byteCount);

    public static void MemoryCopy(void* source, void* destination, long destinationSizeInBytes, long sourceBytesToCopy)
    {
        if (sourceBytesToCopy > destinationSizeInBytes) ThrowHelper.ArgumentOutOfRange(nameof(sourceBytesToCopy));
        SpanHelpers.Memmove(ref *(byte*)destination, ref *(byte*)source, (nuint)sourceBytesToCopy);
    }
}

internal static unsafe class SpanHelpers
{
    internal static void Memmove(ref byte destination, ref byte source, nuint byteCount)
    {
        byte* to = (byte*)Unsafe.AsPointer(ref destination);
        byte* from = (byte*)Unsafe.AsPointer(ref source);
        if ((nuint)to - (nuint)from >= byteCount) CopyForward(to, from, byteCount);
        else CopyBackward(to, from, byteCount);
    }

    private static void CopyForward(byte* to, byte* from, nuint byteCount)
    {
        for (; byteCount >= 8; byteCount -= 8, to += 8, from += 8) *(ulong*)to = *(ulong*)from;
        for (; byteCount != 0; byteCount--) *to++ = *from++;
    }

    private static void CopyBackward(byte* to, byte* from, nuint byteCount)
    {
        for (; byteCount >= 8; byteCount -= 8) *(ulong*)(to + byteCount - 8) = *(ulong*)(from + byteCount - 8);
        for (; byteCount != 0; byteCount--) to[byteCount - 1] = from[byteCount - 1];
    }

    internal static void ClearWithoutReferences(ref byte destination, nuint byteCount) => Fill(ref destination, byteCount, 0);

    internal static void Fill(ref byte destination, nuint byteCount, byte value)
    {
        byte* to = (byte*)Unsafe.AsPointer(ref destination);
        ulong pattern = value * 0x0101_0101_0101_0101ul;
        for (; byteCount >= 8; byteCount -= 8, to += 8) *(ulong*)to = pattern;
        for (; byteCount != 0; byteCount--) *to++ = value;
    }
}
