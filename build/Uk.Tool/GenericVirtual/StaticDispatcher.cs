// The method that stands for a static virtual method with type parameters of its own: it asks which type its first type parameter
// is and calls that type's method. ilc has no such calls in code that several types share. ECMA-335, III.2.1 (constrained).

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal static class StaticDispatcher
{
    /// <summary>A static virtual method with type parameters, which a type further down answers.</summary>
    public static bool IsSlot(MethodDefinition method) =>
        method is { IsVirtual: true, IsStatic: true, HasGenericParameters: true, DeclaringType.IsInterface: true };

    /// <summary>Whether code can be shared between types that answer: ilc makes each value type code of its own, and knows such calls.</summary>
    public static bool IsAnsweredByClass(ClosedProgram program, MethodDefinition slot) => program.ClassesFor(slot)
        .Any(type => type is { IsInterface: false, IsValueType: false } && Hierarchy.Contracts(type, slot.DeclaringType).Any());

    /// <summary>A static method: the receiver is its first type parameter; those of interface and slot follow.</summary>
    /// <exception cref="NotSupportedException">Some type has instances without end, or no method of its own.</exception>
    public static MethodDefinition Write(ClosedProgram program, MethodDefinition slot, string name)
    {
        ModuleDefinition module = program.Modules[0];
        var method = new MethodDefinition(name, MethodAttributes.Static | MethodAttributes.Public | MethodAttributes.HideBySig, module.TypeSystem.Void);
        GenericParameter[] originals = [.. slot.DeclaringType.GenericParameters, .. slot.GenericParameters];
        var receiver = new GenericParameter("TReceiver", method);
        method.GenericParameters.Add(receiver);
        foreach (GenericParameter original in originals)
            method.GenericParameters.Add(new GenericParameter(original.Name, method) { Attributes = original.Attributes & ~GenericParameterAttributes.VarianceMask });
        TypeReference[] ofClass = [.. method.GenericParameters.Skip(1).Take(slot.DeclaringType.GenericParameters.Count)];
        TypeReference[] ofMethod = [.. method.GenericParameters.Skip(1 + ofClass.Length)];
        TypeReference Here(TypeReference type) => References.Import(module, Signatures.Substitute(type, ofClass, ofMethod));
        foreach ((GenericParameter copy, GenericParameter original) in method.GenericParameters.Skip(1).Zip(originals))
            foreach (GenericParameterConstraint constraint in original.Constraints) copy.Constraints.Add(new GenericParameterConstraint(Here(constraint.ConstraintType)));
        method.ReturnType = Here(slot.ReturnType);
        foreach (ParameterDefinition parameter in slot.Parameters) method.Parameters.Add(new ParameterDefinition(Here(parameter.ParameterType)));
        ILProcessor il = method.Body.GetILProcessor();
        foreach (TypeDefinition type in program.ClassesFor(slot).Where(type => !type.IsInterface).OrderBy(type => type.FullName, StringComparer.Ordinal))
            foreach (Answer answer in Answers(type, slot, program.Uses)) WriteCase(module, il, answer, ofClass, ofMethod);
        // Every type is above; code has to end all the same.
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Throw);
        return method;
    }

    private sealed record Answer(TypeReference Type, IReadOnlyList<TypeReference> Contract, MethodDefinition Method, IReadOnlyList<TypeReference> Owner);

    private static IEnumerable<Answer> Answers(TypeDefinition type, MethodDefinition slot, Instantiations uses)
    {
        (TypeReference Contract, MethodDefinition? Method, IReadOnlyList<TypeReference> Owner)[] found = [.. Hierarchy.Ancestry(type)
            .SelectMany(ancestor => Hierarchy.Contracts(ancestor.Type, slot.DeclaringType).Select(contract => Signatures.Substitute(contract, ancestor.Arguments, [])))
            .DistinctBy(Signatures.Key).Select(contract => Find(type, contract, slot))];
        if (found.Length == 0) yield break;
        if (found.Any(each => each.Method is null)) throw new NotSupportedException($"{type.FullName} has no {slot.Name} of its own, but that of an interface");
        if (type.HasGenericParameters && uses.IsOpen(type)) throw new NotSupportedException($"generic code makes {type.FullName} with ever more types");
        foreach (IReadOnlyList<TypeReference> arguments in type.HasGenericParameters ? uses.Of(type) : [[]])
            foreach ((TypeReference contract, MethodDefinition? method, IReadOnlyList<TypeReference> owner) in found)
                yield return new Answer(Signatures.Instance(type, arguments), [.. Signatures.ArgumentsOf(contract).Select(argument => Signatures.Substitute(argument, arguments, []))],
                    method!, [.. owner.Select(argument => Signatures.Substitute(argument, arguments, []))]);
    }

    private static (TypeReference Contract, MethodDefinition? Method, IReadOnlyList<TypeReference> Owner) Find(TypeDefinition type, TypeReference contract, MethodDefinition slot)
    {
        string key = Signatures.Key(contract);
        foreach ((TypeDefinition ancestor, IReadOnlyList<TypeReference> arguments) in Hierarchy.Ancestry(type))
            if (Hierarchy.Explicit(ancestor, arguments, key, slot) is { } method) return (contract, method, arguments);
        return (contract, null, []);
    }

    private static void WriteCase(ModuleDefinition module, ILProcessor il, Answer answer, TypeReference[] ofClass, TypeReference[] ofMethod)
    {
        MethodDefinition method = il.Body.Method;
        Instruction next = Instruction.Create(OpCodes.Nop);
        TypeReference Here(TypeReference type) => References.Import(module, Signatures.Substitute(type, answer.Owner, ofMethod));
        TypeTests.WriteEqual(module, il, method.GenericParameters[0], References.Import(module, answer.Type), next);
        foreach ((TypeReference parameter, TypeReference argument) in ofClass.Zip(answer.Contract))
            TypeTests.WriteEqual(module, il, parameter, References.Import(module, argument), next);
        foreach ((ParameterDefinition given, ParameterDefinition wanted) in method.Parameters.Zip(answer.Method.Parameters))
        {
            il.Emit(OpCodes.Ldarg, given);
            Dispatcher.Convert(il, given.ParameterType, Here(wanted.ParameterType));
        }
        TypeReference owner = Signatures.Instance(module.ImportReference(answer.Method.DeclaringType), answer.Owner.Select(type => References.Import(module, type)));
        il.Emit(OpCodes.Call, References.Instantiate(References.Method(module, answer.Method, owner), ofMethod));
        Dispatcher.Convert(il, Here(answer.Method.ReturnType), method.ReturnType);
        il.Emit(OpCodes.Ret);
        il.Append(next);
    }
}
