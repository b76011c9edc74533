using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Named by ilc where a type is used as a value. Types can be compared; there is no reflection.</summary>
internal static unsafe class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(MethodTable* type) => default;
    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint data) => default;
    private static RuntimeMethodHandle GetRuntimeMethodHandle(nint data) => default;
    private static Type GetRuntimeType(MethodTable* type) => RuntimeType.Of(type);
}
