// Fields with [ThreadStatic]: for each type that has some, an object that holds them, made when it is first asked for.
// Compiled code asks by name.

using System;

namespace Internal.Runtime;

internal static unsafe class ThreadStatics
{
    /// <summary>Of the one lcore. Found by the collector as every static field is.</summary>
    private static object?[]? s_bases;

    private static ref object?[]? Bases
    {
        get
        {
            if (RuntimeFeatures.SeveralLcores) return ref LcoreState.Mine.ThreadStatics;
            return ref s_bases;
        }
    }

    private static object GetThreadStaticBaseForType(nint module, int index)
    {
        object?[]? bases = Bases;
        if (bases is not null && (uint)index < (uint)bases.Length && bases[index] is object known) return known;
        return Make(index);
    }

    /// <summary>The section lists the method tables of the objects, by the indices of their types.</summary>
    private static object Make(int index)
    {
        ModuleEntry* section = Module.Find(ModuleEntry.ThreadStatics);
        MethodTable** types = (MethodTable**)section->Start;
        object?[] bases = Bases ??= new object?[(MethodTable**)section->End - types];
        return bases[index] = Allocator.NewFast(types[index]);
    }
}
