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

    /// <summary>The stack ends in a page that faults; there is no other limit to ask for.</summary>
    public static void EnsureSufficientExecutionStack() { }
    public static bool TryEnsureSufficientExecutionStack() => true;

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
