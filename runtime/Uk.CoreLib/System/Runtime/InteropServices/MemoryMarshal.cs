using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

public static partial class MemoryMarshal
{
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;

    [Intrinsic]
    public static ref T GetArrayDataReference<T>(T[] array) => ref Array.DataReference(array);

    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) =>
        new(ref Unsafe.AsRef(in reference), length);
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) =>
        new(in Unsafe.AsRef(in reference), length);

    public static Span<byte> AsBytes<T>(Span<T> span) where T : struct => Cast<T, byte>(span);
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> span) where T : struct => Cast<T, byte>(span);

    public static Span<TTo> Cast<TFrom, TTo>(Span<TFrom> span) where TFrom : struct where TTo : struct
    {
        ulong count = (ulong)(uint)span.Length * (uint)Unsafe.SizeOf<TFrom>() / (uint)Unsafe.SizeOf<TTo>();
        return new Span<TTo>(ref Unsafe.As<TFrom, TTo>(ref span._reference), checked((int)count));
    }

    public static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span) where TFrom : struct where TTo : struct =>
        Cast<TFrom, TTo>(new Span<TFrom>(ref span._reference, span.Length));

    public static T Read<T>(ReadOnlySpan<byte> source) where T : struct
    {
        if (Unsafe.SizeOf<T>() > source.Length) ThrowHelper.ArgumentOutOfRange(nameof(source));
        return Unsafe.ReadUnaligned<T>(ref source._reference);
    }

    public static void Write<T>(Span<byte> destination, in T value) where T : struct
    {
        if (Unsafe.SizeOf<T>() > destination.Length) ThrowHelper.ArgumentOutOfRange(nameof(destination));
        Unsafe.WriteUnaligned(ref destination._reference, value);
    }
}
