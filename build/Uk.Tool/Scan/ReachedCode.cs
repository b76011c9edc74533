// The instructions of a method that can run in an image: not those behind a condition that is known there.

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Op = Mono.Cecil.Cil.Code;

namespace Uk.Tool.Scan;

internal static class ReachedCode
{
    public static IEnumerable<Instruction> Of(MethodDefinition method)
    {
        HashSet<Instruction> reached = [];
        Stack<Instruction> open = new();
        Push(method.Body.Instructions.FirstOrDefault());
        while (open.Count != 0)
        {
            Instruction instruction = open.Pop();
            foreach (ExceptionHandler handler in method.Body.ExceptionHandlers.Where(handler => handler.TryStart == instruction))
            {
                Push(handler.HandlerStart);
                Push(handler.FilterStart);
            }
            foreach (Instruction? next in Successors(instruction)) Push(next);
        }
        return method.Body.Instructions.Where(reached.Contains);

        void Push(Instruction? instruction)
        {
            if (instruction is not null && reached.Add(instruction)) open.Push(instruction);
        }
    }

    private static IEnumerable<Instruction?> Successors(Instruction instruction)
    {
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Return or FlowControl.Throw:
                return [];
            case FlowControl.Branch:
                return [(Instruction)instruction.Operand];
            case FlowControl.Cond_Branch when instruction.Operand is Instruction[] cases:
                return cases.Append(instruction.Next);
            case FlowControl.Cond_Branch:
                return Known(instruction) switch
                {
                    true => [(Instruction)instruction.Operand],
                    false => [instruction.Next],
                    _ => [(Instruction)instruction.Operand, instruction.Next],
                };
            default:
                return [instruction.Next];
        }
    }

    /// <summary>Whether the branch is taken, where what stands before it is a condition that is known.</summary>
    private static bool? Known(Instruction branch)
    {
        if (branch.Previous?.Operand is not MethodReference { Parameters.Count: 0 } condition || Value(condition) is not { } value) return null;
        return branch.OpCode.Code switch
        {
            Op.Brtrue or Op.Brtrue_S => value,
            Op.Brfalse or Op.Brfalse_S => !value,
            _ => null,
        };
    }

    private static bool? Value(MethodReference condition) => (condition.DeclaringType.FullName, condition.Name) switch
    {
        ("Uk.Running", "get_InImage") => true,
        ("Uk.Running", "get_OnDotNet") => false,
        ("System.Runtime.CompilerServices.RuntimeFeature", "get_IsDynamicCodeSupported" or "get_IsDynamicCodeCompiled") => false,
        ("System.OperatingSystem", "IsLinux") => null,
        ("System.OperatingSystem", var name) when name.StartsWith("Is", StringComparison.Ordinal) => false,
        _ => null,
    };
}
