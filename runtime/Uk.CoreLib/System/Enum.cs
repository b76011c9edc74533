// Enums as values. Their members are in an image only where something asks for names: see Internal/Names.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Names;

namespace System;

public abstract unsafe partial class Enum : ValueType, IComparable, ISpanFormattable
{
    private const string NotSameType = "Object must be the same type as the enum.";

    private ref byte Data => ref Unsafe.As<RawData>(this).Data;

    /// <summary>The value's bits, zero-extended.</summary>
    private ulong Bits => ReadBits(m_pEEType, ref Data);

    private static ulong ReadBits(MethodTable* type, ref byte data) => type->IntegerSizeLog2 switch
    {
        0 => data,
        1 => Unsafe.As<byte, ushort>(ref data),
        2 => Unsafe.As<byte, uint>(ref data),
        _ => Unsafe.As<byte, ulong>(ref data),
    };

    private static void WriteBits(MethodTable* type, ref byte data, ulong bits)
    {
        switch (type->IntegerSizeLog2)
        {
            case 0: data = (byte)bits; break;
            case 1: Unsafe.As<byte, ushort>(ref data) = (ushort)bits; break;
            case 2: Unsafe.As<byte, uint>(ref data) = (uint)bits; break;
            default: Unsafe.As<byte, ulong>(ref data) = bits; break;
        }
    }

    /// <summary>Zero-extended bits as the number that they are.</summary>
    private static long ToNumber(MethodTable* type, ulong bits)
    {
        if (!type->IsSignedInteger) return (long)bits;
        int unused = 64 - (8 << type->IntegerSizeLog2);
        return (long)(bits << unused) >> unused;
    }

    private static ulong ToBits(MethodTable* type, long number)
    {
        int unused = 64 - (8 << type->IntegerSizeLog2);
        return (ulong)number << unused >> unused;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is not null && obj.m_pEEType == m_pEEType && Bits == Unsafe.As<Enum>(obj).Bits;

    /// <summary>That of the number under it.</summary>
    public override int GetHashCode()
    {
        long number = ToNumber(m_pEEType, Bits);
        return m_pEEType->IntegerSizeLog2 == 3 ? (int)number ^ (int)(number >> 32) : (int)number;
    }

    public int CompareTo(object? target)
    {
        if (target is null) return 1;
        if (target.m_pEEType != m_pEEType) throw new ArgumentException(NotSameType);
        ulong left = Bits, right = Unsafe.As<Enum>(target).Bits;
        long leftNumber = ToNumber(m_pEEType, left), rightNumber = ToNumber(m_pEEType, right);
        if (m_pEEType->IntegerSizeLog2 < 2) return (int)(leftNumber - rightNumber);
        return m_pEEType->IsSignedInteger ? leftNumber.CompareTo(rightNumber) : left.CompareTo(right);
    }

    [Intrinsic]
    public bool HasFlag(Enum flag)
    {
        ArgumentNullException.ThrowIfNull(flag, nameof(flag));
        if (flag.m_pEEType != m_pEEType) throw new ArgumentException("The argument type is not the same as the enum type.");
        ulong wanted = flag.Bits;
        return (Bits & wanted) == wanted;
    }

    public TypeCode GetTypeCode() => (TypeCode)(m_pEEType->PrimitiveType + 1);

    public override string ToString() => EnumText.Of(m_pEEType, Bits);
    public string ToString(string? format) => EnumText.Of(m_pEEType, Bits, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        EnumText.TryFormat(m_pEEType, Bits, destination, out charsWritten, format);

    public static bool TryFormat<TEnum>(TEnum value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default)
        where TEnum : struct => TryFormatUnconstrained(CheckEnum<TEnum>(), value, destination, out charsWritten, format);

    /// <summary>For types that are known to be enums, and not by a constraint.</summary>
    internal static bool TryFormatUnconstrained<T>(T value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        TryFormatUnconstrained(MethodTable.Of<T>(), value, destination, out charsWritten, format);

    private static bool TryFormatUnconstrained<T>(MethodTable* type, T value, Span<char> destination, out int charsWritten, ReadOnlySpan<char> format) =>
        EnumText.TryFormat(type, ReadBits(type, ref Unsafe.As<T, byte>(ref value)), destination, out charsWritten, format);

    public static string Format(Type enumType, object value, string format)
    {
        MethodTable* type = CheckEnum(enumType);
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        ArgumentNullException.ThrowIfNull(format, nameof(format));
        MethodTable* valueType = value.m_pEEType;
        if (valueType->IsEnumType ? valueType != type : !valueType->IsPrimitive)
            throw valueType->IsEnumType ? new ArgumentException(NotSameType) : new InvalidOperationException("Unknown enum type.");
        if (!valueType->IsSamePrimitiveAs(type))
            throw new ArgumentException("Enum underlying type and the object must be same type or object must be a String.");
        return EnumText.Of(type, ReadBits(type, ref Unsafe.As<RawData>(value).Data), format);
    }

    private static MethodTable* CheckEnum(Type? enumType)
    {
        ArgumentNullException.ThrowIfNull(enumType, nameof(enumType));
        MethodTable* type = Unsafe.As<RuntimeType>(enumType).Table;
        if (!type->IsEnumType) throw new ArgumentException("Type provided must be an Enum.", nameof(enumType));
        return type;
    }

    private static MethodTable* CheckEnum<TEnum>()
    {
        MethodTable* type = MethodTable.Of<TEnum>();
        if (!type->IsEnumType) throw new ArgumentException("Type provided must be an Enum.", nameof(TEnum));
        return type;
    }
}
