// What lies behind a Memory, and values in bytes.

using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

public static unsafe partial class MemoryMarshal
{
    public static bool TryGetArray<T>(ReadOnlyMemory<T> memory, out ArraySegment<T> segment)
    {
        object? owner = memory.Owner(out int start, out int length);
        if (owner is null)
        {
            // An empty memory has an empty array.
            segment = length == 0 ? ArraySegment<T>.Empty : default;
            return length == 0;
        }
        if (owner.m_pEEType->IsArray)
        {
            segment = new ArraySegment<T>(Unsafe.As<T[]>(owner), start, length);
            return true;
        }
        if (owner is MemoryManager<T> manager && manager.TryGetArray(out ArraySegment<T> whole))
        {
            segment = new ArraySegment<T>(whole.Array!, whole.Offset + start, length);
            return true;
        }
        if (length == 0)
        {
            segment = ArraySegment<T>.Empty;
            return true;
        }
        segment = default;
        return false;
    }

    public static bool TryGetMemoryManager<T, TManager>(ReadOnlyMemory<T> memory, [Diagnostics.CodeAnalysis.NotNullWhen(true)] out TManager? manager)
        where TManager : MemoryManager<T> => TryGetMemoryManager(memory, out manager, out _, out _);

    public static bool TryGetMemoryManager<T, TManager>(
        ReadOnlyMemory<T> memory, [Diagnostics.CodeAnalysis.NotNullWhen(true)] out TManager? manager, out int start, out int length)
        where TManager : MemoryManager<T>
    {
        manager = memory.Owner(out start, out length) as TManager;
        if (manager is not null) return true;
        start = 0;
        length = 0;
        return false;
    }

    public static bool TryGetString(
        ReadOnlyMemory<char> memory, [Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? text, out int start, out int length)
    {
        text = memory.Owner(out start, out length) as string;
        if (text is not null) return true;
        start = 0;
        length = 0;
        return false;
    }

    public static Memory<T> AsMemory<T>(ReadOnlyMemory<T> memory) => Unsafe.As<ReadOnlyMemory<T>, Memory<T>>(ref memory);

    public static Memory<T> CreateFromPinnedArray<T>(T[]? array, int start, int length) => new(array, start, length);

    public static IEnumerable<T> ToEnumerable<T>(ReadOnlyMemory<T> memory)
    {
        for (int i = 0; i < memory.Length; i++) yield return memory.Span[i];
    }

    public static ref T AsRef<T>(Span<byte> span) where T : struct
    {
        if (Unsafe.SizeOf<T>() > span.Length) ThrowHelper.ArgumentOutOfRange("length");
        return ref Unsafe.As<byte, T>(ref span._reference);
    }

    public static ref readonly T AsRef<T>(ReadOnlySpan<byte> span) where T : struct
    {
        if (Unsafe.SizeOf<T>() > span.Length) ThrowHelper.ArgumentOutOfRange("length");
        return ref Unsafe.As<byte, T>(ref span._reference);
    }

    public static bool TryRead<T>(ReadOnlySpan<byte> source, out T value) where T : struct
    {
        bool fits = Unsafe.SizeOf<T>() <= source.Length;
        value = fits ? Unsafe.ReadUnaligned<T>(ref source._reference) : default;
        return fits;
    }

    public static bool TryWrite<T>(Span<byte> destination, in T value) where T : struct
    {
        if (Unsafe.SizeOf<T>() > destination.Length) return false;
        Unsafe.WriteUnaligned(ref destination._reference, value);
        return true;
    }

    public static ref byte GetArrayDataReference(Array array)
    {
        // The elements of an array of several dimensions lie behind the two numbers that each dimension has.
        return ref Unsafe.Add(ref Unsafe.As<RawArrayData>(array).Data, (nint)array.m_pEEType->ArrayElementsOffset);
    }

    public static ReadOnlySpan<char> CreateReadOnlySpanFromNullTerminated(char* value)
    {
        if (value == null) return default;
        int length = 0;
        while (value[length] != 0) length++;
        return new ReadOnlySpan<char>(value, length);
    }

    public static ReadOnlySpan<byte> CreateReadOnlySpanFromNullTerminated(byte* value)
    {
        if (value == null) return default;
        int length = 0;
        while (value[length] != 0) length++;
        return new ReadOnlySpan<byte>(value, length);
    }
}
