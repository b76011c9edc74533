// Copying and filling memory. Compiled code calls the SpanHelpers members by name for large copies.

using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public static unsafe class Buffer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

/// <summary>
/// runtime.S. Compiled code calls these too, so the parameters are in the order that it has them in. For short blocks of a
/// length that the compiler knows it writes the instructions itself.
/// </summary>
internal static class SpanHelpers
{
    [Intrinsic]
    [RuntimeImport("*", "uk_memmove")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Memmove(ref byte destination, ref byte source, nuint byteCount);

    [Intrinsic]
    [RuntimeImport("*", "uk_clear")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ClearWithoutReferences(ref byte destination, nuint byteCount);

    [Intrinsic]
    [RuntimeImport("*", "uk_fill")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Fill(ref byte destination, byte value, nuint byteCount);
}
