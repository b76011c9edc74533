using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>The members that call themselves are expanded by the compiler to a locked instruction.</summary>
public static class Interlocked
{
    [Intrinsic] public static int CompareExchange(ref int location1, int value, int comparand) => CompareExchange(ref location1, value, comparand);
    [Intrinsic] public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);
    [Intrinsic] private static int ExchangeAdd(ref int location1, int value) => ExchangeAdd(ref location1, value);
    [Intrinsic] public static long CompareExchange(ref long location1, long value, long comparand) => CompareExchange(ref location1, value, comparand);
    [Intrinsic] public static long Exchange(ref long location1, long value) => Exchange(ref location1, value);
    [Intrinsic] private static long ExchangeAdd(ref long location1, long value) => ExchangeAdd(ref location1, value);
    [Intrinsic] public static void MemoryBarrier() => MemoryBarrier();

    /// <summary>Nothing but the compiler has to be told: x86 keeps its order where one core is concerned.</summary>
    public static void MemoryBarrierProcessWide() => MemoryBarrier();

    public static uint CompareExchange(ref uint location1, uint value, uint comparand) =>
        (uint)CompareExchange(ref Unsafe.As<uint, int>(ref location1), (int)value, (int)comparand);
    public static uint Exchange(ref uint location1, uint value) =>
        (uint)Exchange(ref Unsafe.As<uint, int>(ref location1), (int)value);
    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand) =>
        (ulong)CompareExchange(ref Unsafe.As<ulong, long>(ref location1), (long)value, (long)comparand);
    public static ulong Exchange(ref ulong location1, ulong value) =>
        (ulong)Exchange(ref Unsafe.As<ulong, long>(ref location1), (long)value);
    public static nint CompareExchange(ref nint location1, nint value, nint comparand) =>
        (nint)CompareExchange(ref Unsafe.As<nint, long>(ref location1), (long)value, (long)comparand);
    public static nint Exchange(ref nint location1, nint value) =>
        (nint)Exchange(ref Unsafe.As<nint, long>(ref location1), (long)value);
    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand) =>
        (nuint)CompareExchange(ref Unsafe.As<nuint, long>(ref location1), (long)value, (long)comparand);
    public static nuint Exchange(ref nuint location1, nuint value) =>
        (nuint)Exchange(ref Unsafe.As<nuint, long>(ref location1), (long)value);
    public static float CompareExchange(ref float location1, float value, float comparand) =>
        BitConverter.Int32BitsToSingle(CompareExchange(ref Unsafe.As<float, int>(ref location1), BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits(comparand)));
    public static float Exchange(ref float location1, float value) =>
        BitConverter.Int32BitsToSingle(Exchange(ref Unsafe.As<float, int>(ref location1), BitConverter.SingleToInt32Bits(value)));
    public static double CompareExchange(ref double location1, double value, double comparand) =>
        BitConverter.Int64BitsToDouble(CompareExchange(ref Unsafe.As<double, long>(ref location1), BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(comparand)));
    public static double Exchange(ref double location1, double value) =>
        BitConverter.Int64BitsToDouble(Exchange(ref Unsafe.As<double, long>(ref location1), BitConverter.DoubleToInt64Bits(value)));

    // Nothing moves objects and nothing has to know of stores, so a reference is exchanged as the number that it is.

    [return: Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(location1))]
    public static object? CompareExchange(ref object? location1, object? value, object? comparand) => CompareExchange<object?>(ref location1, value, comparand);

    [return: Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(location1))]
    public static object? Exchange([Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))] ref object? location1, object? value) => Exchange<object?>(ref location1, value);

    /// <summary>Of a reference, or of a primitive or enum of one to eight bytes.</summary>
    [return: Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(location1))]
    public static T CompareExchange<T>(ref T location1, T value, T comparand)
    {
        if (!typeof(T).IsValueType || Unsafe.SizeOf<T>() == 8)
        {
            long before = CompareExchange(ref Unsafe.As<T, long>(ref location1), Unsafe.As<T, long>(ref value), Unsafe.As<T, long>(ref comparand));
            return Unsafe.As<long, T>(ref before);
        }
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) ThrowNotPrimitive();
        if (Unsafe.SizeOf<T>() == 4)
        {
            int before = CompareExchange(ref Unsafe.As<T, int>(ref location1), Unsafe.As<T, int>(ref value), Unsafe.As<T, int>(ref comparand));
            return Unsafe.As<int, T>(ref before);
        }
        if (Unsafe.SizeOf<T>() == 2)
        {
            ushort before = CompareExchange(ref Unsafe.As<T, ushort>(ref location1), Unsafe.As<T, ushort>(ref value), Unsafe.As<T, ushort>(ref comparand));
            return Unsafe.As<ushort, T>(ref before);
        }
        byte previous = CompareExchange(ref Unsafe.As<T, byte>(ref location1), Unsafe.As<T, byte>(ref value), Unsafe.As<T, byte>(ref comparand));
        return Unsafe.As<byte, T>(ref previous);
    }

    /// <summary>Of a reference, or of a primitive or enum of one to eight bytes.</summary>
    [return: Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(location1))]
    public static T Exchange<T>([Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(value))] ref T location1, T value)
    {
        if (!typeof(T).IsValueType || Unsafe.SizeOf<T>() == 8)
        {
            long before = Exchange(ref Unsafe.As<T, long>(ref location1), Unsafe.As<T, long>(ref value));
            return Unsafe.As<long, T>(ref before);
        }
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) ThrowNotPrimitive();
        T seen = location1;
        while (true)
        {
            T before = CompareExchange(ref location1, value, seen);
            if (AreSame(ref before, ref seen)) return before;
            seen = before;
        }
    }

    private static bool AreSame<T>(ref T left, ref T right) =>
        Unsafe.SizeOf<T>() == 4 ? Unsafe.As<T, int>(ref left) == Unsafe.As<T, int>(ref right)
        : Unsafe.SizeOf<T>() == 2 ? Unsafe.As<T, ushort>(ref left) == Unsafe.As<T, ushort>(ref right)
        : Unsafe.As<T, byte>(ref left) == Unsafe.As<T, byte>(ref right);

    private static void ThrowNotPrimitive() =>
        throw new NotSupportedException("The specified type must be a reference type, a primitive type, or an enum type.");

    public static byte CompareExchange(ref byte location1, byte value, byte comparand)
    {
        // By the aligned word around it: the other bytes must be as they were read.
        ref int word = ref WordAround(ref location1, out int shift);
        while (true)
        {
            int seen = Volatile.Read(ref word);
            byte before = (byte)(seen >> shift);
            if (before != comparand) return before;
            if (CompareExchange(ref word, (seen & ~(0xFF << shift)) | (value << shift), seen) == seen) return before;
        }
    }

    public static ushort CompareExchange(ref ushort location1, ushort value, ushort comparand)
    {
        ref int word = ref WordAround(ref Unsafe.As<ushort, byte>(ref location1), out int shift);
        while (true)
        {
            int seen = Volatile.Read(ref word);
            ushort before = (ushort)(seen >> shift);
            if (before != comparand) return before;
            if (CompareExchange(ref word, (seen & ~(0xFFFF << shift)) | (value << shift), seen) == seen) return before;
        }
    }

    /// <summary>An aligned number of 16 bits or less never lies across two aligned words.</summary>
    private static unsafe ref int WordAround(ref byte location, out int shift)
    {
        nuint offset = (nuint)Unsafe.AsPointer(ref location) & 3;
        shift = (int)offset * 8;
        return ref Unsafe.As<byte, int>(ref Unsafe.Subtract(ref location, offset));
    }

    public static sbyte CompareExchange(ref sbyte location1, sbyte value, sbyte comparand) =>
        (sbyte)CompareExchange(ref Unsafe.As<sbyte, byte>(ref location1), (byte)value, (byte)comparand);
    public static short CompareExchange(ref short location1, short value, short comparand) =>
        (short)CompareExchange(ref Unsafe.As<short, ushort>(ref location1), (ushort)value, (ushort)comparand);

    public static byte Exchange(ref byte location1, byte value) => Exchange<byte>(ref location1, value);
    public static sbyte Exchange(ref sbyte location1, sbyte value) => Exchange<sbyte>(ref location1, value);
    public static ushort Exchange(ref ushort location1, ushort value) => Exchange<ushort>(ref location1, value);
    public static short Exchange(ref short location1, short value) => Exchange<short>(ref location1, value);

    public static int Add(ref int location1, int value) => ExchangeAdd(ref location1, value) + value;
    public static int Increment(ref int location) => Add(ref location, 1);
    public static int Decrement(ref int location) => Add(ref location, -1);
    public static long Add(ref long location1, long value) => ExchangeAdd(ref location1, value) + value;
    public static long Increment(ref long location) => Add(ref location, 1);
    public static long Decrement(ref long location) => Add(ref location, -1);
    public static uint Add(ref uint location1, uint value) => (uint)Add(ref Unsafe.As<uint, int>(ref location1), (int)value);
    public static uint Increment(ref uint location) => Add(ref location, 1);
    public static uint Decrement(ref uint location) => (uint)Add(ref Unsafe.As<uint, int>(ref location), -1);
    public static ulong Add(ref ulong location1, ulong value) => (ulong)Add(ref Unsafe.As<ulong, long>(ref location1), (long)value);
    public static ulong Increment(ref ulong location) => Add(ref location, 1);
    public static ulong Decrement(ref ulong location) => (ulong)Add(ref Unsafe.As<ulong, long>(ref location), -1);

    public static long Read(ref readonly long location) => Volatile.Read(in location);
    public static ulong Read(ref readonly ulong location) => Volatile.Read(in location);

    public static int And(ref int location1, int value)
    {
        int seen = location1;
        while (true)
        {
            int before = CompareExchange(ref location1, seen & value, seen);
            if (before == seen) return before;
            seen = before;
        }
    }

    public static long And(ref long location1, long value)
    {
        long seen = location1;
        while (true)
        {
            long before = CompareExchange(ref location1, seen & value, seen);
            if (before == seen) return before;
            seen = before;
        }
    }

    public static uint And(ref uint location1, uint value) => (uint)And(ref Unsafe.As<uint, int>(ref location1), (int)value);
    public static ulong And(ref ulong location1, ulong value) => (ulong)And(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    public static int Or(ref int location1, int value)
    {
        int seen = location1;
        while (true)
        {
            int before = CompareExchange(ref location1, seen | value, seen);
            if (before == seen) return before;
            seen = before;
        }
    }

    public static long Or(ref long location1, long value)
    {
        long seen = location1;
        while (true)
        {
            long before = CompareExchange(ref location1, seen | value, seen);
            if (before == seen) return before;
            seen = before;
        }
    }

    public static uint Or(ref uint location1, uint value) => (uint)Or(ref Unsafe.As<uint, int>(ref location1), (int)value);
    public static ulong Or(ref ulong location1, ulong value) => (ulong)Or(ref Unsafe.As<ulong, long>(ref location1), (long)value);
}
