// Handles: numbers that keep objects alive.

namespace System.Runtime.InteropServices;

/// <summary>A place in a table of objects. Objects do not move, so every handle is a pinned one.</summary>
public struct GCHandle : IEquatable<GCHandle>
{
    private static readonly object s_null = new();
    private static object?[] s_targets = [];
    private static int s_next;

    /// <summary>One more than the place; zero means none.</summary>
    private nint _handle;

    private GCHandle(nint handle) => _handle = handle;

    public static GCHandle Alloc(object? value)
    {
        int place = s_next;
        while (place < s_targets.Length && s_targets[place] is not null) place++;
        if (place == s_targets.Length) Array.Resize(ref s_targets!, Math.Max(8, place * 2));
        s_targets[place] = value ?? s_null;
        s_next = place + 1;
        return new GCHandle(place + 1);
    }

    public readonly bool IsAllocated => _handle != 0;

    private readonly ref object? Place
    {
        get
        {
            if (_handle == 0) ThrowHelper.InvalidOperation("Handle is not initialized.");
            return ref s_targets[(int)_handle - 1];
        }
    }

    public object? Target
    {
        readonly get => ReferenceEquals(Place, s_null) ? null : Place;
        set => Place = value ?? s_null;
    }

    public void Free()
    {
        Place = null;
        s_next = Math.Min(s_next, (int)_handle - 1);
        _handle = 0;
    }

    public static GCHandle FromIntPtr(IntPtr value)
    {
        if (value == 0) ThrowHelper.InvalidOperation("Handle is not initialized.");
        return new GCHandle(value);
    }

    public static IntPtr ToIntPtr(GCHandle value) => value._handle;
    public static explicit operator GCHandle(IntPtr value) => FromIntPtr(value);
    public static explicit operator IntPtr(GCHandle value) => value._handle;

    public readonly bool Equals(GCHandle other) => _handle == other._handle;
    public override readonly bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? o) => o is GCHandle other && Equals(other);
    public override readonly int GetHashCode() => _handle.GetHashCode();
    public static bool operator ==(GCHandle a, GCHandle b) => a.Equals(b);
    public static bool operator !=(GCHandle a, GCHandle b) => !a.Equals(b);
}
