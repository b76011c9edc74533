// Static constructors that could not be run by the compiler: run at the first access. With several lcores:
// LcoreConstructors.cs.

using System.Runtime.InteropServices;

namespace System.Runtime.CompilerServices;

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StaticClassConstructionContext
{
    /// <summary>The constructor, or 0 when it has run.</summary>
    internal nint CctorMethodAddress;
}

internal static unsafe class ClassConstructorRunner
{
    private static object CheckStaticClassConstructionReturnGCStaticBase(
        ref StaticClassConstructionContext context, object gcStaticBase)
    {
        Run(ref context);
        return gcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnThreadStaticBase(
        nint module, int index, ref StaticClassConstructionContext context)
    {
        Run(ref context);
        return Internal.Runtime.ThreadStatics.GetThreadStaticBaseForType(module, index);
    }

    private static nint CheckStaticClassConstructionReturnNonGCStaticBase(
        ref StaticClassConstructionContext context, nint nonGcStaticBase)
    {
        Run(ref context);
        return nonGcStaticBase;
    }

    private static void Run(ref StaticClassConstructionContext context)
    {
        nint constructor = context.CctorMethodAddress;
        if (constructor == 0) return;
        if (Internal.Runtime.RuntimeFeatures.SeveralLcores)
        {
            Internal.Runtime.LcoreConstructors.Run((StaticClassConstructionContext*)Unsafe.AsPointer(ref context));
            return;
        }
        // Cleared first: a constructor that comes back to its own type sees what it has set so far, as on .NET.
        context.CctorMethodAddress = 0;
        if (!Internal.Runtime.RuntimeFeatures.ExceptionHandling)
        {
            ((delegate*<void>)constructor)();
            return;
        }
        TypeInitializationException? failure = FailedConstructors.Run((StaticClassConstructionContext*)Unsafe.AsPointer(ref context), constructor);
        if (failure is null) return;
        context.CctorMethodAddress = constructor;
        throw failure;
    }
}
