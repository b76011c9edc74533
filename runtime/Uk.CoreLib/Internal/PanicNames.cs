// The names in a panic, written as they stand in the image: nothing is allocated for them.

using System;
using Internal.Runtime.Names;

namespace Internal.Runtime;

internal static unsafe class PanicNames
{
    /// <summary>The type's name before a message. What is not in the table has none.</summary>
    internal static void WriteType(Exception exception)
    {
        MethodTable* type = exception.m_pEEType;
        NameIndex names = NameIndex.Exceptions;
        byte* record = names.Find(type->IsGeneric ? type->GenericDefinition : type);
        if (record == null) return;
        WriteType(new TypeRecord(names.Pool, record), names.Pool, "+"u8);
        Panic.Write(": "u8);
    }

    /// <param name="inside">An address in the method.</param>
    internal static void WriteFrame(ulong address, ulong inside)
    {
        Panic.Write("  at 0x"u8);
        Panic.WriteHexadecimal(address);
        if (MethodNames.TryFind(inside, out MethodName method))
        {
            Panic.Write(" "u8);
            WriteType(method.Type, MethodNames.Pool, "."u8);
            Panic.Write("."u8);
            Panic.Write(method.Text);
        }
        Panic.Write("\n"u8);
    }

    private static void WriteType(TypeRecord type, byte* pool, ReadOnlySpan<byte> nesting)
    {
        if (type.IsNested)
        {
            WriteType(type.Outer(pool), pool, nesting);
            Panic.Write(nesting);
        }
        else if (type.Namespace(out _) is { IsEmpty: false } name)
        {
            Panic.Write(name);
            Panic.Write("."u8);
        }
        Panic.Write(type.Name);
    }
}
