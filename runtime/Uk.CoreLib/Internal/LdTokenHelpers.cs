using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Named by ilc where a type is used as a value. Without reflection there is no use that survives compilation.</summary>
internal static unsafe class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(MethodTable* type) => default;
    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint data) => default;
    private static RuntimeMethodHandle GetRuntimeMethodHandle(nint data) => default;
    private static Type GetRuntimeType(MethodTable* type) =>
        throw new PlatformNotSupportedException("An image has no reflection: compare types with typeof(A) == typeof(B) only.");
}
