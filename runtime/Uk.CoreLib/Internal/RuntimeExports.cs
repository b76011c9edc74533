// Boxes, as compiled code makes and opens them.

using Internal.Runtime;

namespace System.Runtime;

[System.Diagnostics.StackTraceHidden]
internal static unsafe class RuntimeExports
{
    private static object RhBox(MethodTable* type, ref byte data)
    {
        ref byte value = ref data;
        if (type->IsNullable)
        {
            if (data == 0) return null!;
            type = type->NullableUnderlying(out uint offset);
            value = ref CompilerServices.Unsafe.Add(ref data, (nuint)offset);
        }
        object box = Allocator.NewFast(type);
        SpanHelpers.Memmove(ref Value(box), ref value, type->ValueTypeSize);
        return box;
    }

    private static ref byte RhUnbox2(MethodTable* type, object obj)
    {
        RhUnboxTypeTest(type, obj.m_pEEType);
        return ref Value(obj);
    }

    internal static object? Box(MethodTable* type, ref byte data) => RhBox(type, ref data);

    internal static void UnboxInto(ref byte place, MethodTable* type, object? box)
    {
        if (type->IsNullable) RhUnboxNullable(ref place, type, box);
        else SpanHelpers.Memmove(ref place, ref RhUnbox2(type, box!), type->ValueTypeSize);
    }

    internal static ref byte UnboxTo(MethodTable* type, object box) => ref RhUnbox2(type, box);

    private static void RhUnboxTypeTest(MethodTable* type, MethodTable* boxedType)
    {
        if (boxedType != type && !boxedType->IsSamePrimitiveAs(type)) throw new InvalidCastException();
    }

    private static void RhUnboxNullable(ref byte data, MethodTable* type, object? obj)
    {
        MethodTable* underlying = type->NullableUnderlying(out uint offset);
        if (obj is null)
        {
            SpanHelpers.ClearWithoutReferences(ref data, type->ValueTypeSize);
            return;
        }
        if (obj.m_pEEType != underlying) throw new InvalidCastException();
        data = 1;
        SpanHelpers.Memmove(
            ref CompilerServices.Unsafe.Add(ref data, (nuint)offset), ref Value(obj), underlying->ValueTypeSize);
    }

    private static ref byte Value(object box) =>
        ref CompilerServices.Unsafe.As<CompilerServices.RawData>(box).Data;
}
