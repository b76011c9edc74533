using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public unsafe class Object
{
    // Read by compiled code by this name.
    internal MethodTable* m_pEEType;

    public Object() { }

    ~Object() { }

    /// <summary>The full name of the type. Where nothing asks an unknown object for its text, no type has a name.</summary>
    public virtual string? ToString() => Internal.Runtime.Names.TypeNames.Of(m_pEEType, Internal.Runtime.Names.NameIndex.Types);

    [Intrinsic]
    public Type GetType() => RuntimeType.Of(m_pEEType);

    public virtual bool Equals(object? obj) => this == obj;

    public virtual int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    protected object MemberwiseClone()
    {
        object clone = m_pEEType->ComponentSize == 0 ? Allocator.NewFast(m_pEEType) : Allocator.NewArray(m_pEEType, (nint)Unsafe.As<RawArrayData>(this).Length);
        nuint length = m_pEEType->BaseSize - MethodTable.ObjectOverhead;
        if (m_pEEType->ComponentSize != 0) length += (nuint)m_pEEType->ComponentSize * Unsafe.As<RawArrayData>(this).Length;
        SpanHelpers.Memmove(ref Unsafe.As<RawData>(clone).Data, ref Unsafe.As<RawData>(this).Data, length);
        return clone;
    }

    public static bool Equals(object? objA, object? objB) =>
        objA == objB || (objA is not null && objB is not null && objA.Equals(objB));

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
