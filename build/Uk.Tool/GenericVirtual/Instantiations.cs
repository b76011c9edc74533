// With which arguments a program uses its generic classes: from the code that has no type parameters through every generic
// class and method that it reaches with types, until nothing new comes. What is called through a slot may be any method of that
// name. Bounded, since generic recursion can go on for ever: see IsOpen. ECMA-335, II.9 (generics).

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal sealed class Instantiations
{
    // No program that people write nests its type arguments so deep, or has so many bodies.
    private const int MostNested = 12, MostBodies = 200_000;

    private readonly Dictionary<TypeDefinition, Dictionary<string, IReadOnlyList<TypeReference>>> _closed = [];
    private readonly HashSet<TypeDefinition> _madeByGenericCode = [];
    private readonly HashSet<ModuleDefinition> _modules;
    private readonly SlotCalls _slotCalls;
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly Queue<(MethodDefinition Method, IReadOnlyList<TypeReference> OfType, IReadOnlyList<TypeReference> OfMethod)> _waiting = [];
    private bool _isCut;

    public Instantiations(IReadOnlyCollection<ModuleDefinition> modules)
    {
        _modules = [.. modules];
        TypeDefinition[] types = [.. modules.SelectMany(module => module.GetTypes())];
        _slotCalls = new SlotCalls(types);
        foreach (TypeDefinition type in types)
        {
            if (!type.HasGenericParameters) Enter(type, []);
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody))
                foreach (Instruction instruction in method.Body.Instructions) NoteMaker(instruction, type);
        }
        while (_waiting.TryDequeue(out var next)) Scan(next.Method, next.OfType, next.OfMethod);
    }

    /// <summary>Whether the class is one of the program: of others nothing is known.</summary>
    public bool Covers(TypeDefinition type) => _modules.Contains(type.Module);

    /// <summary>All that the program can have, unless <see cref="IsOpen"/>.</summary>
    public IEnumerable<IReadOnlyList<TypeReference>> Of(TypeDefinition type) =>
        _closed.TryGetValue(type, out Dictionary<string, IReadOnlyList<TypeReference>>? found) ? found.Values : [];

    /// <summary>Whether generic code that calls itself with ever more types makes objects of the class.</summary>
    public bool IsOpen(TypeDefinition type) => _isCut && (type.IsValueType || _madeByGenericCode.Contains(type));

    private void NoteMaker(Instruction instruction, TypeDefinition inside)
    {
        if (instruction.OpCode != OpCodes.Newobj || instruction.Operand is not MethodReference { DeclaringType: GenericInstanceType made }) return;
        if (made.ContainsGenericParameter && made.Resolve() is { } definition && definition != inside) _madeByGenericCode.Add(definition);
    }

    /// <summary>A class with these arguments: what it derives from, what it holds, and the code of its methods.</summary>
    private void Enter(TypeDefinition type, IReadOnlyList<TypeReference> arguments)
    {
        if (type.BaseType is { } parent) Note(parent, arguments, []);
        foreach (InterfaceImplementation implementation in type.Interfaces) Note(implementation.InterfaceType, arguments, []);
        foreach (FieldDefinition field in type.Fields) Note(field.FieldType, arguments, []);
        foreach (MethodDefinition method in type.Methods)
        {
            if (!method.HasGenericParameters) Enqueue(method, arguments, []);
            foreach (IReadOnlyList<TypeReference> called in _slotCalls.Of(method)) Enqueue(method, arguments, called);
        }
    }

    private void Enqueue(MethodDefinition method, IReadOnlyList<TypeReference> ofType, IReadOnlyList<TypeReference> ofMethod)
    {
        if (!method.HasBody || !_modules.Contains(method.Module)) return;
        if (!_bodies.Add($"{method.MetadataToken.ToInt32():x} {method.Module.Name} {Text(ofType)} {Text(ofMethod)}")) return;
        if (_bodies.Count > MostBodies || ofMethod.Any(IsTooDeep)) _isCut = true;
        else _waiting.Enqueue((method, ofType, ofMethod));
    }

    private void Scan(MethodDefinition method, IReadOnlyList<TypeReference> ofType, IReadOnlyList<TypeReference> ofMethod)
    {
        foreach (VariableDefinition variable in method.Body.Variables) Note(variable.VariableType, ofType, ofMethod);
        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case MethodReference called:
                    Note(called.DeclaringType, ofType, ofMethod);
                    if (called is GenericInstanceMethod generic) NoteCall(generic, ofType, ofMethod);
                    break;
                case FieldReference field:
                    Note(field.DeclaringType, ofType, ofMethod);
                    break;
                case TypeReference type:
                    Note(type, ofType, ofMethod);
                    break;
            }
        }
    }

    private void NoteCall(GenericInstanceMethod call, IReadOnlyList<TypeReference> ofType, IReadOnlyList<TypeReference> ofMethod)
    {
        if (call.GenericArguments.Any(HasFunctionPointer)) return;
        TypeReference[] arguments = [.. call.GenericArguments.Select(argument => Signatures.Substitute(argument, ofType, ofMethod))];
        foreach (TypeReference argument in arguments) Note(argument, [], []);
        if (arguments.Any(argument => argument.ContainsGenericParameter) || call.Resolve() is not { } definition) return;
        Enqueue(definition, Signatures.ArgumentsOf(Signatures.Substitute(call.DeclaringType, ofType, ofMethod)), arguments);
        if (!definition.IsVirtual || !_slotCalls.Add(definition, arguments)) return;
        foreach (MethodDefinition answer in _slotCalls.Answers(definition))
        {
            if (!answer.DeclaringType.HasGenericParameters) Enqueue(answer, [], arguments);
            else foreach (IReadOnlyList<TypeReference> owner in Of(answer.DeclaringType).ToArray()) Enqueue(answer, owner, arguments);
        }
    }

    private void Note(TypeReference type, IReadOnlyList<TypeReference> ofType, IReadOnlyList<TypeReference> ofMethod)
    {
        if (HasFunctionPointer(type)) return;
        if (type is GenericParameter or GenericInstanceType) type = Signatures.Substitute(type, ofType, ofMethod);
        if (type is GenericInstanceType instance)
        {
            foreach (TypeReference argument in instance.GenericArguments) Note(argument, ofType, ofMethod);
            if (instance.ContainsGenericParameter || instance.Resolve() is not { } definition) return;
            if (!_closed.TryGetValue(definition, out Dictionary<string, IReadOnlyList<TypeReference>>? known)) _closed.Add(definition, known = []);
            IReadOnlyList<TypeReference> arguments = Signatures.ArgumentsOf(instance);
            if (IsTooDeep(instance)) _isCut = true;
            else if (known.TryAdd(Signatures.Key(instance), arguments) && _modules.Contains(definition.Module)) Enter(definition, arguments);
        }
        else if (type is TypeSpecification specification) Note(specification.ElementType, ofType, ofMethod);
    }

    /// <summary>No class of a program is made with one.</summary>
    private static bool HasFunctionPointer(TypeReference type) => type switch
    {
        FunctionPointerType => true,
        GenericInstanceType instance => instance.GenericArguments.Any(HasFunctionPointer),
        TypeSpecification specification => HasFunctionPointer(specification.ElementType),
        _ => false,
    };

    private static string Text(IReadOnlyList<TypeReference> types) => string.Join(',', types.Select(Signatures.Key));

    private static bool IsTooDeep(TypeReference type) => Depth(type) > MostNested;

    private static int Depth(TypeReference type) => type switch
    {
        GenericInstanceType instance => 1 + instance.GenericArguments.Max(Depth),
        TypeSpecification specification => 1 + Depth(specification.ElementType),
        _ => 0,
    };
}
