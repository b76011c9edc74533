// References of one assembly to what others define, written so that they stand in a method with other type parameters.

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Uk.Tool.GenericVirtual;

internal static class References
{
    /// <summary>The type as the module names it. Type parameters are kept: they belong to the method that is written.</summary>
    public static TypeReference Import(ModuleDefinition module, TypeReference type) => type switch
    {
        GenericParameter => type,
        GenericInstanceType instance => Signatures.Instance(module.ImportReference(instance.ElementType),
            instance.GenericArguments.Select(argument => Import(module, argument))),
        ArrayType array => array.IsVector ? new ArrayType(Import(module, array.ElementType)) : new ArrayType(Import(module, array.ElementType), array.Rank),
        ByReferenceType reference => new ByReferenceType(Import(module, reference.ElementType)),
        PointerType pointer => new PointerType(Import(module, pointer.ElementType)),
        RequiredModifierType required => new RequiredModifierType(module.ImportReference(required.ModifierType), Import(module, required.ElementType)),
        OptionalModifierType optional => new OptionalModifierType(module.ImportReference(optional.ModifierType), Import(module, optional.ElementType)),
        _ => module.ImportReference(type),
    };

    /// <summary>A method of a type with these arguments, before it has arguments of its own.</summary>
    public static MethodReference Method(ModuleDefinition module, MethodDefinition method, TypeReference owner)
    {
        var result = new MethodReference(method.Name, module.TypeSystem.Void, owner) { HasThis = method.HasThis, CallingConvention = method.CallingConvention };
        foreach (GenericParameter parameter in method.GenericParameters) result.GenericParameters.Add(new GenericParameter(parameter.Name, result));
        TypeReference[] ofMethod = [.. result.GenericParameters];
        TypeReference Here(TypeReference type) => Import(module, Signatures.Substitute(type, [], ofMethod));
        result.ReturnType = Here(method.ReturnType);
        foreach (ParameterDefinition parameter in method.Parameters) result.Parameters.Add(new ParameterDefinition(Here(parameter.ParameterType)));
        return result;
    }

    public static MethodReference Instantiate(MethodReference method, IEnumerable<TypeReference> arguments)
    {
        var result = new GenericInstanceMethod(method);
        foreach (TypeReference argument in arguments) result.GenericArguments.Add(argument);
        return result;
    }
}
