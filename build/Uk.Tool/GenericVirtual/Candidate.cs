// One class that a generic virtual method may be called on, and the method that answers there, in terms of the parameters of
// the dispatching method: those of the slot's class first, then those of the slot.

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Uk.Tool.GenericVirtual;

/// <param name="Type">What the object is asked to be.</param>
/// <param name="Arguments">The arguments of <paramref name="Type"/>.</param>
/// <param name="Method">What answers.</param>
/// <param name="Owner">The arguments of the class of <paramref name="Method"/>.</param>
internal sealed record Candidate(TypeDefinition Type, IReadOnlyList<TypeReference> Arguments, MethodDefinition Method, IReadOnlyList<TypeReference> Owner)
{
    /// <summary>The classes of a program that answer for a slot, the most derived first.</summary>
    /// <exception cref="NotSupportedException">Some class has parameters that the slot's class does not determine.</exception>
    public static List<Candidate> Of(MethodDefinition slot, IEnumerable<TypeDefinition> types, IReadOnlyList<TypeReference> parameters) =>
        [.. types.Where(type => !type.IsInterface)
            .OrderByDescending(type => Hierarchy.Ancestry(type).Count())
            .ThenBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => slot.DeclaringType.IsInterface ? OnInterface(type, slot, parameters) : OnClass(type, slot, parameters))
            .OfType<Candidate>()];

    private static Candidate? OnClass(TypeDefinition type, MethodDefinition slot, IReadOnlyList<TypeReference> parameters)
    {
        if (type == slot.DeclaringType) return null;
        (TypeDefinition Type, IReadOnlyList<TypeReference> Arguments) parent =
            Hierarchy.Ancestry(type).FirstOrDefault(ancestor => ancestor.Type == slot.DeclaringType);
        if (parent.Type is null) return null;
        if (type.Methods.FirstOrDefault(method => !method.IsAbstract && Hierarchy.Overrides(method, slot)) is not { } found) return null;
        IReadOnlyList<TypeReference> arguments = Infer(type, parent.Arguments, parameters, slot);
        return new Candidate(type, arguments, found, arguments);
    }

    private static Candidate? OnInterface(TypeDefinition type, MethodDefinition slot, IReadOnlyList<TypeReference> parameters)
    {
        TypeReference[] contracts = [.. type.Interfaces.Select(implementation => implementation.InterfaceType)
            .Where(contract => contract.GetElementType().FullName == slot.DeclaringType.FullName && contract.Resolve() == slot.DeclaringType)];
        if (contracts.Length == 0) return null;
        if (contracts.Length > 1) throw new NotSupportedException($"{type.FullName} implements {slot.DeclaringType.FullName} more than once");
        IReadOnlyList<TypeReference> arguments = Infer(type, Signatures.ArgumentsOf(contracts[0]), parameters, slot);
        if (Hierarchy.Implementation(type, contracts[0], slot) is { } answer)
            return new Candidate(type, arguments, answer.Method, [.. answer.Arguments.Select(argument => Signatures.Substitute(argument, arguments, []))]);
        // A default of an interface that the class has besides, or the slot's own, which is the last resort of every class.
        string key = Signatures.Key(contracts[0]);
        foreach (TypeReference other in type.Interfaces.Select(implementation => implementation.InterfaceType))
            if (Hierarchy.Explicit(other.Resolve(), Signatures.ArgumentsOf(other), key, slot) is { } method)
                return new Candidate(type, arguments, method, [.. Signatures.ArgumentsOf(other).Select(argument => Signatures.Substitute(argument, arguments, []))]);
        return null;
    }

    /// <summary>The arguments of a class, from those of the class or interface that the call names.</summary>
    private static TypeReference[] Infer(TypeDefinition type, IReadOnlyList<TypeReference> pattern, IReadOnlyList<TypeReference> parameters, MethodDefinition slot)
    {
        var result = new TypeReference[type.GenericParameters.Count];
        for (int i = 0; i < result.Length; i++)
        {
            GenericParameter parameter = type.GenericParameters[i];
            int at = pattern.ToList().FindIndex(argument => argument is GenericParameter { Type: GenericParameterType.Type } found && found.Position == parameter.Position);
            if (at < 0) throw new NotSupportedException($"the type parameter {parameter.Name} of {type.FullName} can be anything");
            if (!IsAsFree(slot.DeclaringType.GenericParameters[at], parameter))
                throw new NotSupportedException($"the type parameter {parameter.Name} of {type.FullName} has constraints that {slot.DeclaringType.FullName} does not have");
            result[i] = parameters[at];
        }
        return result;
    }

    private static bool IsAsFree(GenericParameter ofSlot, GenericParameter parameter)
    {
        const GenericParameterAttributes Constraints = GenericParameterAttributes.SpecialConstraintMask;
        string[] known = [.. ofSlot.Constraints.Select(constraint => constraint.ConstraintType.FullName)];
        return (parameter.Attributes & Constraints & ~ofSlot.Attributes) == 0
            && parameter.Constraints.All(constraint => known.Contains(constraint.ConstraintType.FullName));
    }
}
