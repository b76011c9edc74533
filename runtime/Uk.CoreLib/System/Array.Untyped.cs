// Arrays whose element type is known only at run time, and arrays of several dimensions.

using System.Collections;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public abstract unsafe partial class Array
{
    public int Rank => m_pEEType->ArrayRank;

    public bool IsSynchronized => false;
    public object SyncRoot => this;
    public bool IsFixedSize => true;
    public bool IsReadOnly => false;
    int ICollection.Count => Length;

    private bool IsOneDimensional => m_pEEType->ArrayElementsOffset == 0;

    public int GetLength(int dimension)
    {
        if ((uint)dimension >= (uint)Rank) throw new IndexOutOfRangeException("Array does not have that many dimensions.");
        return IsOneDimensional ? Length : Unsafe.Add(ref Unsafe.As<byte, int>(ref Unsafe.As<RawArrayData>(this).Data), dimension);
    }

    public long GetLongLength(int dimension) => GetLength(dimension);

    /// <summary>Zero: C# has no other arrays.</summary>
    public int GetLowerBound(int dimension)
    {
        if ((uint)dimension >= (uint)Rank) throw new IndexOutOfRangeException("Array does not have that many dimensions.");
        return 0;
    }

    public int GetUpperBound(int dimension) => GetLength(dimension) - 1;

    public object Clone()
    {
        object clone = Allocator.NewArray(m_pEEType, Length);
        SpanHelpers.Memmove(
            ref Unsafe.As<RawArrayData>(clone).Data, ref Unsafe.As<RawArrayData>(this).Data,
            m_pEEType->ArrayElementsOffset + (nuint)m_pEEType->ComponentSize * (uint)Length);
        return clone;
    }

    public void CopyTo(Array array, int index)
    {
        if (array is not null && array.Rank != 1) throw new ArgumentException("Only single dimensional arrays are supported for the requested action.");
        Copy(this, 0, array!, index, Length);
    }

    public void CopyTo(Array array, long index) => CopyTo(array, Checked(index));

    public static void Copy(Array sourceArray, Array destinationArray, long length) => Copy(sourceArray, destinationArray, Checked(length));

    public static void Copy(Array sourceArray, long sourceIndex, Array destinationArray, long destinationIndex, long length) =>
        Copy(sourceArray, Checked(sourceIndex), destinationArray, Checked(destinationIndex), Checked(length));

    public static void ConstrainedCopy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length) =>
        Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length);

    private static int Checked(long index)
    {
        if (index != (int)index) throw new ArgumentOutOfRangeException(nameof(index), "Arrays larger than 2GB are not supported.");
        return (int)index;
    }

    public void Initialize() { }

    /// <summary>The place of an element, whatever the dimensions: in the order of memory.</summary>
    private ref byte ElementAt(int flatIndex) =>
        ref Unsafe.Add(ref Unsafe.As<RawArrayData>(this).Data, (nint)m_pEEType->ArrayElementsOffset + (nint)m_pEEType->ComponentSize * flatIndex);

    internal object? ValueAt(int flatIndex)
    {
        MethodTable* element = m_pEEType->Related;
        ref byte place = ref ElementAt(flatIndex);
        return element->IsValueType ? RuntimeExports.Box(element, ref place) : Unsafe.As<byte, object?>(ref place);
    }

    internal void SetValueAt(int flatIndex, object? value)
    {
        MethodTable* element = m_pEEType->Related;
        ref byte place = ref ElementAt(flatIndex);
        if (!element->IsValueType)
        {
            if (TypeCast.IsInstanceOfAny(element, value) is null && value is not null) throw CannotStore();
            Unsafe.As<byte, object?>(ref place) = value;
        }
        else if (value is null && !element->IsNullable)
            SpanHelpers.ClearWithoutReferences(ref place, element->ValueTypeSize);
        else if (value is null || value.m_pEEType == element || element->IsNullable)
            RuntimeExports.UnboxInto(ref place, element, value);
        else if (!PrimitiveWidening.TryStore(ref place, element, value)) throw CannotStore();
    }

    private static InvalidCastException CannotStore() => new("Object cannot be stored in an array of this type.");

    private int FlatIndex(ReadOnlySpan<int> indices)
    {
        if (Rank != indices.Length) throw new ArgumentException("Array was not an array of that many dimensions.");
        int flat = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            int length = GetLength(i);
            if ((uint)indices[i] >= (uint)length) ThrowHelper.IndexOutOfRange();
            flat = flat * length + indices[i];
        }
        return flat;
    }

    public object? GetValue(int index) => ValueAt(FlatIndex([index]));
    public object? GetValue(int index1, int index2) => ValueAt(FlatIndex([index1, index2]));
    public object? GetValue(int index1, int index2, int index3) => ValueAt(FlatIndex([index1, index2, index3]));
    public object? GetValue(long index) => GetValue(Checked(index));
    public object? GetValue(long index1, long index2) => GetValue(Checked(index1), Checked(index2));
    public object? GetValue(long index1, long index2, long index3) => GetValue(Checked(index1), Checked(index2), Checked(index3));

    public object? GetValue(params int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices, nameof(indices));
        return ValueAt(FlatIndex(indices));
    }

    public void SetValue(object? value, int index) => SetValueAt(FlatIndex([index]), value);
    public void SetValue(object? value, int index1, int index2) => SetValueAt(FlatIndex([index1, index2]), value);
    public void SetValue(object? value, int index1, int index2, int index3) => SetValueAt(FlatIndex([index1, index2, index3]), value);
    public void SetValue(object? value, long index) => SetValue(value, Checked(index));
    public void SetValue(object? value, long index1, long index2) => SetValue(value, Checked(index1), Checked(index2));
    public void SetValue(object? value, long index1, long index2, long index3) =>
        SetValue(value, Checked(index1), Checked(index2), Checked(index3));

    public void SetValue(object? value, params int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices, nameof(indices));
        SetValueAt(FlatIndex(indices), value);
    }

    public IEnumerator GetEnumerator() => new UntypedArrayEnumerator(this);
}

/// <summary>Goes over the elements of any array as objects.</summary>
internal sealed class UntypedArrayEnumerator(Array array) : IEnumerator, ICloneable
{
    private int _index = -1;

    public object? Current =>
        _index < 0 ? throw new InvalidOperationException("Enumeration has not started. Call MoveNext.")
        : _index >= array.Length ? throw new InvalidOperationException("Enumeration already finished.")
        : array.ValueAt(_index);

    public bool MoveNext()
    {
        if (_index >= array.Length) return false;
        return ++_index < array.Length;
    }

    public void Reset() => _index = -1;

    public object Clone() => new UntypedArrayEnumerator(array) { _index = _index };
}
