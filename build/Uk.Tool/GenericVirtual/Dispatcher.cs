// The method that stands for a generic virtual method: static, with the parameters of both the class and the method, it asks
// the object what it is and calls the method that answers. All of it is ordinary code, so that ilc knows every instantiation.

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal sealed class Dispatcher
{
    private readonly ModuleDefinition _module;
    private readonly MethodDefinition _slot;
    private readonly TypeReference[] _typeArguments, _methodArguments;
    private readonly Func<MethodDefinition, MethodDefinition> _dispatcherOf;

    /// <param name="dispatcherOf">Finds the dispatching method of another slot.</param>
    public Dispatcher(ModuleDefinition module, MethodDefinition slot, string name, Func<MethodDefinition, MethodDefinition> dispatcherOf)
    {
        (_module, _slot, _dispatcherOf) = (module, slot, dispatcherOf);
        Method = new MethodDefinition(name, MethodAttributes.Static | MethodAttributes.Public | MethodAttributes.HideBySig, module.TypeSystem.Void);
        GenericParameter[] parameters = [.. slot.DeclaringType.GenericParameters.Concat(slot.GenericParameters).Select(Clone)];
        int ofType = slot.DeclaringType.GenericParameters.Count;
        _typeArguments = [.. parameters.Take(ofType)];
        _methodArguments = [.. parameters.Skip(ofType)];
        foreach ((GenericParameter copy, GenericParameter original) in parameters.Zip(slot.DeclaringType.GenericParameters.Concat(slot.GenericParameters)))
            foreach (GenericParameterConstraint constraint in original.Constraints)
                copy.Constraints.Add(new GenericParameterConstraint(Here(constraint.ConstraintType)));
        Method.ReturnType = Here(slot.ReturnType);
        Method.Parameters.Add(new ParameterDefinition(Self));
        foreach (ParameterDefinition parameter in slot.Parameters) Method.Parameters.Add(new ParameterDefinition(Here(parameter.ParameterType)));
    }

    public MethodDefinition Method { get; }

    /// <summary>What stands for the parameters of the slot's class, and for the slot's own.</summary>
    public IReadOnlyList<TypeReference> TypeArguments => _typeArguments;

    public IReadOnlyList<TypeReference> MethodArguments => _methodArguments;

    private TypeReference Self => Instance(_slot.DeclaringType, _typeArguments);

    private GenericParameter Clone(GenericParameter original)
    {
        GenericParameterAttributes attributes = original.Attributes & ~GenericParameterAttributes.VarianceMask;
        var copy = new GenericParameter(original.Name, Method) { Attributes = attributes };
        Method.GenericParameters.Add(copy);
        return copy;
    }

    private TypeReference Here(TypeReference type) => References.Import(_module, Signatures.Substitute(type, _typeArguments, _methodArguments));

    private TypeReference Instance(TypeDefinition type, IEnumerable<TypeReference> arguments) =>
        Signatures.Instance(_module.ImportReference(type), arguments.Select(argument => References.Import(_module, argument)));

    public void Write(IEnumerable<Candidate> candidates)
    {
        ILProcessor il = Method.Body.GetILProcessor();
        Instruction notNull = Instruction.Create(OpCodes.Nop);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Brtrue, notNull);
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Throw);
        il.Append(notNull);
        foreach (Candidate candidate in candidates) WriteCase(il, candidate);
        if (!_slot.IsAbstract)
        {
            WriteCall(il, _slot, _typeArguments, () => il.Emit(OpCodes.Ldarg_0));
            return;
        }
        // Every class is above; code has to end all the same.
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Throw);
    }

    private void WriteCase(ILProcessor il, Candidate candidate)
    {
        TypeReference type = Instance(candidate.Type, candidate.Arguments);
        Instruction next = Instruction.Create(OpCodes.Nop);
        foreach ((TypeReference parameter, TypeReference argument) in _typeArguments.Zip(candidate.Contract))
            if (Signatures.Key(parameter) != Signatures.Key(argument)) TypeTests.WriteEqual(_module, il, parameter, References.Import(_module, argument), next);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Isinst, candidate.IsView ? _module.ImportReference(AnyOf(candidate.Type)) : type);
        if (candidate.Type.IsValueType)
        {
            il.Emit(OpCodes.Brfalse, next);
            WriteCall(il, candidate.Method, candidate.Owner, () => { il.Emit(OpCodes.Ldarg_0); il.Emit(OpCodes.Unbox, type); });
        }
        else
        {
            var self = new VariableDefinition(candidate.IsView ? _module.TypeSystem.Object : type);
            Method.Body.Variables.Add(self);
            il.Emit(OpCodes.Stloc, self);
            il.Emit(OpCodes.Ldloc, self);
            il.Emit(OpCodes.Brfalse, next);
            WriteCall(il, candidate.Method, candidate.Owner, () => il.Emit(OpCodes.Ldloc, self));
        }
        il.Append(next);
    }

    /// <summary>An interface that a generic class has whatever its arguments are, and no other class has.</summary>
    private static TypeDefinition AnyOf(TypeDefinition type)
    {
        string name = "<AnyOf>" + type.FullName.Replace('/', '.').Replace('`', '#');
        if (type.Module.Types.FirstOrDefault(other => other.Name == name) is { } known) return known;
        var result = new TypeDefinition("", name, TypeAttributes.Interface | TypeAttributes.Abstract | TypeAttributes.NotPublic);
        type.Module.Types.Add(result);
        type.Interfaces.Add(new InterfaceImplementation(result));
        return result;
    }

    private void WriteCall(ILProcessor il, MethodDefinition target, IReadOnlyList<TypeReference> owner, Action loadSelf)
    {
        loadSelf();
        for (int i = 0; i < target.Parameters.Count; i++)
        {
            il.Emit(OpCodes.Ldarg, Method.Parameters[i + 1]);
            Convert(il, Method.Parameters[i + 1].ParameterType, Seen(target.Parameters[i].ParameterType, owner));
        }
        // A method of a base class that a further class may override; its own dispatching method knows.
        bool isVirtual = target != _slot && _slot.DeclaringType.IsInterface && !target.DeclaringType.IsInterface && Hierarchy.IsSlot(target);
        il.Emit(OpCodes.Call, isVirtual ? References.Instantiate(_dispatcherOf(target), [.. owner.Select(type => References.Import(_module, type)), .. _methodArguments])
            : References.Instantiate(References.Method(_module, target, Instance(target.DeclaringType, owner)), _methodArguments));
        Convert(il, Seen(target.ReturnType, owner), Method.ReturnType);
        il.Emit(OpCodes.Ret);
    }

    private TypeReference Seen(TypeReference type, IReadOnlyList<TypeReference> owner) =>
        References.Import(_module, Signatures.Substitute(type, owner, _methodArguments));

    /// <summary>
    /// Where a class fixes an argument of its base, the types differ in words; they are the same wherever the case is taken.
    /// </summary>
    internal static void Convert(ILProcessor il, TypeReference from, TypeReference to)
    {
        if (Signatures.Key(from) == Signatures.Key(to) || from.IsByReference || from.IsPointer) return;
        il.Emit(OpCodes.Box, from);
        il.Emit(OpCodes.Unbox_Any, to);
    }
}
