// Memory that can be kept: a part of an array or of what a MemoryManager owns.

using System.Buffers;
using System.Runtime.CompilerServices;

namespace System;

public readonly struct Memory<T> : IEquatable<Memory<T>>
{
    // The same three fields as ReadOnlyMemory, in the same order: the two are converted in place.
    private readonly object? _object;
    private readonly int _index;
    private readonly int _length;

    public Memory(T[]? array)
    {
        if (array is null) return;
        CheckElementType(array);
        _object = array;
        _length = array.Length;
    }

    public Memory(T[]? array, int start, int length)
    {
        if (array is null)
        {
            if (start != 0 || length != 0) ThrowHelper.ArgumentOutOfRange(nameof(start));
            return;
        }
        CheckElementType(array);
        if ((ulong)(uint)start + (uint)length > (uint)array.Length) ThrowHelper.ArgumentOutOfRange(nameof(start));
        _object = array;
        _index = start;
        _length = length;
    }

    internal Memory(object? owner, int start, int length)
    {
        _object = owner;
        _index = start;
        _length = length;
    }

    // Through a Memory<object> one could store anything, and the array may be of strings.
    private static unsafe void CheckElementType(T[] array)
    {
        if (!Internal.Runtime.MethodTable.Of<T>()->IsValueType && array.m_pEEType != Internal.Runtime.MethodTable.Of<T[]>()) throw new ArrayTypeMismatchException();
    }

    public static Memory<T> Empty => default;

    public int Length => _length;
    public bool IsEmpty => _length == 0;

    public Span<T> Span
    {
        get
        {
            ReadOnlySpan<T> span = ((ReadOnlyMemory<T>)this).Span;
            return new Span<T>(ref span._reference, span.Length);
        }
    }

    public Memory<T> Slice(int start)
    {
        if ((uint)start > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(start));
        return new Memory<T>(_object, _index + start, _length - start);
    }

    public Memory<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(start));
        return new Memory<T>(_object, _index + start, length);
    }

    public void CopyTo(Memory<T> destination) => Span.CopyTo(destination.Span);
    public bool TryCopyTo(Memory<T> destination) => Span.TryCopyTo(destination.Span);
    public T[] ToArray() => Span.ToArray();
    public MemoryHandle Pin() => ((ReadOnlyMemory<T>)this).Pin();

    public static implicit operator Memory<T>(T[]? array) => new(array);
    public static implicit operator Memory<T>(ArraySegment<T> segment) => new(segment.Array, segment.Offset, segment.Count);
    public static implicit operator ReadOnlyMemory<T>(Memory<T> memory) => new(memory._object, memory._index, memory._length);

    public override string ToString() =>
        typeof(T) == typeof(char)
            ? ((ReadOnlyMemory<T>)this).ToString()
            : string.Concat("System.Memory[", _length.ToString(), "]");

    public bool Equals(Memory<T> other) => _object == other._object && _index == other._index && _length == other._length;

    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? obj) =>
        obj is ReadOnlyMemory<T> readOnly ? readOnly.Equals(this) : obj is Memory<T> memory && Equals(memory);

    public override int GetHashCode() => ((ReadOnlyMemory<T>)this).GetHashCode();
}

public readonly struct ReadOnlyMemory<T> : IEquatable<ReadOnlyMemory<T>>
{
    private readonly object? _object;
    private readonly int _index;
    private readonly int _length;

    public ReadOnlyMemory(T[]? array)
    {
        _object = array;
        _length = array is null ? 0 : array.Length;
    }

    public ReadOnlyMemory(T[]? array, int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)(array is null ? 0 : array.Length)) ThrowHelper.ArgumentOutOfRange(nameof(start));
        _object = array;
        _index = start;
        _length = length;
    }

    internal ReadOnlyMemory(object? owner, int start, int length)
    {
        _object = owner;
        _index = start;
        _length = length;
    }

    public static ReadOnlyMemory<T> Empty => default;

    public int Length => _length;
    public bool IsEmpty => _length == 0;

    /// <summary>An array, a string, a MemoryManager or nothing, and the part of it.</summary>
    internal object? Owner(out int start, out int length)
    {
        start = _index;
        length = _length;
        return _object;
    }

    public unsafe ReadOnlySpan<T> Span
    {
        get
        {
            object? owner = _object;
            if (owner is null) return default;
            if (typeof(T) == typeof(char) && owner is string text)
                return new ReadOnlySpan<T>(in Unsafe.As<char, T>(ref text.FirstChar), text.Length).Slice(_index, _length);
            if (owner.m_pEEType->IsArray) return new ReadOnlySpan<T>(Unsafe.As<T[]>(owner), _index, _length);
            return ((ReadOnlySpan<T>)Unsafe.As<MemoryManager<T>>(owner).GetSpan()).Slice(_index, _length);
        }
    }

    public ReadOnlyMemory<T> Slice(int start)
    {
        if ((uint)start > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(start));
        return new ReadOnlyMemory<T>(_object, _index + start, _length - start);
    }

    public ReadOnlyMemory<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length) ThrowHelper.ArgumentOutOfRange(nameof(start));
        return new ReadOnlyMemory<T>(_object, _index + start, length);
    }

    public void CopyTo(Memory<T> destination) => Span.CopyTo(destination.Span);
    public bool TryCopyTo(Memory<T> destination) => Span.TryCopyTo(destination.Span);
    public T[] ToArray() => Span.ToArray();

    /// <summary>Objects do not move: the handle keeps the owner alive, and asks a MemoryManager for its address.</summary>
    public unsafe MemoryHandle Pin()
    {
        object? owner = _object;
        if (owner is null) return default;
        if (owner is MemoryManager<T> manager) return manager.Pin(_index);
        return new MemoryHandle(Unsafe.AsPointer(ref Span._reference), owner);
    }

    public static implicit operator ReadOnlyMemory<T>(T[]? array) => new(array);
    public static implicit operator ReadOnlyMemory<T>(ArraySegment<T> segment) => new(segment.Array, segment.Offset, segment.Count);

    public override string ToString()
    {
        if (typeof(T) == typeof(char))
            return _object is string text && _length == text.Length ? text : Span.ToString();
        return string.Concat("System.ReadOnlyMemory[", _length.ToString(), "]");
    }

    public bool Equals(ReadOnlyMemory<T> other) => _object == other._object && _index == other._index && _length == other._length;

    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? obj) =>
        obj is ReadOnlyMemory<T> readOnly ? Equals(readOnly) : obj is Memory<T> memory && Equals(memory);

    public override int GetHashCode() =>
        _object is null ? 0 : HashCode.Combine(RuntimeHelpers.GetHashCode(_object), _index, _length);
}
