// Which variables of a method are followed, and where they are used later.

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

/// <summary>Local variables and parameters that are packets or bursts, and that no function in the method takes hold of.</summary>
internal sealed class Tracked
{
    private readonly OwnershipApi _api;
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    /// <summary>Bursts whose entries the method moves by itself.</summary>
    private readonly HashSet<ISymbol> _rearranged = new(SymbolEqualityComparer.Default);

    public Tracked(OwnershipApi api, IOperation block)
    {
        _api = api;
        foreach (IOperation operation in block.Descendants())
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
                foreach (IOperation inner in operation.Descendants())
                    if (Symbol(inner) is { } captured) _shared.Add(captured);
            if (operation is IInvocationOperation { TargetMethod.Name: "Set" or "Truncate" or "Extend", Instance: { } changed } && Symbol(changed) is { } burst) _rearranged.Add(burst);
            if (operation is IPropertyReferenceOperation { Property.Name: "Places" or "Packets" or "Room", Instance: { } opened } && Symbol(opened) is { } inside) _rearranged.Add(inside);
            if (operation is IAddressOfOperation { Reference: { } addressed } && Symbol(addressed) is { } pointed && !_api.IsMbuf(addressed.Type)) _shared.Add(pointed);
            if (_api.IsBurst(operation.Type) && Symbol(operation) is { } named && HasOtherName(operation)) _shared.Add(named);
        }
    }

    /// <summary>ref Burst other = ref burst: from there on both are the same.</summary>
    private static bool HasOtherName(IOperation burst) => burst.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IConditionalOperation or IReturnOperation => true,
        _ => false,
    };

    public bool IsRearranged(ISymbol burst) => _rearranged.Contains(burst);

    /// <summary>The variable that the operation names, where it is followed.</summary>
    public ISymbol? Of(IOperation? operation)
    {
        if (operation is null || Symbol(operation) is not { } symbol || _shared.Contains(symbol)) return null;
        return _api.IsBurst(operation.Type) || _api.IsMbufPointer(operation.Type) || _api.IsMbuf(operation.Type) && IsReference(symbol) ? symbol : null;
    }

    private static bool IsReference(ISymbol symbol) => symbol is ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: not RefKind.None };

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>There is something to follow.</summary>
    public static bool IsAny(OwnershipApi api, IOperation block) =>
        block.Descendants().Any(o => o is ILocalReferenceOperation or IParameterReferenceOperation && (api.IsBurst(o.Type) || api.IsMbufPointer(o.Type)));

    /// <summary>For each block the variables whose value at its start is used later.</summary>
    public HashSet<ISymbol>[] Live(ControlFlowGraph graph)
    {
        ImmutableArray<BasicBlock> blocks = graph.Blocks;
        HashSet<ISymbol>[] live = [.. blocks.Select(_ => new HashSet<ISymbol>(SymbolEqualityComparer.Default))];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = blocks.Length - 1; i >= 0; i--)
            {
                HashSet<ISymbol> at = new(SymbolEqualityComparer.Default);
                if (blocks[i].FallThroughSuccessor?.Destination is { } next) at.UnionWith(live[next.Ordinal]);
                if (blocks[i].ConditionalSuccessor?.Destination is { } other) at.UnionWith(live[other.Ordinal]);
                if (blocks[i].BranchValue is { } value) Before(value, at);
                foreach (IOperation operation in blocks[i].Operations.Reverse()) Before(operation, at);
                changed |= !at.SetEquals(live[i]);
                live[i] = at;
            }
        }
        return live;
    }

    /// <summary>From the variables that are used behind an operation to those that are used from it on.</summary>
    private void Before(IOperation operation, HashSet<ISymbol> live)
    {
        IOperation? target = null;
        foreach (IOperation part in operation.DescendantsAndSelf())
            if (Overwritten(part) is { } written && Of(written) is { } symbol && live.Remove(symbol)) target = written;
            else if (Overwritten(part) is { } again) target = again;
        foreach (IOperation part in operation.DescendantsAndSelf())
            if (part != target && Of(part) is { } used && !IsOverwrite(part)) live.Add(used);
    }

    private bool IsOverwrite(IOperation part) =>
        part.Parent is { } parent && (Overwritten(parent) == part || parent is IArgumentOperation { Parent: { } call } && Overwritten(call) == part);

    private IOperation? Overwritten(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment when Of(assignment.Target) is { } symbol && (assignment.IsRef || !IsReference(symbol) || _api.IsBurst(assignment.Target.Type)) => assignment.Target,
        IInvocationOperation call => call.Arguments.FirstOrDefault(a => a.Parameter is { } p && Of(a.Value) is not null && _api.Role(call.TargetMethod, p) == ParameterRole.Received)?.Value,
        _ => null,
    };
}
