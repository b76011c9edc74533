// Linker names of methods, made readable. ilc writes Assembly_Namespace_Type__Method with every other character replaced by
// an underscore; what was what cannot be told for certain any more, so only the certain part is undone.

using System;
using System.Text;

namespace Uk.Qemu;

/// <summary>Names as ilc gives them to the linker.</summary>
public static class SymbolName
{
    /// <summary>Type arguments are whole compositions; longer ones say nothing.</summary>
    private const int MaxTypeArguments = 32;

    /// <summary>
    /// <c>Uk_Net_Uk_Net_Ipv4Packet__Check</c> becomes <c>Uk_Net_Ipv4Packet.Check</c>; names that others gave stay.
    /// </summary>
    public static string ToReadable(string name)
    {
        string text = WithShortTypeArguments(name);
        int split = IndexOfMethod(text);
        if (split <= 0 || text[0] == '_') return text;
        string type = WithoutRepeatedAssembly(text[..split]);
        return type + "." + text[(split + 2)..];
    }

    private const string MethodTablePrefix = "_ZTV", CoreLibraryPrefix = "S_P_CoreLib_";

    /// <summary>
    /// <c>_ZTV44S_P_CoreLib_System_InvalidOperationException</c> becomes <c>System.InvalidOperationException</c>: no type of
    /// the core library has an underscore in its name. Others keep theirs.
    /// </summary>
    public static string ToReadableType(string methodTable)
    {
        if (!methodTable.StartsWith(MethodTablePrefix, StringComparison.Ordinal)) return methodTable;
        string type = methodTable[MethodTablePrefix.Length..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return type.StartsWith(CoreLibraryPrefix, StringComparison.Ordinal)
            ? type[CoreLibraryPrefix.Length..].Replace('_', '.')
            : WithoutRepeatedAssembly(type);
    }

    private static string WithShortTypeArguments(string name)
    {
        var text = new StringBuilder();
        int depth = 0, start = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '<' && depth++ == 0) start = i;
            if (depth == 0) text.Append(name[i]);
            if (name[i] != '>' || depth == 0 || --depth != 0) continue;
            text.Append(i - start <= MaxTypeArguments ? name.AsSpan(start, i + 1 - start) : "<…>");
        }
        return depth == 0 ? text.ToString() : name;
    }

    // The first double underscore outside of type arguments, in which it separates them.
    private static int IndexOfMethod(string text)
    {
        int depth = 0;
        for (int i = 1; i + 2 < text.Length; i++)
        {
            if (text[i] == '<') depth++;
            else if (text[i] == '>') depth--;
            else if (depth == 0 && text[i] == '_' && text[i + 1] == '_') return i;
        }
        return -1;
    }

    // The root namespace of a library has the name of its assembly.
    private static string WithoutRepeatedAssembly(string type)
    {
        for (int i = type.Length / 2; i > 0; i--)
        {
            bool endsThere = 2 * i + 1 == type.Length || (2 * i + 1 < type.Length && type[2 * i + 1] == '_');
            if (endsThere && type[i] == '_' && type.AsSpan(0, i).SequenceEqual(type.AsSpan(i + 1, i))) return type[(i + 1)..];
        }
        return type;
    }
}
