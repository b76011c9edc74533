// Types in other words: with type arguments put in, as a text that is equal where the types are, and as a reference of
// another assembly. ECMA-335, II.10.3.2 (which method overrides which), II.14.6 (substitution).

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Uk.Tool.GenericVirtual;

internal static class Signatures
{
    /// <summary>The type with arguments for the parameters of its class and of its method; where there are none, as it is.</summary>
    /// <exception cref="NotSupportedException">The type is one that cannot be written so: a function pointer.</exception>
    public static TypeReference Substitute(TypeReference type, IReadOnlyList<TypeReference> typeArguments, IReadOnlyList<TypeReference> methodArguments)
    {
        TypeReference Inner(TypeReference inner) => Substitute(inner, typeArguments, methodArguments);
        switch (type)
        {
            case GenericParameter parameter:
                IReadOnlyList<TypeReference> arguments = parameter.Type == GenericParameterType.Type ? typeArguments : methodArguments;
                return parameter.Position < arguments.Count ? arguments[parameter.Position] : parameter;
            case GenericInstanceType instance:
                return Instance(instance.ElementType, instance.GenericArguments.Select(Inner));
            case ArrayType array:
                return array.IsVector ? new ArrayType(Inner(array.ElementType)) : new ArrayType(Inner(array.ElementType), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Inner(reference.ElementType));
            case PointerType pointer:
                return new PointerType(Inner(pointer.ElementType));
            case RequiredModifierType required:
                return new RequiredModifierType(required.ModifierType, Inner(required.ElementType));
            case OptionalModifierType optional:
                return new OptionalModifierType(optional.ModifierType, Inner(optional.ElementType));
            case FunctionPointerType:
                throw new NotSupportedException("a function pointer");
            default:
                return type;
        }
    }

    public static TypeReference Instance(TypeReference definition, IEnumerable<TypeReference> arguments)
    {
        TypeReference[] all = [.. arguments];
        if (all.Length == 0) return definition;
        var result = new GenericInstanceType(definition);
        foreach (TypeReference argument in all) result.GenericArguments.Add(argument);
        return result;
    }

    /// <summary>What stands in the angle brackets; the parameters themselves for a definition.</summary>
    public static IReadOnlyList<TypeReference> ArgumentsOf(TypeReference type) =>
        type is GenericInstanceType instance ? [.. instance.GenericArguments] : [];

    /// <summary>Equal for equal types, whatever assembly the reference is written in.</summary>
    public static string Key(TypeReference type) => type switch
    {
        GenericParameter parameter => (parameter.Type == GenericParameterType.Type ? "!" : "!!") + parameter.Position,
        GenericInstanceType instance => $"{instance.ElementType.FullName}<{string.Join(',', instance.GenericArguments.Select(Key))}>",
        ArrayType array => $"{Key(array.ElementType)}[{array.Rank}]",
        ByReferenceType reference => Key(reference.ElementType) + "&",
        PointerType pointer => Key(pointer.ElementType) + "*",
        RequiredModifierType required => $"{Key(required.ElementType)} modreq {required.ModifierType.FullName}",
        OptionalModifierType optional => $"{Key(optional.ElementType)} modopt {optional.ModifierType.FullName}",
        _ => type.FullName,
    };

    /// <summary>Parameters and result of a method, seen with these arguments for its class.</summary>
    public static string Key(MethodReference method, IReadOnlyList<TypeReference> typeArguments) =>
        string.Join(' ', method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .Select(type => Key(Substitute(type, typeArguments, []))));
}
