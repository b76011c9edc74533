using System.Runtime.InteropServices;
using Internal.Runtime;

namespace System.Runtime.CompilerServices;

public static class RuntimeHelpers
{
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() where T : allows ref struct => throw null!;

    [Intrinsic]
    internal static bool IsBitwiseEquatable<T>() => throw null!;

    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) => throw null!;

    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) => throw null!;

    /// <summary>Objects do not move, so the address identifies one for as long as it lives.</summary>
    public static unsafe int GetHashCode(object? o) => o is null ? 0 : (int)((nuint)(*(void**)&o) >> 3) * -1640531535;

    /// <summary>Whether two references are the same, or boxes of one type with the same bytes.</summary>
    public static new unsafe bool Equals(object? o1, object? o2)
    {
        if (ReferenceEquals(o1, o2)) return true;
        if (o1 is null || o2 is null || o1.m_pEEType != o2.m_pEEType || !o1.m_pEEType->IsValueType) return false;
        int size = (int)o1.m_pEEType->ValueTypeSize;
        return new ReadOnlySpan<byte>(in Unsafe.As<RawData>(o1).Data, size).SequenceEqual(new ReadOnlySpan<byte>(in Unsafe.As<RawData>(o2).Data, size));
    }

    /// <summary>What a method may need that asks whether there is enough.</summary>
    private const int EnoughStack = 4096;

    public static void EnsureSufficientExecutionStack()
    {
        if (!TryEnsureSufficientExecutionStack()) throw new InsufficientExecutionStackException();
    }

    public static unsafe bool TryEnsureSufficientExecutionStack()
    {
        byte here;
        return Panic.IsStack((ulong*)(&here - EnoughStack)) != 0;
    }

    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(array.Length);
        return new ReadOnlySpan<T>(array, offset, length).ToArray();
    }
}

/// <summary>Any object, to reach its first field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal class RawData
{
    public byte Data;
}
