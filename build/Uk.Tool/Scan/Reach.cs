// Which methods a program reaches, and by which calls: from its entry point through its own code and that of libraries.
// Calls that only a value decides are taken to all classes that the program makes objects of. .NET's own code is not
// followed: what images lack behind it, the compiler to native code reports.

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Op = Mono.Cecil.Cil.Code;

namespace Uk.Tool.Scan;

internal sealed class Reach(ScannedProgram program)
{
    private readonly Dictionary<MethodDefinition, Step?> _reached = [];
    private readonly Queue<MethodDefinition> _open = new();
    private readonly HashSet<TypeDefinition> _made = [];
    private readonly HashSet<(string Name, int Parameters)> _called = [("Dispose", 0), ("ToString", 0), ("Equals", 1), ("GetHashCode", 0), ("Finalize", 0)];
    private readonly Dictionary<string, Finding> _findings = [];
    private readonly Dictionary<(string, int), MethodDefinition> _callers = [];

    /// <summary>One for each part of .NET that is lacking, with the shortest way there, in the order in which they were met.</summary>
    public IEnumerable<Finding> Findings()
    {
        MethodDefinition? entry = program.Program.EntryPoint;
        foreach (MethodDefinition start in entry is not null ? [entry] : program.Program.GetTypes().SelectMany(type => type.Methods)) Enter(start, null, null);
        while (_open.Count != 0)
        {
            MethodDefinition method = _open.Dequeue();
            foreach (Instruction instruction in ReachedCode.Of(method)) Visit(method, instruction);
        }
        return _findings.Values;
    }

    private void Visit(MethodDefinition caller, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference { DeclaringType: not ArrayType } method:
                VisitCall(caller, instruction, method);
                break;
            case FieldReference field:
                if (!Check(caller, field.DeclaringType) && !IsOfProgram(field.DeclaringType) && !program.Has(field)) Report(caller, field, "F:" + Name(field));
                if (instruction.OpCode.Code is Op.Ldsfld or Op.Stsfld or Op.Ldsflda) Initialize(caller, instruction, field.DeclaringType);
                break;
            case TypeReference type when type is not GenericParameter:
                Check(caller, type);
                break;
        }
    }

    private void VisitCall(MethodDefinition caller, Instruction instruction, MethodReference reference)
    {
        if (Check(caller, reference.DeclaringType)) return;
        MethodDefinition? method = program.Find(reference);
        if (method is null)
        {
            if (!IsOfProgram(reference.DeclaringType)) Report(caller, reference, "M:" + Name(reference));
            return;
        }
        Enter(method, caller, instruction);
        if (instruction.OpCode.Code == Op.Newobj) Make(method.DeclaringType, caller, instruction);
        if (method.IsStatic || method.IsConstructor) Initialize(caller, instruction, reference.DeclaringType);
        if (!method.IsVirtual || instruction.OpCode.Code is not (Op.Callvirt or Op.Ldvirtftn)) return;
        (string, int) slot = (method.Name, method.Parameters.Count);
        _callers.TryAdd(slot, caller);
        if (_called.Add(slot))
            foreach (TypeDefinition type in _made.ToArray()) EnterOverrides(type, caller, instruction);
    }

    private void Make(TypeDefinition type, MethodDefinition caller, Instruction instruction)
    {
        for (TypeDefinition? @base = type; @base is not null && program.IsFollowed(@base.Module); @base = @base.BaseType is null ? null : program.Find(@base.BaseType))
            if (_made.Add(@base)) EnterOverrides(@base, caller, instruction);
    }

    private void EnterOverrides(TypeDefinition type, MethodDefinition caller, Instruction instruction)
    {
        foreach (MethodDefinition method in type.Methods.Where(method => method.IsVirtual && method.HasBody))
        {
            string name = method.Name[(method.Name.LastIndexOf('.') + 1)..];
            if (_called.Contains((name, method.Parameters.Count)))
                Enter(method, _callers.GetValueOrDefault((name, method.Parameters.Count), caller), instruction);
        }
    }

    private void Initialize(MethodDefinition caller, Instruction instruction, TypeReference type)
    {
        if (program.Find(type) is { } definition && program.IsFollowed(definition.Module)
            && definition.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: true }) is { } initializer) Enter(initializer, caller, instruction);
    }

    private void Enter(MethodDefinition method, MethodDefinition? caller, Instruction? instruction)
    {
        if (!program.IsFollowed(method.Module) || !_reached.TryAdd(method, caller is null ? null : new Step(caller, instruction!))) return;
        if (method.HasBody) _open.Enqueue(method);
    }

    /// <summary>True where images have no such type, which is noted.</summary>
    private bool Check(MethodDefinition caller, TypeReference type)
    {
        if (type is GenericInstanceType generic)
            foreach (TypeReference argument in generic.GenericArguments) Check(caller, argument);
        TypeReference element = type.GetElementType();
        if (element is GenericParameter or FunctionPointerType or ArrayType || IsOfProgram(element) || program.Find(element) is not null) return false;
        Report(caller, element, "T:" + element.FullName.Replace('/', '.'));
        return true;
    }

    private bool IsOfProgram(TypeReference type) =>
        type.GetElementType().Scope is ModuleDefinition module ? program.IsFollowed(module) : program.Find(type) is { } definition && program.IsFollowed(definition.Module);

    /// <summary>What the program itself and libraries for images call, the analyzers have said.</summary>
    private void Report(MethodDefinition caller, MemberReference lacking, string id)
    {
        if (!program.IsOfOthers(caller.Module) || _findings.ContainsKey(id)) return;
        List<MethodDefinition> chain = [caller];
        Instruction? last = null;
        for (MethodDefinition at = caller; _reached[at] is { } step; at = step.Caller)
        {
            chain.Insert(0, step.Caller);
            if (step.Caller.Module == program.Program && last is null) last = step.Instruction;
        }
        // From the last method that the user wrote.
        int users = chain.FindLastIndex(method => method.Module == program.Program);
        _findings.Add(id, new Finding(lacking, id, [.. chain.Skip(users < 0 ? 0 : users)], last));
    }

    private static string Name(MemberReference member) =>
        member.DeclaringType.GetElementType().FullName.Replace('/', '.') + "." + (member.Name == ".ctor" ? "#ctor" : member.Name);

    private sealed record Step(MethodDefinition Caller, Instruction Instruction);
}
