// What one block of operations does to packets and bursts: from the state before it to the state behind it.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

/// <param name="reports">Null while the flow is only followed.</param>
internal sealed class PacketTransfer(OwnershipApi api, Tracked tracked, OwnershipReports? reports)
{
    private readonly Dictionary<CaptureId, ISymbol> _enumerators = [];
    private OwnershipState _state = new();

    public OwnershipState Through(BasicBlock block, OwnershipState state)
    {
        _state = state;
        foreach (IOperation operation in block.Operations) Visit(operation);
        Visit(block.BranchValue);
        // What is returned is the caller's.
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && tracked.Of(Plain(block.BranchValue)) is { } returned) Escape(returned);
        return _state;
    }

    public static IOperation? Plain(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    private void Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null or IAnonymousFunctionOperation or IFlowAnonymousFunctionOperation or INameOfOperation:
                return;
            case ISimpleAssignmentOperation assignment:
                VisitAssignment(assignment);
                return;
            case IFlowCaptureOperation capture:
                VisitCapture(capture);
                return;
            case IInvocationOperation call:
                VisitCall(call);
                return;
            default:
                foreach (IOperation child in operation.ChildOperations) Visit(child);
                if (tracked.Of(operation) is { } symbol) VisitReference(operation, symbol);
                return;
        }
    }

    private void VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        Visit(assignment.Value);
        if (tracked.Of(assignment.Target) is not { } target || IsWriteThrough(assignment, target))
        {
            Visit(assignment.Target);
            if (tracked.Of(Plain(assignment.Value)) is { } stored) Escape(stored);
            return;
        }
        if (tracked.Of(Plain(assignment.Value)) is { } source && !assignment.IsRef) Escape(source);
        Value before = _state[target];
        if (before is { IsOwned: true, Where: { } lost } && target is ILocalSymbol && !Mentions(assignment.Value, target)) reports?.Leak(target, lost, assignment.Syntax);
        _state[target] = ValueOf(assignment.Value, target);
    }

    /// <summary>packet = … where packet is a reference writes the packet; it names no other.</summary>
    private bool IsWriteThrough(ISimpleAssignmentOperation assignment, ISymbol target) =>
        !assignment.IsRef && api.IsMbuf(assignment.Target.Type)
        && target is ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: not RefKind.None } && !api.IsBurst(assignment.Target.Type) && api.IsMbuf(assignment.Target.Type);

    private Value ValueOf(IOperation value, ISymbol target)
    {
        IOperation? plain = Plain(value);
        if (plain is IInvocationOperation call && api.GivesPacket(call.TargetMethod)) return new Value(Holds.Empty | Holds.Owned, call.Syntax);
        if (plain is IDefaultValueOperation || plain?.ConstantValue is { HasValue: true, Value: null }) return new Value(Holds.Empty);
        return BurstOf(value) is { } burst ? new Value(Holds.Other, Burst: burst) : Value.Unknown;
    }

    /// <summary>The burst that the packet is taken out of and stays in: burst.At(i), the variable of a foreach.</summary>
    private ISymbol? BurstOf(IOperation value)
    {
        foreach (IOperation part in value.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod.Name: "At", Instance: { } instance } && api.IsBurst(instance.Type)) return tracked.Of(instance);
            if (part is IPropertyReferenceOperation { Property.Name: "Current", Instance: IFlowCaptureReferenceOperation capture }
                && _enumerators.TryGetValue(capture.Id, out ISymbol? burst)) return burst;
        }
        return null;
    }

    private void VisitCapture(IFlowCaptureOperation capture)
    {
        Visit(capture.Value);
        if (Plain(capture.Value) is IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } instance } && tracked.Of(Plain(instance)) is { } burst)
            _enumerators[capture.Id] = burst;
        else if (tracked.Of(Plain(capture.Value)) is { } symbol && !api.IsBurst(capture.Value.Type)) Escape(symbol);
    }

    private void VisitCall(IInvocationOperation call)
    {
        if (tracked.Of(Plain(call.Instance)) is { } receiver) VisitMember(call, receiver);
        else Visit(call.Instance);
        foreach (IArgumentOperation argument in call.Arguments)
            if (Argument(argument) is null) Visit(argument.Value);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || Argument(argument) is not { } symbol) continue;
            ParameterRole role = api.Role(call.TargetMethod, parameter);
            if (api.IsBurst(parameter.Type)) VisitBurst(call, symbol, role);
            else VisitPacket(call, argument, symbol, role);
        }
    }

    private ISymbol? Argument(IArgumentOperation argument) => tracked.Of(Plain(argument.Value));

    /// <summary>A member of a burst or of a packet by reference.</summary>
    private void VisitMember(IInvocationOperation call, ISymbol receiver)
    {
        if (!api.IsBurst(call.Instance!.Type))
        {
            Use(call.Instance, receiver);
            return;
        }
        Value burst = _state[receiver];
        if (call.TargetMethod.Name is "At" or "GetEnumerator" && burst.IsGone) reports?.UsedAfter(call.Instance.Syntax, $"What is in {receiver.Name}", burst);
        if (call.TargetMethod.Name == "Add") _state[receiver] = new Value(burst.Holds is Holds.Other ? Holds.Other : Holds.Owned, burst.Where ?? call.Syntax);
        if (call.TargetMethod.Name is "Set" or "Truncate" or "Extend") _state[receiver] = Value.Unknown;
    }

    private void VisitBurst(IInvocationOperation call, ISymbol burst, ParameterRole role)
    {
        Value before = _state[burst];
        switch (role)
        {
            case ParameterRole.Taken:
                string verb = call.TargetMethod.Name.StartsWith("Free", System.StringComparison.Ordinal) ? "freed" : "sent";
                if (before.FreedInside is { } freed && !tracked.IsRearranged(burst))
                    reports?.FreedTwice(call.Syntax, $"A packet in {burst.Name}", new Value(Holds.Gone, freed, "freed"), "Mark it with packet.Drop(reason) in place of freeing it, and the port frees and counts it");
                _state[burst] = new Value(Holds.Gone, call.Syntax, verb);
                foreach (KeyValuePair<ISymbol, Value> entry in _state.All.ToArray())
                    if (SymbolEqualityComparer.Default.Equals(entry.Value.Burst, burst)) _state[entry.Key] = new Value(Holds.Gone, call.Syntax, verb);
                break;
            case ParameterRole.Received:
                // What the method says decides, where that is asked; see OwnershipFlow.Known.
                _state[burst] = new Value(Holds.Empty | Holds.Other, call.Syntax);
                break;
            case ParameterRole.Appended:
                _state[burst] = new Value(before.Holds | Holds.Other, before.Where ?? call.Syntax);
                break;
            default:
                _state[burst] = Value.Unknown;
                break;
        }
    }

    private void VisitPacket(IInvocationOperation call, IArgumentOperation argument, ISymbol packet, ParameterRole role)
    {
        Value before = _state[packet];
        if (role != ParameterRole.Taken)
        {
            // A pointer that is handed over by reference may be another one behind the call.
            if (argument.Parameter!.RefKind != RefKind.None && api.IsMbufPointer(argument.Value.Type))
            {
                _state[packet] = Value.Unknown;
                return;
            }
            Use(argument.Value, packet);
            if (argument.Parameter!.RefKind == RefKind.None && !_state[packet].IsGone) Escape(packet);
            return;
        }
        bool isAdded = call.Instance is { } instance && api.IsBurst(instance.Type);
        string verb = call.TargetMethod.Name.StartsWith("Free", System.StringComparison.Ordinal) ? "freed" : isAdded ? "put into a burst" : "sent";
        if (before.IsGone)
        {
            if (verb == "freed") reports?.FreedTwice(argument.Syntax, packet.Name, before, "Free it once, on each path");
            else reports?.UsedAfter(argument.Syntax, packet.Name, before);
        }
        if (isAdded)
        {
            _state[packet] = new Value(Holds.Other, Burst: tracked.Of(call.Instance));
            return;
        }
        if (verb == "freed" && before.Burst is { } burst) _state[burst] = _state[burst] with { FreedInside = call.Syntax };
        _state[packet] = new Value(Holds.Gone, call.Syntax, verb);
    }

    /// <summary>A variable that is named outside of calls: read, compared, stored.</summary>
    private void VisitReference(IOperation operation, ISymbol symbol)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation) parent = parent.Parent;
        if (api.IsBurst(operation.Type))
        {
            VisitBurstReference(operation, parent, symbol);
            return;
        }
        if (parent is IBinaryOperation or IIsPatternOperation) return;
        if (api.IsMbuf(operation.Type) || parent is { Kind: OperationKind.None } or IMemberReferenceOperation)
        {
            Use(operation, symbol);
            return;
        }
        if (!_state[symbol].IsGone) Escape(symbol);
    }

    private void VisitBurstReference(IOperation operation, IOperation? parent, ISymbol burst)
    {
        if (parent is IPropertyReferenceOperation { Property.Name: "Count" or "IsFull" }) return;
        if (parent is IPropertyReferenceOperation { Property.Name: "Packets" } && _state[burst].IsGone)
            reports?.UsedAfter(operation.Syntax, $"What is in {burst.Name}", _state[burst]);
        _state[burst] = Value.Unknown;
    }

    private void Use(IOperation operation, ISymbol packet)
    {
        Value value = _state[packet];
        if (value.IsGone) reports?.UsedAfter(operation.Syntax, packet.Name, value);
        // Whoever reads it knows that it is there.
        else if ((value.Holds & Holds.Empty) != 0 && value.Holds != Holds.Empty) _state[packet] = value with { Holds = value.Holds & ~Holds.Empty };
    }

    private void Escape(ISymbol symbol)
    {
        Value value = _state[symbol];
        if (!value.IsGone) _state[symbol] = new Value(Holds.Other, Burst: value.Burst);
    }

    private bool Mentions(IOperation value, ISymbol symbol) =>
        value.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(tracked.Of(part), symbol));
}
