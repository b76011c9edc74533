// The names of types, as .NET composes them: of instances, arrays and pointers from the method tables.

using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Names;

/// <summary>Which of a type's names.</summary>
internal enum TypeNameForm
{
    /// <summary>Name: without namespace, enclosing types and type arguments.</summary>
    Short,
    /// <summary>ToString: type arguments in brackets.</summary>
    Text,
    /// <summary>FullName: type arguments with their assemblies.</summary>
    Full,
}

internal static unsafe class TypeNames
{
    private const int UsualLength = 128;

    [RuntimeImport("*", "uk_assembly_names"), MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* Assemblies();

    internal static string Of(MethodTable* type, NameIndex names, bool isShort = false)
    {
        TextBuffer text = new(stackalloc char[UsualLength]);
        Append(ref text, type, names, isShort ? TypeNameForm.Short : TypeNameForm.Text);
        return text.ToString();
    }

    internal static string FullName(MethodTable* type)
    {
        TextBuffer text = new(stackalloc char[UsualLength]);
        AppendFull(ref text, type);
        return text.ToString();
    }

    /// <summary>The full name, then the assembly's.</summary>
    internal static string WithAssembly(MethodTable* type)
    {
        TextBuffer text = new(stackalloc char[UsualLength]);
        AppendWithAssembly(ref text, type);
        return text.ToString();
    }

    /// <summary>Null for the global one.</summary>
    internal static string? Namespace(MethodTable* type)
    {
        ReadOnlySpan<byte> name = NamespaceOf(type, out _);
        return name.IsEmpty ? null : NameText.ToString(name);
    }

    private static void Append(ref TextBuffer text, MethodTable* type, NameIndex names, TypeNameForm form)
    {
        if (type->HasElement)
        {
            Append(ref text, type->Related, names, form);
            AppendShape(ref text, type);
            return;
        }
        AppendDefinition(ref text, Definition(type), names, form);
        if (form == TypeNameForm.Short || !type->IsGeneric) return;
        int count = type->GenericDefinition->GenericParameterCount;
        for (int i = 0; i < count; i++)
        {
            text.Append(i == 0 ? '[' : ',');
            Append(ref text, type->GenericArgumentAt(i, count), names, form);
        }
        text.Append(']');
    }

    private static void AppendFull(ref TextBuffer text, MethodTable* type)
    {
        if (type->HasElement)
        {
            AppendFull(ref text, type->Related);
            AppendShape(ref text, type);
            return;
        }
        AppendDefinition(ref text, Definition(type), NameIndex.Types, TypeNameForm.Full);
        if (!type->IsGeneric) return;
        int count = type->GenericDefinition->GenericParameterCount;
        for (int i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "[[" : ",[");
            AppendWithAssembly(ref text, type->GenericArgumentAt(i, count));
            text.Append(']');
        }
        text.Append(']');
    }

    private static void AppendWithAssembly(ref TextBuffer text, MethodTable* type)
    {
        AppendFull(ref text, type);
        text.Append(", ");
        NamespaceOf(type, out int assembly);
        byte* at = Assemblies();
        for (; assembly > 0; assembly--) NameIndex.ReadText(ref at);
        Append(ref text, NameIndex.ReadText(ref at));
    }

    /// <summary>What follows the name of the elements.</summary>
    private static void AppendShape(ref TextBuffer text, MethodTable* type)
    {
        if (type->IsPointer) text.Append('*');
        else if (type->IsByRef) text.Append('&');
        else
        {
            text.Append('[');
            if (!type->IsVector)
            {
                if (type->ArrayRank == 1) text.Append('*');
                text.Append(',', type->ArrayRank - 1);
            }
            text.Append(']');
        }
    }

    private static void AppendDefinition(ref TextBuffer text, MethodTable* definition, NameIndex names, TypeNameForm form)
    {
        byte* at = names.Find(definition);
        if (at == null) return;
        TypeRecord record = new(names.Pool, at);
        if (form == TypeNameForm.Short) Append(ref text, record.Name);
        else Append(ref text, record, names.Pool);
    }

    private static void Append(ref TextBuffer text, TypeRecord record, byte* pool)
    {
        if (record.IsNested)
        {
            Append(ref text, record.Outer(pool), pool);
            text.Append('+');
        }
        else if (record.Namespace(out _) is { IsEmpty: false } name)
        {
            Append(ref text, name);
            text.Append('.');
        }
        Append(ref text, record.Name);
    }

    internal static void Append(ref TextBuffer text, ReadOnlySpan<byte> utf8)
    {
        for (int at = 0; at < utf8.Length;) text.Append(NameText.ReadUnit(utf8, ref at));
    }

    private static ReadOnlySpan<byte> NamespaceOf(MethodTable* type, out int assembly)
    {
        while (type->HasElement) type = type->Related;
        NameIndex names = NameIndex.Types;
        assembly = 0;
        byte* at = names.Find(Definition(type));
        if (at == null) return default;
        TypeRecord record = new(names.Pool, at);
        while (record.IsNested) record = record.Outer(names.Pool);
        return record.Namespace(out assembly);
    }

    private static MethodTable* Definition(MethodTable* type) => type->IsGeneric ? type->GenericDefinition : type;
}
