using System.Runtime.CompilerServices;

namespace System;

public static class Activator
{
    /// <summary>What <c>new T()</c> becomes in generic code.</summary>
    [Intrinsic]
    public static unsafe T CreateInstance<T>() where T : allows ref struct
    {
        // C# asks for a value type's own parameterless constructor by name, so this is one without.
        if (Internal.Runtime.MethodTable.Of<T>()->IsValueType) return default!;
        object instance = Internal.Runtime.Allocator.NewFast(Internal.Runtime.MethodTable.Of<T>());
        ((delegate*<object, void>)DefaultConstructorOf<T>())(instance);
        return Unsafe.As<object, T>(ref instance);
    }

    /// <summary>The address of the constructor: a constant of the compiler.</summary>
    [Intrinsic]
    private static nint DefaultConstructorOf<T>() where T : allows ref struct => DefaultConstructorOf<T>();

    /// <summary>What stands in for the constructor of a type that has none without parameters; named by ilc.</summary>
    private static void MissingConstructorMethod() =>
        throw new MissingMethodException("Cannot dynamically create an instance of a type without a parameterless constructor.");
}
