using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Named by ilc: default methods of generic interfaces share code and ask which interface it is.</summary>
internal static unsafe class SharedCodeHelpers
{
    private static MethodTable* GetOrdinalInterface(MethodTable* type, ushort interfaceIndex) => type->Interfaces[interfaceIndex];

    private static MethodTable* GetCurrentSharedThunkContext() =>
        throw new PlatformNotSupportedException("A default method of a generic interface is reached in a way that images do not support.");
}
