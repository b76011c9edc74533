// Arrays of primitive elements as bytes.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public static unsafe partial class Buffer
{
    private static Span<byte> BytesOf(Array array, string parameter)
    {
        ArgumentNullException.ThrowIfNull(array, parameter);
        MethodTable* element = array.m_pEEType->Related;
        if (!element->IsPrimitive) throw new ArgumentException("Object must be an array of primitives.", parameter);
        ref byte first = ref Unsafe.Add(ref Unsafe.As<RawArrayData>(array).Data, array.m_pEEType->ArrayElementsOffset);
        return new Span<byte>(Unsafe.AsPointer(ref first), checked((int)(array.Length * (long)array.m_pEEType->ComponentSize)));
    }

    public static int ByteLength(Array array) => BytesOf(array, nameof(array)).Length;

    public static byte GetByte(Array array, int index)
    {
        Span<byte> bytes = BytesOf(array, nameof(array));
        if ((uint)index >= (uint)bytes.Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        return bytes[index];
    }

    public static void SetByte(Array array, int index, byte value)
    {
        Span<byte> bytes = BytesOf(array, nameof(array));
        if ((uint)index >= (uint)bytes.Length) ThrowHelper.ArgumentOutOfRange(nameof(index));
        bytes[index] = value;
    }

    public static void BlockCopy(Array src, int srcOffset, Array dst, int dstOffset, int count)
    {
        Span<byte> source = BytesOf(src, nameof(src)), destination = BytesOf(dst, nameof(dst));
        ArgumentOutOfRangeException.ThrowIfNegative(srcOffset, nameof(srcOffset));
        ArgumentOutOfRangeException.ThrowIfNegative(dstOffset, nameof(dstOffset));
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(count));
        if (source.Length - srcOffset < count || destination.Length - dstOffset < count)
            throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.");
        source.Slice(srcOffset, count).CopyTo(destination.Slice(dstOffset));
    }

    public static void MemoryCopy(void* source, void* destination, ulong destinationSizeInBytes, ulong sourceBytesToCopy)
    {
        if (sourceBytesToCopy > destinationSizeInBytes) ThrowHelper.ArgumentOutOfRange(nameof(sourceBytesToCopy));
        SpanHelpers.Memmove(ref *(byte*)destination, ref *(byte*)source, (nuint)sourceBytesToCopy);
    }
}
