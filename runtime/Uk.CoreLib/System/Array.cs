using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

public abstract partial class Array : ICloneable, IList, IStructuralComparable, IStructuralEquatable
{
    // First field of every array, behind the method table. Compiled code reads it by offset.
    private int _numComponents;

    private protected Array() { }

    public int Length => _numComponents;

    private static class EmptyOf<T>
    {
        internal static readonly T[] Value = new T[0];
    }

    public static T[] Empty<T>() => EmptyOf<T>.Value;

    /// <summary>The first element, or where it would be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref T DataReference<T>(T[] array) =>
        ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(array).Data);

    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length) =>
        ArrayCopy.Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length);

    public static void Copy(Array sourceArray, Array destinationArray, int length) =>
        ArrayCopy.Copy(sourceArray, 0, destinationArray, 0, length);

    public static void Clear(Array array) => ArrayCopy.Clear(array, 0, array.Length);

    public static void Clear(Array array, int index, int length) => ArrayCopy.Clear(array, index, length);
}

/// <summary>An array of one dimension as compiled code lays it out: length, padding, elements.</summary>
[StructLayout(LayoutKind.Sequential)]
internal class RawArrayData
{
    public uint Length;
    public uint Padding;
    public byte Data;
}
