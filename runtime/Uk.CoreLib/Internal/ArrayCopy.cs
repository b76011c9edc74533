// Array.Copy and Array.Clear over any element type.

using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

internal static unsafe class ArrayCopy
{
    internal static void Copy(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        if (source is null) throw new ArgumentNullException("sourceArray");
        if (destination is null) throw new ArgumentNullException("destinationArray");
        if (source.m_pEEType != destination.m_pEEType)
        {
            CopyBetweenTypes(source, sourceIndex, destination, destinationIndex, length);
            return;
        }
        ref byte from = ref Elements(source, sourceIndex, length, out nuint byteCount);
        ref byte to = ref Elements(destination, destinationIndex, length, out _);
        SpanHelpers.Memmove(ref to, ref from, byteCount);
    }

    internal static void Clear(Array array, int index, int length)
    {
        ref byte start = ref Elements(array, index, length, out nuint byteCount);
        SpanHelpers.ClearWithoutReferences(ref start, byteCount);
    }

    private static ref byte Elements(Array array, int index, int length, out nuint byteCount)
    {
        if (index < 0) ThrowHelper.ArgumentOutOfRange(nameof(index));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        if ((uint)index + (ulong)(uint)length > (uint)array.Length) ThrowHelper.Argument("The array is too short.");
        nuint size = array.m_pEEType->ComponentSize;
        byteCount = size * (uint)length;
        return ref Unsafe.Add(ref Unsafe.As<RawArrayData>(array).Data, array.m_pEEType->ArrayElementsOffset + size * (uint)index);
    }

    private static void CopyBetweenTypes(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        if (source.Rank != destination.Rank) throw new RankException("Source and destination arrays must have the same number of dimensions.");
        ref byte from = ref Elements(source, sourceIndex, length, out nuint byteCount);
        ref byte to = ref Elements(destination, destinationIndex, length, out _);
        MethodTable* fromElement = source.m_pEEType->Related;
        MethodTable* toElement = destination.m_pEEType->Related;
        bool isSame = fromElement->IsValueType
            ? toElement->IsValueType && (fromElement == toElement || HaveSameBits(fromElement, toElement))
            : !toElement->IsValueType && TypeCast.IsAssignable(fromElement, toElement);
        if (isSame)
        {
            SpanHelpers.Memmove(ref to, ref from, byteCount);
            return;
        }
        if (!fromElement->IsValueType || !toElement->IsValueType) CopyObjects(source, sourceIndex, destination, destinationIndex, length);
        else
        {
            if (!PrimitiveWidening.IsAllowed(fromElement, toElement)) throw Mismatch();
            for (int i = 0; i < length; i++)
                PrimitiveWidening.Convert(
                    ref Unsafe.Add(ref from, (nint)i * (nint)source.m_pEEType->ComponentSize), fromElement,
                    ref Unsafe.Add(ref to, (nint)i * (nint)destination.m_pEEType->ComponentSize), toElement);
        }
    }

    /// <summary>Integers of one size, whatever their sign, and enums over them.</summary>
    private static bool HaveSameBits(MethodTable* left, MethodTable* right) =>
        left->IsInteger && right->IsInteger && left->IntegerSizeLog2 == right->IntegerSizeLog2;

    /// <summary>Boxes, opens boxes or casts down: each element may fail.</summary>
    private static void CopyObjects(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        MethodTable* fromElement = source.m_pEEType->Related;
        MethodTable* toElement = destination.m_pEEType->Related;
        bool canWork = fromElement->IsValueType ? TypeCast.IsAssignable(fromElement, toElement)
            : TypeCast.IsAssignable(toElement, fromElement) || fromElement->IsInterface || (toElement->IsInterface && !fromElement->IsValueType);
        if (!canWork) throw Mismatch();
        for (int i = 0; i < length; i++)
        {
            object? value = source.ValueAt(sourceIndex + i);
            if (toElement->IsValueType && !toElement->IsNullable && (value is null || value.m_pEEType != toElement)) throw BadElement();
            if (!toElement->IsValueType && value is not null && TypeCast.IsInstanceOfAny(toElement, value) is null) throw BadElement();
            destination.SetValueAt(destinationIndex + i, value);
        }
    }

    private static ArrayTypeMismatchException Mismatch() =>
        new("Source array type cannot be assigned to destination array type.");

    private static InvalidCastException BadElement() =>
        new("At least one element in the source array could not be cast down to the destination array type.");
}
