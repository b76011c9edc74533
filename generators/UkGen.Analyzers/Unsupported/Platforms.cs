// What the platform attributes of .NET say about a piece of code: whether it is meant for images, and which conditions
// tell images from .NET processes. The platform of images is called "unikernel".

using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

internal static class Platforms
{
    public const string Image = "unikernel";

    private const string Space = "System.Runtime.Versioning.";

    /// <summary>The symbol, or what it is declared in, says that images do not run it.</summary>
    public static bool IsNotForImages(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = Outer(symbol))
        {
            ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
            if (attributes.IsEmpty) continue;
            if (Names(attributes, Space + "UnsupportedOSPlatformAttribute").Any(IsImage)) return true;
            string[] supported = [.. Names(attributes, Space + "SupportedOSPlatformAttribute")];
            if (supported.Length != 0) return !supported.Any(IsImage);
        }
        return false;
    }

    /// <summary>What the condition always is in an image, where it is one that says so; else null.</summary>
    public static bool? InImage(ISymbol condition)
    {
        ImmutableArray<AttributeData> attributes = condition.GetAttributes();
        if (Names(attributes, Space + "SupportedOSPlatformGuardAttribute").ToArray() is { Length: > 0 } guarded)
            return guarded.Any(IsImage);
        if (Names(attributes, Space + "UnsupportedOSPlatformGuardAttribute").Any(IsImage)) return false;
        return IsOperatingSystem(condition) ? false : null;
    }

    /// <summary>OperatingSystem.IsWindows() and its like. IsLinux is true in an image for linux and false in one for kvm.</summary>
    private static bool IsOperatingSystem(ISymbol condition) =>
        condition is IMethodSymbol { IsStatic: true, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.Length: 0 } method
        && method.Name.StartsWith("Is", StringComparison.Ordinal) && method.Name != "IsLinux"
        && method.ContainingType is { Name: "OperatingSystem", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ISymbol? Outer(ISymbol symbol) =>
        symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property
        : symbol.ContainingSymbol is INamespaceSymbol ? symbol.ContainingAssembly
        : symbol.ContainingSymbol is IModuleSymbol ? symbol.ContainingAssembly
        : symbol.ContainingSymbol;

    private static System.Collections.Generic.IEnumerable<string> Names(ImmutableArray<AttributeData> attributes, string type) =>
        attributes.Where(a => a.AttributeClass is { } c && c.Name == type.Substring(Space.Length) && c.ToDisplayString() == type)
            .Select(a => a.ConstructorArguments.FirstOrDefault().Value as string ?? "");

    private static bool IsImage(string platform) => platform.Equals(Image, StringComparison.OrdinalIgnoreCase);
}
