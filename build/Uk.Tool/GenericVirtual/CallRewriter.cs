// Calls of generic virtual methods become calls of methods that dispatch. What an image would need instead, code that is made
// while it runs, it cannot have. A call that some class makes impossible stays, and the compiler refuses it where it is reached.
// ECMA-335, III.4.2 (callvirt), III.4.18 (ldvirtftn), III.2.1 (constrained).

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Uk.Tool.GenericVirtual;

/// <param name="isStock">See <see cref="CallTypes"/>.</param>
internal sealed class CallRewriter(ClosedProgram program, bool isStock)
{
    private const string HolderName = "<GenericVirtualMethods>";

    private readonly Dictionary<MethodDefinition, Dispatcher> _dispatchers = [];
    private readonly Dictionary<MethodDefinition, MethodDefinition> _constrained = [];
    private readonly Dictionary<MethodDefinition, string> _impossible = [];
    private readonly Dictionary<MethodDefinition, bool> _answeredByClass = [];
    private readonly HashSet<ModuleDefinition> _changed = [];
    private TypeDefinition? _holder;

    /// <summary>Why calls remain: a sentence for each.</summary>
    public List<string> Refusals { get; } = [];

    public void Rewrite()
    {
        foreach (ModuleDefinition module in program.Modules)
            foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToArray())
                if (Calls(method).Any()) Rewrite(method);
    }

    /// <summary>Something else has changed in the assembly.</summary>
    public void MarkChanged(ModuleDefinition module) => _changed.Add(module);

    /// <summary>Writes the assemblies that have changed into a folder.</summary>
    public void Save(DirectoryInfo output)
    {
        foreach (ModuleDefinition module in _changed)
        {
            // Machine code that an assembly of .NET has besides is not copied.
            module.Attributes = ModuleAttributes.ILOnly;
            module.Architecture = TargetArchitecture.I386;
            module.Write(Path.Combine(output.FullName, module.Name), new WriterParameters
            {
                WriteSymbols = module.HasSymbols,
                SymbolWriterProvider = module.HasSymbols ? new EmbeddedPortablePdbWriterProvider() : null,
                DeterministicMvid = true,
            });
        }
    }

    private IEnumerable<Instruction> Calls(MethodDefinition method) =>
        method.Body.Instructions.Where(instruction => IsStaticCall(instruction) || (instruction.OpCode == OpCodes.Callvirt || instruction.OpCode == OpCodes.Ldvirtftn)
            && instruction.Operand is GenericInstanceMethod call && call.Resolve() is { } slot && Hierarchy.IsSlot(slot));

    /// <summary>A call on a type parameter, of a static method that types of the program answer.</summary>
    private bool IsStaticCall(Instruction instruction) => (instruction.OpCode == OpCodes.Call || instruction.OpCode == OpCodes.Ldftn)
        && instruction.Previous is { Operand: GenericParameter { HasNotNullableValueTypeConstraint: false } } prefix && prefix.OpCode == OpCodes.Constrained
        && instruction.Operand is GenericInstanceMethod call && call.Resolve() is { } slot && StaticDispatcher.IsSlot(slot)
        && program.Modules.Contains(slot.Module) && IsAnsweredByClass(slot);

    private bool IsAnsweredByClass(MethodDefinition slot)
    {
        if (!_answeredByClass.TryGetValue(slot, out bool known)) _answeredByClass.Add(slot, known = StaticDispatcher.IsAnsweredByClass(program, slot));
        return known;
    }

    private void Rewrite(MethodDefinition caller)
    {
        caller.Body.SimplifyMacros();
        foreach (Instruction instruction in Calls(caller).ToArray())
        {
            var call = (GenericInstanceMethod)instruction.Operand;
            MethodDefinition slot = call.Resolve();
            try
            {
                if (Replace(caller, instruction, call, slot)) _changed.Add(caller.Module);
            }
            catch (NotSupportedException cause)
            {
                _impossible[slot] = cause.Message;
                Refusals.Add($"{caller.FullName} calls the generic virtual method {slot.FullName}, and {cause.Message}");
            }
        }
        caller.Body.OptimizeMacros();
    }

    private bool Replace(MethodDefinition caller, Instruction instruction, GenericInstanceMethod call, MethodDefinition slot)
    {
        Instruction? prefix = instruction.Previous?.OpCode == OpCodes.Constrained ? instruction.Previous : null;
        IEnumerable<TypeReference> arguments = [.. Signatures.ArgumentsOf(call.DeclaringType), .. call.GenericArguments];
        MethodDefinition target;
        if (slot.IsStatic)
        {
            target = StaticOf(slot);
            arguments = arguments.Prepend((GenericParameter)prefix!.Operand);
        }
        else if (prefix is null) target = DispatcherOf(slot).Method;
        else
        {
            // The method of a value type is called as it is, and so is that of one that lives on the stack alone.
            const GenericParameterAttributes values = GenericParameterAttributes.NotNullableValueTypeConstraint | GenericParameterAttributes.AllowByRefLikeConstraint;
            if (prefix.Operand is not GenericParameter receiver || (receiver.Attributes & values) != 0) return false;
            target = ConstrainedOf(slot);
            arguments = arguments.Prepend(receiver);
        }
        ILProcessor il = caller.Body.GetILProcessor();
        // A delegate of the object's method becomes one of the static method with the object as its first argument.
        if (instruction.OpCode == OpCodes.Ldvirtftn) il.InsertBefore(instruction, Instruction.Create(OpCodes.Pop));
        instruction.OpCode = instruction.OpCode == OpCodes.Ldvirtftn || instruction.OpCode == OpCodes.Ldftn ? OpCodes.Ldftn : OpCodes.Call;
        instruction.Operand = References.Instantiate(caller.Module.ImportReference(target), arguments);
        if (prefix is not null) (prefix.OpCode, prefix.Operand) = (OpCodes.Nop, null);
        return true;
    }

    private Dispatcher DispatcherOf(MethodDefinition slot)
    {
        if (_impossible.TryGetValue(slot, out string? cause)) throw new NotSupportedException(cause);
        if (_dispatchers.TryGetValue(slot, out Dispatcher? known)) return known;
        ModuleDefinition module = program.Modules[0];
        var dispatcher = new Dispatcher(module, slot, NameOf(slot), target => DispatcherOf(target).Method);
        List<Candidate> candidates = Candidate.Of(slot, program.ClassesFor(slot),
            new CallTypes(dispatcher.TypeArguments, dispatcher.MethodArguments, program.Uses, isStock));
        _dispatchers.Add(slot, dispatcher);
        Add(dispatcher.Method);
        dispatcher.Write(candidates);
        return dispatcher;
    }

    private string NameOf(MethodDefinition slot) => $"{slot.DeclaringType.FullName}.{slot.Name}#{_dispatchers.Count}";

    private void Add(MethodDefinition method)
    {
        ModuleDefinition module = program.Modules[0];
        if (_holder is null)
        {
            _holder = new TypeDefinition("", HolderName, TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.NotPublic, module.TypeSystem.Object);
            module.Types.Add(_holder);
            _changed.Add(module);
        }
        _holder.Methods.Add(method);
    }

    private MethodDefinition StaticOf(MethodDefinition slot)
    {
        if (_impossible.TryGetValue(slot, out string? cause)) throw new NotSupportedException(cause);
        if (_constrained.TryGetValue(slot, out MethodDefinition? known)) return known;
        MethodDefinition result = StaticDispatcher.Write(program, slot, $"{slot.DeclaringType.FullName}.{slot.Name}@{_constrained.Count}");
        Add(result);
        return _constrained[slot] = result;
    }

    private MethodDefinition ConstrainedOf(MethodDefinition slot)
    {
        if (_constrained.TryGetValue(slot, out MethodDefinition? known)) return known;
        Dispatcher dispatcher = DispatcherOf(slot);
        MethodDefinition result = ConstrainedCall.Write(program.Modules[0], slot, dispatcher.Method);
        Add(result);
        return _constrained[slot] = result;
    }
}
