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
/// <param name="IsView">The object has the class with other arguments, whatever they are: see <see cref="ByVariance"/>.</param>
internal sealed record Candidate(TypeDefinition Type, IReadOnlyList<TypeReference> Arguments, MethodDefinition Method, IReadOnlyList<TypeReference> Owner,
    bool IsView = false)
{
    /// <summary>What the arguments of the slot's interface have to be, where objects of the class have it with others besides.</summary>
    public IReadOnlyList<TypeReference> Contract { get; init; } = [];

    /// <summary>The classes of a program that answer for a slot, the most derived first.</summary>
    /// <exception cref="NotSupportedException">Some class has parameters that the slot's class does not determine.</exception>
    public static List<Candidate> Of(MethodDefinition slot, IEnumerable<TypeDefinition> types, CallTypes call) =>
        [.. types.Where(type => !type.IsInterface)
            .OrderByDescending(type => Hierarchy.Ancestry(type).Count())
            .ThenBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => slot.DeclaringType.IsInterface ? OnInterface(type, slot, call) : OnClass(type, slot, call))];

    private static IEnumerable<Candidate> OnClass(TypeDefinition type, MethodDefinition slot, CallTypes call)
    {
        if (type == slot.DeclaringType) return [];
        (TypeDefinition Type, IReadOnlyList<TypeReference> Arguments) parent =
            Hierarchy.Ancestry(type).FirstOrDefault(ancestor => ancestor.Type == slot.DeclaringType);
        if (parent.Type is null) return [];
        if (type.Methods.FirstOrDefault(method => !method.IsAbstract && Hierarchy.Overrides(method, slot)) is not { } found) return [];
        return Infer(type, parent.Arguments, call, slot).Select(arguments => new Candidate(type, arguments, found, arguments));
    }

    private static IEnumerable<Candidate> OnInterface(TypeDefinition type, MethodDefinition slot, CallTypes call)
    {
        TypeReference[] contracts = [.. Hierarchy.Contracts(type, slot.DeclaringType)];
        TypeReference[] all = [.. Hierarchy.Ancestry(type).SelectMany(ancestor => Hierarchy.Contracts(ancestor.Type, slot.DeclaringType)
            .Select(contract => Signatures.Substitute(contract, ancestor.Arguments, []))).DistinctBy(Signatures.Key)];
        if (all.Length < 2) return contracts.SelectMany(contract => OnContract(type, contract, slot, call));
        if (slot.DeclaringType.GenericParameters.Any(parameter => parameter.IsCovariant || parameter.IsContravariant))
            throw new NotSupportedException($"{type.FullName} implements {slot.DeclaringType.FullName} more than once, and by 'in' or 'out' in its declaration each may stand for another");
        return contracts.SelectMany(contract => OnContract(type, contract, slot, call).Select(candidate => candidate with
        {
            Contract = [.. Signatures.ArgumentsOf(contract).Select(argument => Signatures.Substitute(argument, candidate.Arguments, []))],
        }));
    }

    private static IEnumerable<Candidate> OnContract(TypeDefinition type, TypeReference contract, MethodDefinition slot, CallTypes call)
    {
        (MethodDefinition? method, IReadOnlyList<TypeReference> owner) = Answer(type, contract, slot);
        if (method is null) return [];
        IReadOnlyList<TypeReference> pattern = Signatures.ArgumentsOf(contract);
        Candidate As(IReadOnlyList<TypeReference> arguments) =>
            new(type, arguments, method, [.. owner.Select(argument => Signatures.Substitute(argument, arguments, []))]);
        Candidate[] exact = [.. Infer(type, pattern, call, slot).Select(As)];
        return VariantPlaces(type, pattern, slot).Length == 0 || exact.Length == 0 ? exact : [.. exact, .. ByVariance(type, pattern, call, slot, exact[0], As)];
    }

    /// <summary>The method, and the arguments of its class or interface in terms of the type's parameters.</summary>
    private static (MethodDefinition? Method, IReadOnlyList<TypeReference> Owner) Answer(TypeDefinition type, TypeReference contract, MethodDefinition slot)
    {
        if (Hierarchy.Implementation(type, contract, slot) is { } answer) return answer;
        // A default of an interface that the class has besides; the slot's own is the last resort of every class.
        string key = Signatures.Key(contract);
        foreach (TypeReference other in type.Interfaces.Select(implementation => implementation.InterfaceType))
            if (other.Resolve() is { } known && Hierarchy.Explicit(known, Signatures.ArgumentsOf(other), key, slot) is { } method) return (method, Signatures.ArgumentsOf(other));
        return (null, []);
    }

    /// <summary>
    /// The arguments of a class: from those of the class or interface that the call names, or else all that the program has.
    /// </summary>
    private static IEnumerable<IReadOnlyList<TypeReference>> Infer(TypeDefinition type, IReadOnlyList<TypeReference> pattern, CallTypes call, MethodDefinition slot)
    {
        int[] places = [.. type.GenericParameters.Select(parameter => pattern.ToList().FindIndex(argument =>
            argument is GenericParameter { Type: GenericParameterType.Type } found && found.Position == parameter.Position))];
        bool mayMiss = !slot.IsAbstract && (call.IsStock || !call.Uses.Covers(type));
        if (places.Contains(-1)) return Enumerated(type, type.GenericParameters[Array.IndexOf(places, -1)], "can be anything", call, mayMiss);
        // The dispatching method can only name instances that the constraints of its own parameters allow.
        foreach ((int at, GenericParameter parameter) in places.Zip(type.GenericParameters))
            if (!IsAsFree(slot.DeclaringType.GenericParameters[at], parameter))
                return Enumerated(type, parameter, $"has constraints that {slot.DeclaringType.FullName} does not have, and generic code makes it with ever more types", call, mayMiss: false);
        return [[.. places.Select(at => call.OfClass[at])]];
    }

    /// <summary>
    /// What an object may be that has the interface for other types, which variance makes equal: all that the program
    /// makes. .NET's own assemblies do not know the programs that use them. Code for one reference type is code for all, and
    /// their classes neither make arrays nor ask for types in such a method: there the object stands for what it can be seen as.
    /// </summary>
    private static IEnumerable<Candidate> ByVariance(TypeDefinition type, IReadOnlyList<TypeReference> pattern, CallTypes call, MethodDefinition slot,
        Candidate exact, Func<IReadOnlyList<TypeReference>, Candidate> make)
    {
        if (call.IsStock || !call.Uses.Covers(type)) return [exact with { IsView = true }];
        int[] variant = VariantPlaces(type, pattern, slot);
        if (call.Uses.IsOpen(type))
            throw new NotSupportedException($"generic code makes {type.FullName}, whose {slot.DeclaringType.FullName} may be one for another type, "
                + "by 'in' or 'out' in its declaration: without those words the types of the call tell which");
        return call.Uses.Of(type).Where(arguments => variant.All(at => !arguments[at].IsValueType)).Select(make);
    }

    /// <summary>Which parameters of a class are those of the interface where that has 'in' or 'out'.</summary>
    private static int[] VariantPlaces(TypeDefinition type, IReadOnlyList<TypeReference> pattern, MethodDefinition slot) =>
        type.IsValueType ? [] : [.. slot.DeclaringType.GenericParameters.Where(parameter => parameter.IsCovariant || parameter.IsContravariant)
            .Select(parameter => pattern[parameter.Position]).OfType<GenericParameter>().Select(parameter => parameter.Position)];

    /// <param name="mayMiss">The slot has a method of its own, which does for the objects of classes that are not known.</param>
    private static IEnumerable<IReadOnlyList<TypeReference>> Enumerated(TypeDefinition type, GenericParameter unknown, string cause, CallTypes call, bool mayMiss)
    {
        bool isComplete = call.Uses.Covers(type) && !call.Uses.IsOpen(type);
        if (!isComplete && !mayMiss) throw new NotSupportedException($"the type parameter {unknown.Name} of {type.FullName} {cause}");
        foreach (IReadOnlyList<TypeReference> arguments in call.Uses.Of(type)) yield return arguments;
        // Most often such a class is asked for what it holds.
        if (!isComplete && type.GenericParameters.Count == 1 && call.OfMethod.Count == 1) yield return call.OfMethod;
    }

    private static bool IsAsFree(GenericParameter ofSlot, GenericParameter parameter)
    {
        const GenericParameterAttributes Constraints = GenericParameterAttributes.SpecialConstraintMask;
        string[] known = [.. ofSlot.Constraints.Select(constraint => constraint.ConstraintType.FullName)];
        return (parameter.Attributes & Constraints & ~ofSlot.Attributes) == 0
            && parameter.Constraints.All(constraint => known.Contains(constraint.ConstraintType.FullName));
    }
}

/// <summary>What a call leaves to be known.</summary>
/// <param name="OfClass">What stands for the parameters of the slot's class.</param>
/// <param name="OfMethod">What stands for those of the slot.</param>
/// <param name="Uses">The arguments that the program has for its classes.</param>
/// <param name="IsStock">It is in one of .NET's own assemblies, and the programs that use it are not known.</param>
internal sealed record CallTypes(IReadOnlyList<TypeReference> OfClass, IReadOnlyList<TypeReference> OfMethod, Instantiations Uses, bool IsStock);
