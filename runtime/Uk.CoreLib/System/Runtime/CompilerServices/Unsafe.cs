// The members without a real body are expanded by the compiler; what they throw is never compiled.

using System.Diagnostics.CodeAnalysis;

namespace System.Runtime.CompilerServices;

public static unsafe class Unsafe
{
    [Intrinsic] public static void* AsPointer<T>(ref readonly T value) where T : allows ref struct => throw null!;
    [Intrinsic] public static int SizeOf<T>() where T : allows ref struct => throw null!;
    [Intrinsic][return: NotNull] public static T As<T>(object? o) where T : class? => throw null!;
    [Intrinsic] public static ref TTo As<TFrom, TTo>(ref TFrom source) where TFrom : allows ref struct where TTo : allows ref struct => throw null!;
    [Intrinsic] public static ref T Add<T>(ref T source, int elementOffset) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T Add<T>(ref T source, IntPtr elementOffset) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T Add<T>(ref T source, nuint elementOffset) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T AddByteOffset<T>(ref T source, IntPtr byteOffset) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T AddByteOffset<T>(ref T source, nuint byteOffset) where T : allows ref struct => throw null!;
    [Intrinsic] public static bool AreSame<T>([AllowNull] ref readonly T left, [AllowNull] ref readonly T right) where T : allows ref struct => throw null!;
    [Intrinsic] public static IntPtr ByteOffset<T>([AllowNull] ref readonly T origin, [AllowNull] ref readonly T target) where T : allows ref struct => throw null!;
    [Intrinsic] public static bool IsAddressLessThan<T>([AllowNull] ref readonly T left, [AllowNull] ref readonly T right) where T : allows ref struct => throw null!;
    [Intrinsic] public static bool IsNullRef<T>(ref readonly T source) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T NullRef<T>() where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T AsRef<T>(void* source) where T : allows ref struct => throw null!;
    [Intrinsic] public static ref T AsRef<T>(scoped ref readonly T source) where T : allows ref struct => throw null!;
    [Intrinsic] public static T Read<T>(void* source) where T : allows ref struct => throw null!;
    [Intrinsic] public static T ReadUnaligned<T>(void* source) where T : allows ref struct => throw null!;
    [Intrinsic] public static T ReadUnaligned<T>(scoped ref readonly byte source) where T : allows ref struct => throw null!;
    [Intrinsic] public static void Write<T>(void* destination, T value) where T : allows ref struct => throw null!;
    [Intrinsic] public static void WriteUnaligned<T>(void* destination, T value) where T : allows ref struct => throw null!;
    [Intrinsic] public static void WriteUnaligned<T>(ref byte destination, T value) where T : allows ref struct => throw null!;
    [Intrinsic] public static TTo BitCast<TFrom, TTo>(TFrom source) where TFrom : allows ref struct where TTo : allows ref struct => throw null!;
    [Intrinsic] public static void SkipInit<T>(out T value) where T : allows ref struct => throw null!;

    [Intrinsic] public static void* Add<T>(void* source, int elementOffset) where T : allows ref struct => (byte*)source + (nint)elementOffset * SizeOf<T>();
    [Intrinsic] public static ref T Subtract<T>(ref T source, int elementOffset) where T : allows ref struct => ref Add(ref source, -(nint)elementOffset);
    [Intrinsic] public static void* Subtract<T>(void* source, int elementOffset) where T : allows ref struct => (byte*)source - (nint)elementOffset * SizeOf<T>();
    [Intrinsic] public static ref T Subtract<T>(ref T source, IntPtr elementOffset) where T : allows ref struct => ref Add(ref source, -elementOffset);
    [Intrinsic] public static ref T Subtract<T>(ref T source, nuint elementOffset) where T : allows ref struct => ref Add(ref source, -(nint)elementOffset);
    [Intrinsic] public static ref T SubtractByteOffset<T>(ref T source, IntPtr byteOffset) where T : allows ref struct => ref AddByteOffset(ref source, -byteOffset);
    [Intrinsic] public static ref T SubtractByteOffset<T>(ref T source, nuint byteOffset) where T : allows ref struct => ref AddByteOffset(ref source, -(nint)byteOffset);
    [Intrinsic] public static bool IsAddressGreaterThan<T>([AllowNull] ref readonly T left, [AllowNull] ref readonly T right) where T : allows ref struct => AsPointer(in left) > AsPointer(in right);
    [Intrinsic] public static bool IsAddressGreaterThanOrEqualTo<T>([AllowNull] ref readonly T left, [AllowNull] ref readonly T right) where T : allows ref struct => AsPointer(in left) >= AsPointer(in right);
    [Intrinsic] public static bool IsAddressLessThanOrEqualTo<T>([AllowNull] ref readonly T left, [AllowNull] ref readonly T right) where T : allows ref struct => AsPointer(in left) <= AsPointer(in right);

    public static void Copy<T>(void* destination, ref readonly T source) where T : allows ref struct => WriteUnaligned(destination, source);
    public static void Copy<T>(ref T destination, void* source) where T : allows ref struct => destination = ReadUnaligned<T>(source);
    public static ref T Unbox<T>(object box) where T : struct => ref As<byte, T>(ref RuntimeExports.UnboxTo(Internal.Runtime.MethodTable.Of<T>(), box));

    public static void CopyBlock(void* destination, void* source, uint byteCount) =>
        Buffer.Memmove(ref *(byte*)destination, ref *(byte*)source, byteCount);
    public static void CopyBlock(ref byte destination, ref readonly byte source, uint byteCount) =>
        Buffer.Memmove(ref destination, ref AsRef(in source), byteCount);
    public static void CopyBlockUnaligned(void* destination, void* source, uint byteCount) => CopyBlock(destination, source, byteCount);
    public static void CopyBlockUnaligned(ref byte destination, ref readonly byte source, uint byteCount) => CopyBlock(ref destination, in source, byteCount);
    public static void InitBlock(void* startAddress, byte value, uint byteCount) => SpanHelpers.Fill(ref *(byte*)startAddress, value, byteCount);
    public static void InitBlock(ref byte startAddress, byte value, uint byteCount) => SpanHelpers.Fill(ref startAddress, value, byteCount);
    public static void InitBlockUnaligned(void* startAddress, byte value, uint byteCount) => InitBlock(startAddress, value, byteCount);
    public static void InitBlockUnaligned(ref byte startAddress, byte value, uint byteCount) => InitBlock(ref startAddress, value, byteCount);
}
