// A call on a type parameter: of the method itself where the parameter is a value type, which ilc knows, and else of the
// method that dispatches. ECMA-335, III.2.1.

using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal static class ConstrainedCall
{
    /// <summary>A static method: the type of the receiver is its first type parameter, a reference to it its first parameter.</summary>
    public static MethodDefinition Write(ModuleDefinition module, MethodDefinition slot, MethodDefinition dispatcher)
    {
        var method = new MethodDefinition(dispatcher.Name + "?", dispatcher.Attributes, module.TypeSystem.Void);
        var receiver = new GenericParameter("TReceiver", method);
        method.GenericParameters.Add(receiver);
        foreach (GenericParameter parameter in dispatcher.GenericParameters)
            method.GenericParameters.Add(new GenericParameter(parameter.Name, method) { Attributes = parameter.Attributes });
        TypeReference[] arguments = [.. method.GenericParameters.Skip(1)];
        TypeReference Here(TypeReference type) => References.Import(module, Signatures.Substitute(type, [], arguments));
        foreach ((GenericParameter copy, GenericParameter original) in method.GenericParameters.Skip(1).Zip(dispatcher.GenericParameters))
            foreach (GenericParameterConstraint constraint in original.Constraints) copy.Constraints.Add(new GenericParameterConstraint(Here(constraint.ConstraintType)));
        method.ReturnType = Here(dispatcher.ReturnType);
        method.Parameters.Add(new ParameterDefinition(new ByReferenceType(receiver)));
        foreach (ParameterDefinition parameter in dispatcher.Parameters.Skip(1)) method.Parameters.Add(new ParameterDefinition(Here(parameter.ParameterType)));
        WriteBody(module, method, receiver, slot, dispatcher, arguments);
        return method;
    }

    private static void WriteBody(ModuleDefinition module, MethodDefinition method, GenericParameter receiver, MethodDefinition slot,
        MethodDefinition dispatcher, TypeReference[] arguments)
    {
        int ofType = slot.DeclaringType.GenericParameters.Count;
        TypeReference contract = Signatures.Instance(module.ImportReference(slot.DeclaringType), arguments.Take(ofType));
        ILProcessor il = method.Body.GetILProcessor();
        Instruction isReference = Instruction.Create(OpCodes.Ldarg_0);
        TypeTests.WriteIsValueType(module, il, receiver);
        il.Emit(OpCodes.Brfalse, isReference);
        foreach (ParameterDefinition parameter in method.Parameters) il.Emit(OpCodes.Ldarg, parameter);
        il.Emit(OpCodes.Constrained, receiver);
        il.Emit(OpCodes.Callvirt, References.Instantiate(References.Method(module, slot, contract), arguments.Skip(ofType)));
        il.Emit(OpCodes.Ret);
        il.Append(isReference);
        il.Emit(OpCodes.Ldobj, receiver);
        il.Emit(OpCodes.Box, receiver);
        il.Emit(OpCodes.Castclass, contract);
        foreach (ParameterDefinition parameter in method.Parameters.Skip(1)) il.Emit(OpCodes.Ldarg, parameter);
        il.Emit(OpCodes.Call, References.Instantiate(dispatcher, arguments));
        il.Emit(OpCodes.Ret);
    }
}
