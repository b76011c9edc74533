// Array.Copy and Array.Clear over any element type.

using System.Runtime.CompilerServices;

namespace System;

internal static class ArrayCopy
{
    internal static void Copy(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        if (source is null) throw new ArgumentNullException(nameof(source));
        if (destination is null) throw new ArgumentNullException(nameof(destination));
        if (!SameType(source, destination)) throw new ArrayTypeMismatchException();
        ref byte from = ref Elements(source, sourceIndex, length, out nuint byteCount);
        ref byte to = ref Elements(destination, destinationIndex, length, out _);
        SpanHelpers.Memmove(ref to, ref from, byteCount);
    }

    internal static void Clear(Array array, int index, int length)
    {
        ref byte start = ref Elements(array, index, length, out nuint byteCount);
        SpanHelpers.ClearWithoutReferences(ref start, byteCount);
    }

    private static unsafe bool SameType(Array left, Array right) => left.m_pEEType == right.m_pEEType;

    private static unsafe ref byte Elements(Array array, int index, int length, out nuint byteCount)
    {
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if ((uint)index + (ulong)(uint)length > (uint)array.Length) ThrowHelper.Argument("The array is too short.");
        nuint size = array.m_pEEType->ComponentSize;
        byteCount = size * (uint)length;
        return ref Unsafe.Add(ref Unsafe.As<RawArrayData>(array).Data, size * (uint)index);
    }
}
