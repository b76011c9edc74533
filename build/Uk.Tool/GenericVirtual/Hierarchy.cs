// Which method answers a call of a generic virtual method on an object of a class: what the runtime of .NET finds out while
// the program runs. ECMA-335, II.10.3 (overriding), II.12.2 (implementing interfaces).

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Uk.Tool.GenericVirtual;

internal static class Hierarchy
{
    /// <summary>A virtual method with type parameters of its own, which a class further down may answer.</summary>
    public static bool IsSlot(MethodDefinition method) =>
        method is { IsVirtual: true, IsStatic: false, HasGenericParameters: true, IsFinal: false } && !method.DeclaringType.IsSealed;

    /// <summary>The class and what it derives from, nearest first, each with its arguments in terms of the first.</summary>
    public static IEnumerable<(TypeDefinition Type, IReadOnlyList<TypeReference> Arguments)> Ancestry(TypeDefinition type)
    {
        IReadOnlyList<TypeReference> arguments = [.. type.GenericParameters];
        for (TypeDefinition? at = type; at is not null;)
        {
            yield return (at, arguments);
            if (at.BaseType is not { } parent) yield break;
            arguments = Signatures.ArgumentsOf(Signatures.Substitute(parent, arguments, []));
            at = parent.Resolve();
        }
    }

    /// <summary>The instances of an interface that a class names, in terms of its own parameters.</summary>
    public static IEnumerable<TypeReference> Contracts(TypeDefinition type, TypeDefinition contract) =>
        type.Interfaces.Select(implementation => implementation.InterfaceType)
            .Where(named => named.GetElementType().FullName == contract.FullName && named.Resolve() == contract);

    /// <summary>Whether a method of a class stands in the slot of another, of a class that it derives from.</summary>
    public static bool Overrides(MethodDefinition method, MethodDefinition slot)
    {
        if (method == slot) return true;
        if (!method.IsVirtual || method.GenericParameters.Count != slot.GenericParameters.Count) return false;
        if (method.Overrides.Any(target => target.Resolve() is { } definition && Overrides(definition, slot))) return true;
        if (method.IsNewSlot || method.Name != slot.Name) return false;
        string key = Signatures.Key(method, []);
        foreach ((TypeDefinition ancestor, IReadOnlyList<TypeReference> arguments) in Ancestry(method.DeclaringType).Skip(1))
            if (Matching(ancestor, method, key, arguments) is { } overridden) return Overrides(overridden, slot);
        return false;
    }

    /// <summary>The method of a class that answers for a slot of an interface, or null where only a default implementation does.</summary>
    public static (MethodDefinition Method, IReadOnlyList<TypeReference> Arguments)? Implementation(TypeDefinition type, TypeReference contract, MethodDefinition slot)
    {
        string interfaceKey = Signatures.Key(contract), key = Signatures.Key(slot, Signatures.ArgumentsOf(contract));
        foreach ((TypeDefinition ancestor, IReadOnlyList<TypeReference> arguments) in Ancestry(type))
        {
            MethodDefinition? found = Explicit(ancestor, arguments, interfaceKey, slot) ?? Matching(ancestor, slot, key, arguments, mustBePublic: true);
            if (found is not null) return (found, arguments);
        }
        return null;
    }

    /// <summary>A method that says it implements the slot, for that instantiation of its interface.</summary>
    public static MethodDefinition? Explicit(TypeDefinition type, IReadOnlyList<TypeReference> arguments, string interfaceKey, MethodDefinition slot) =>
        type.Methods.FirstOrDefault(method => method.Overrides.Any(target => target.Resolve() == slot
            && Signatures.Key(Signatures.Substitute(target.DeclaringType, arguments, [])) == interfaceKey));

    private static MethodDefinition? Matching(TypeDefinition type, MethodDefinition like, string key, IReadOnlyList<TypeReference> arguments, bool mustBePublic = false) =>
        type.Methods.FirstOrDefault(method => method.IsVirtual && method.Name == like.Name && (method.IsPublic || !mustBePublic)
            && method.GenericParameters.Count == like.GenericParameters.Count && Signatures.Key(method, arguments) == key);
}
