using Internal.Runtime;

namespace System.Runtime.InteropServices;

/// <summary>Named by ilc. No type of an image casts dynamically, so nothing calls it.</summary>
internal interface IDynamicInterfaceCastable
{
    private static unsafe nint GetDynamicInterfaceImplementation(
        IDynamicInterfaceCastable instance, MethodTable* interfaceType, ushort slot) =>
        throw new PlatformNotSupportedException();
}
