// The conversions between primitive types that arrays make when elements are copied or stored: those that lose nothing.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

internal static unsafe class PrimitiveWidening
{
    // In the order of the method table's element types, from Boolean on. Bit n: the n-th type can hold every value of this one.
    // The types: void 1, bool 2, char 3, sbyte 4, byte 5, short 6, ushort 7, int 8, uint 9, long 10, ulong 11, nint 12,
    // nuint 13, float 14, double 15.
    private static ReadOnlySpan<ushort> Wider =>
    [
        0, 0, 1 << 2,
        1 << 3 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15,
        1 << 4 | 1 << 6 | 1 << 8 | 1 << 10 | 1 << 14 | 1 << 15,
        1 << 5 | 1 << 3 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15,
        1 << 6 | 1 << 8 | 1 << 10 | 1 << 14 | 1 << 15,
        1 << 7 | 1 << 3 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15,
        1 << 8 | 1 << 10 | 1 << 14 | 1 << 15,
        1 << 9 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15,
        1 << 10 | 1 << 14 | 1 << 15,
        1 << 11 | 1 << 14 | 1 << 15,
        1 << 12, 1 << 13,
        1 << 14 | 1 << 15,
        1 << 15,
    ];

    internal static bool IsAllowed(MethodTable* from, MethodTable* to) =>
        from->IsPrimitive && to->IsPrimitive && (Wider[(int)from->PrimitiveType] >> (int)to->PrimitiveType & 1) != 0;

    /// <returns>False where the value does not fit or is no primitive.</returns>
    internal static bool TryStore(ref byte place, MethodTable* type, object value)
    {
        MethodTable* from = value.m_pEEType;
        if (!IsAllowed(from, type)) return false;
        Convert(ref Unsafe.As<RawData>(value).Data, from, ref place, type);
        return true;
    }

    internal static void Convert(ref byte source, MethodTable* from, ref byte destination, MethodTable* to)
    {
        if (from->PrimitiveType == to->PrimitiveType || to->PrimitiveType < 14)
        {
            long integer = ReadInteger(ref source, from->PrimitiveType);
            SpanHelpers.Memmove(ref destination, ref Unsafe.As<long, byte>(ref integer), to->ValueTypeSizeOfPrimitive);
            return;
        }
        double real = from->PrimitiveType switch
        {
            14 => Unsafe.As<byte, float>(ref source),
            11 => Unsafe.ReadUnaligned<ulong>(ref source),
            _ => ReadInteger(ref source, from->PrimitiveType),
        };
        if (to->PrimitiveType == 15) Unsafe.As<byte, double>(ref destination) = real;
        else Unsafe.As<byte, float>(ref destination) = (float)real;
    }

    /// <summary>The bits of any primitive of up to eight bytes, extended by its sign.</summary>
    private static long ReadInteger(ref byte source, uint type) => type switch
    {
        4 => (sbyte)source,
        2 or 5 => source,
        6 => Unsafe.ReadUnaligned<short>(ref source),
        3 or 7 => Unsafe.ReadUnaligned<ushort>(ref source),
        8 => Unsafe.ReadUnaligned<int>(ref source),
        9 or 14 => Unsafe.ReadUnaligned<uint>(ref source),
        _ => Unsafe.ReadUnaligned<long>(ref source),
    };
}
