// Linker names of methods, made readable. ilc writes Assembly_Namespace_Type__Method with every other character replaced by
// an underscore; what was what cannot be told for certain any more, so only the certain part is undone.

using System;

namespace Uk.Qemu;

/// <summary>Names as ilc gives them to the linker.</summary>
public static class SymbolName
{
    /// <summary><c>Uk_CoreLib_System_String__Concat</c> becomes <c>Uk_CoreLib_System_String.Concat</c>; other names stay.</summary>
    public static string ToReadable(string name)
    {
        int split = name.IndexOf("__", 1, Math.Max(0, name.Length - 1), StringComparison.Ordinal);
        return split <= 0 || split + 2 == name.Length || name[0] == '_' ? name : string.Concat(name.AsSpan(0, split), ".", name.AsSpan(split + 2));
    }
}
