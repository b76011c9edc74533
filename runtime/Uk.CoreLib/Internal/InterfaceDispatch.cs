// Finds the method behind an interface call. The stub RhpInitialDynamicInterfaceDispatch looks into its cache, which knows
// call sites and types; where they are new to it, it saves the arguments, asks here, remembers the answer, and jumps.

using System;
using System.Runtime;

namespace Internal.Runtime;

internal static unsafe class InterfaceDispatch
{
    private const nint CellKindMask = 3;

    /// <summary>
    /// A call site's cell: the stub, then what identifies the interface; a run of cells for one slot number ends with a
    /// cell without a stub, which holds it.
    /// </summary>
    internal struct Cell
    {
        internal nint Stub;
        internal nint Interface;
    }

    /// <summary>The method for a call through the cell, or for a delegate of an interface's method.</summary>
    [RuntimeExport("uk_resolve_interface_call")]
    internal static void* Resolve(object? target, Cell* cell)
    {
        if (target is null) throw new NullReferenceException();
        MethodTable* interfaceType = (MethodTable*)((byte*)&cell->Interface + (int)(cell->Interface & ~CellKindMask));
        Cell* last = cell;
        while (last->Stub != 0) last++;
        int slot = (int)last->Interface;

        void* method = Find(target.m_pEEType, interfaceType, slot, useDefaults: false);
        if (method == null) method = Find(target.m_pEEType, interfaceType, slot, useDefaults: true);
        if (method == null) Panic.Fail("An interface method has no implementation.");
        return method;
    }

    private static void* Find(MethodTable* type, MethodTable* interfaceType, int slot, bool useDefaults)
    {
        for (MethodTable* ancestor = type; ancestor != null; ancestor = ancestor->BaseType)
        {
            void* method = ancestor->TryFindImplementation(interfaceType, slot, useDefaults, type);
            if (RuntimeFeatures.TypeVariance && method == null)
                method = ancestor->TryFindVariantImplementation(interfaceType, slot, useDefaults, type);
            if (method != null) return method;
        }
        return null;
    }
}
