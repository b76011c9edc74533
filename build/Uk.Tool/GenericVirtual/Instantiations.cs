// With which arguments a program uses its generic classes, as far as its code says so.

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal sealed class Instantiations
{
    private readonly Dictionary<TypeDefinition, Dictionary<string, IReadOnlyList<TypeReference>>> _closed = [];
    private readonly HashSet<TypeDefinition> _open = [];
    private readonly IReadOnlyCollection<ModuleDefinition> _modules;

    public Instantiations(IReadOnlyCollection<ModuleDefinition> modules)
    {
        _modules = modules;
        foreach (TypeDefinition type in modules.SelectMany(module => module.GetTypes()))
        {
            if (type.BaseType is { } parent) Note(parent);
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody))
                foreach (Instruction instruction in method.Body.Instructions) Note(instruction, type);
        }
    }

    /// <summary>Whether the class is one of the program: of others nothing is known.</summary>
    public bool Covers(TypeDefinition type) => _modules.Contains(type.Module);

    /// <summary>All that are written out. Complete unless generic code makes more: see <see cref="IsOpen"/>.</summary>
    public IEnumerable<IReadOnlyList<TypeReference>> Of(TypeDefinition type) =>
        _closed.TryGetValue(type, out Dictionary<string, IReadOnlyList<TypeReference>>? found) ? found.Values : [];

    /// <summary>Whether code with type parameters of its own makes objects of the class with these.</summary>
    public bool IsOpen(TypeDefinition type) => _open.Contains(type);

    private void Note(Instruction instruction, TypeDefinition inside)
    {
        switch (instruction.Operand)
        {
            case MethodReference method:
                Note(method.DeclaringType);
                if (method is GenericInstanceMethod generic)
                    foreach (TypeReference argument in generic.GenericArguments) Note(argument);
                bool makesOther = instruction.OpCode == OpCodes.Newobj && method.DeclaringType is GenericInstanceType { ContainsGenericParameter: true };
                if (makesOther && method.DeclaringType.Resolve() is { } definition && definition != inside) _open.Add(definition);
                break;
            case FieldReference field:
                Note(field.DeclaringType);
                break;
            case TypeReference type:
                Note(type);
                break;
        }
    }

    private void Note(TypeReference type)
    {
        if (type is GenericInstanceType instance)
        {
            foreach (TypeReference argument in instance.GenericArguments) Note(argument);
            if (instance.ContainsGenericParameter || instance.Resolve() is not { } definition) return;
            if (!_closed.TryGetValue(definition, out Dictionary<string, IReadOnlyList<TypeReference>>? known)) _closed.Add(definition, known = []);
            known[Signatures.Key(instance)] = Signatures.ArgumentsOf(instance);
        }
        else if (type is TypeSpecification specification) Note(specification.ElementType);
    }
}
