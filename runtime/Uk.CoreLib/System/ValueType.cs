// What structs that override nothing do as objects: they compare field by field.

using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public abstract unsafe class ValueType
{
    private const int CountOfFields = -1, AllBytes = -1;

    /// <summary>
    /// Overridden by the compiler for types whose bytes do not tell whether two values are equal: how many fields there
    /// are, or the type of one and where it is.
    /// </summary>
    internal virtual int __GetFieldHelper(int index, out MethodTable* mt)
    {
        mt = null;
        return AllBytes;
    }

    public override bool Equals([NotNullWhen(true)] object? obj)
    {
        if (obj is null || obj.m_pEEType != m_pEEType) return false;
        int count = __GetFieldHelper(CountOfFields, out _);
        if (count == AllBytes)
            return new ReadOnlySpan<byte>(in Value(this), (int)m_pEEType->ValueTypeSize)
                .SequenceEqual(new ReadOnlySpan<byte>(in Value(obj), (int)m_pEEType->ValueTypeSize));
        for (int i = 0; i < count; i++)
            if (!Equals(FieldAt(this, i), FieldAt(obj, i))) return false;
        return true;
    }

    public override int GetHashCode()
    {
        HashCode hash = default;
        int count = __GetFieldHelper(CountOfFields, out _);
        if (count == AllBytes) hash.AddBytes(new ReadOnlySpan<byte>(in Value(this), (int)m_pEEType->ValueTypeSize));
        for (int i = 0; i < count; i++) hash.Add(FieldAt(this, i)?.GetHashCode() ?? 0);
        return hash.ToHashCode();
    }

    public override string? ToString() => Internal.Runtime.Names.TypeNames.Of(m_pEEType, Internal.Runtime.Names.NameIndex.Types);

    private static ref byte Value(object box) => ref Unsafe.As<RawData>(box).Data;

    private object? FieldAt(object box, int index)
    {
        int offset = __GetFieldHelper(index, out MethodTable* type);
        ref byte field = ref Unsafe.Add(ref Value(box), offset);
        return type->IsValueType ? RuntimeExports.Box(type, ref field) : Unsafe.As<byte, object>(ref field);
    }
}
