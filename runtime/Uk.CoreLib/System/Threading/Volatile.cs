using System.Runtime.CompilerServices;

namespace System.Threading;

// x86 keeps loads in order with loads and stores with stores, so a volatile access is a plain one that the compiler must
// not move or merge. The C# modifier on a field says exactly that.
public static class Volatile
{
    private struct VolatileByte { public volatile byte Value; }
    private struct VolatileUInt16 { public volatile ushort Value; }
    private struct VolatileUInt32 { public volatile uint Value; }
    private struct VolatileInt32 { public volatile int Value; }
    private struct VolatileUIntPtr { public volatile nuint Value; }

    [Intrinsic] public static byte Read(ref readonly byte location) => Unsafe.As<byte, VolatileByte>(ref Unsafe.AsRef(in location)).Value;
    [Intrinsic] public static ushort Read(ref readonly ushort location) => Unsafe.As<ushort, VolatileUInt16>(ref Unsafe.AsRef(in location)).Value;
    [Intrinsic] public static int Read(ref readonly int location) => Unsafe.As<int, VolatileInt32>(ref Unsafe.AsRef(in location)).Value;
    [Intrinsic] public static uint Read(ref readonly uint location) => Unsafe.As<uint, VolatileUInt32>(ref Unsafe.AsRef(in location)).Value;
    [Intrinsic] public static ulong Read(ref readonly ulong location) => Unsafe.As<ulong, VolatileUIntPtr>(ref Unsafe.AsRef(in location)).Value;
    [Intrinsic] public static nuint Read(ref readonly nuint location) => Unsafe.As<nuint, VolatileUIntPtr>(ref Unsafe.AsRef(in location)).Value;

    [Intrinsic] public static void Write(ref byte location, byte value) => Unsafe.As<byte, VolatileByte>(ref location).Value = value;
    [Intrinsic] public static void Write(ref ushort location, ushort value) => Unsafe.As<ushort, VolatileUInt16>(ref location).Value = value;
    [Intrinsic] public static void Write(ref int location, int value) => Unsafe.As<int, VolatileInt32>(ref location).Value = value;
    [Intrinsic] public static void Write(ref uint location, uint value) => Unsafe.As<uint, VolatileUInt32>(ref location).Value = value;
    [Intrinsic] public static void Write(ref ulong location, ulong value) => Unsafe.As<ulong, VolatileUIntPtr>(ref location).Value = (nuint)value;
    [Intrinsic] public static void Write(ref nuint location, nuint value) => Unsafe.As<nuint, VolatileUIntPtr>(ref location).Value = value;
}

/// <summary>Every member is expanded by the compiler to a locked instruction.</summary>
public static class Interlocked
{
    [Intrinsic] public static int CompareExchange(ref int location1, int value, int comparand) => CompareExchange(ref location1, value, comparand);
    [Intrinsic] public static long CompareExchange(ref long location1, long value, long comparand) => CompareExchange(ref location1, value, comparand);
    [Intrinsic] public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);
    [Intrinsic] public static long Exchange(ref long location1, long value) => Exchange(ref location1, value);
    [Intrinsic] private static int ExchangeAdd(ref int location1, int value) => ExchangeAdd(ref location1, value);
    [Intrinsic] private static long ExchangeAdd(ref long location1, long value) => ExchangeAdd(ref location1, value);
    [Intrinsic] public static void MemoryBarrier() => MemoryBarrier();

    public static int Add(ref int location1, int value) => ExchangeAdd(ref location1, value) + value;
    public static long Add(ref long location1, long value) => ExchangeAdd(ref location1, value) + value;
    public static int Increment(ref int location) => Add(ref location, 1);
    public static long Increment(ref long location) => Add(ref location, 1);
    public static int Decrement(ref int location) => Add(ref location, -1);
    public static long Decrement(ref long location) => Add(ref location, -1);
}
