using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

public unsafe class Object
{
    // Read by compiled code by this name.
    internal MethodTable* m_pEEType;

    public Object() { }

    ~Object() { }

    public virtual string? ToString() => "object";

    [Intrinsic]
    public Type GetType() => RuntimeType.Of(m_pEEType);

    public virtual bool Equals(object? obj) => this == obj;

    public virtual int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public static bool Equals(object? objA, object? objB) =>
        objA == objB || (objA is not null && objB is not null && objA.Equals(objB));

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
