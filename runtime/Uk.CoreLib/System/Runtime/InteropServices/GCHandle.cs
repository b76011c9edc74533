// Handles: numbers that keep objects alive, or only find them while they are.

using Internal.Runtime;
using Internal.Runtime.GarbageCollection;

namespace System.Runtime.InteropServices;

public enum GCHandleType
{
    Weak = 0, WeakTrackResurrection = 1, Normal = 2, Pinned = 3,
}

/// <summary>A place in a table of objects. Objects do not move, so every handle is a pinned one.</summary>
public struct GCHandle : IEquatable<GCHandle>
{
    private static readonly object s_null = new();
    private static object?[] s_targets = [];
    private static int s_next;
    private static SpinGate s_gate;

    /// <summary>One more than the place, times two, and one more for a pinned handle; zero means none.</summary>
    private nint _handle;

    private GCHandle(nint handle) => _handle = handle;

    public static GCHandle Alloc(object? value) => new(Enter(value ?? s_null) << 1);

    public static GCHandle Alloc(object? value, GCHandleType type) => type switch
    {
        GCHandleType.Weak or GCHandleType.WeakTrackResurrection =>
            new GCHandle(Enter(new WeakHolder(value, type == GCHandleType.WeakTrackResurrection)) << 1),
        GCHandleType.Normal => Alloc(value),
        GCHandleType.Pinned => new GCHandle((Enter(value ?? s_null) << 1) | 1),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static nint Enter(object target)
    {
        s_gate.Enter();
        int place = s_next;
        while (place < s_targets.Length && s_targets[place] is not null) place++;
        if (place == s_targets.Length) Array.Resize(ref s_targets!, Math.Max(8, place * 2));
        s_targets[place] = target;
        s_next = place + 1;
        s_gate.Exit();
        return place + 1;
    }

    public readonly bool IsAllocated => _handle != 0;

    private readonly ref object? Place
    {
        get
        {
            if (_handle == 0) ThrowHelper.InvalidOperation("Handle is not initialized.");
            return ref s_targets[(int)(_handle >> 1) - 1];
        }
    }

    public object? Target
    {
        readonly get
        {
            object? entry = Place;
            return entry is WeakHolder weak ? weak.Target : ReferenceEquals(entry, s_null) ? null : entry;
        }
        set
        {
            ref object? place = ref Place;
            if (place is WeakHolder weak) weak.Target = value;
            else place = value ?? s_null;
        }
    }

    /// <summary>The first element of an array, the first character of a string, the value in a box.</summary>
    public readonly unsafe IntPtr AddrOfPinnedObject()
    {
        object? target = Target;
        if ((_handle & 1) == 0) ThrowHelper.InvalidOperation("Handle is not pinned.");
        if (target is null) return 0;
        if (target is string text)
            fixed (char* first = text) return (nint)first;
        ref byte data = ref target is Array array
            ? ref MemoryMarshal.GetArrayDataReference(array)
            : ref CompilerServices.Unsafe.As<CompilerServices.RawData>(target).Data;
        return (nint)CompilerServices.Unsafe.AsPointer(ref data);
    }

    public void Free()
    {
        s_gate.Enter();
        Place = null;
        s_next = Math.Min(s_next, (int)(_handle >> 1) - 1);
        s_gate.Exit();
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
