// Follows packets through the control flow of one method, until nothing new is learned; then once more to report.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal sealed class OwnershipFlow(OwnershipApi api, Tracked tracked, ControlFlowGraph graph, OwnershipReports reports)
{
    private const int RoundsMax = 64;

    private readonly OwnershipState?[] _in = new OwnershipState?[graph.Blocks.Length];
    private readonly PacketTransfer _quiet = new(api, tracked, null);

    public void Run()
    {
        Solve();
        bool hasFinally = Regions(graph.Root).Any(region => region.Kind is ControlFlowRegionKind.Finally or ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter);
        HashSet<ISymbol>[] live = tracked.Live(graph);
        HashSet<BasicBlock> doomed = Doomed();
        PacketTransfer reporting = new(api, tracked, reports);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (_in[block.Ordinal] is not { } before) continue;
            OwnershipState state = reporting.Through(block, before.Copy());
            // Where a finally block runs is not followed, and it may free.
            if (!hasFinally && !doomed.Contains(block)) ReportLeaks(block, state, live, doomed);
        }
    }

    private void Solve()
    {
        Queue<BasicBlock> open = new();
        _in[0] = new OwnershipState();
        open.Enqueue(graph.Blocks[0]);
        // What runs when something is thrown can come from anywhere: nothing is known there.
        foreach (ControlFlowRegion region in Regions(graph.Root).Where(r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Finally))
        {
            _in[region.FirstBlockOrdinal] = new OwnershipState();
            open.Enqueue(graph.Blocks[region.FirstBlockOrdinal]);
        }
        for (int rounds = RoundsMax * graph.Blocks.Length; open.Count != 0 && rounds > 0; rounds--)
        {
            BasicBlock block = open.Dequeue();
            OwnershipState state = _quiet.Through(block, _in[block.Ordinal]!.Copy());
            foreach ((BasicBlock next, OwnershipState reached) in Successors(block, state))
            {
                if (_in[next.Ordinal] is null) _in[next.Ordinal] = reached.Copy();
                else if (!_in[next.Ordinal]!.Join(reached)) continue;
                open.Enqueue(next);
            }
        }
    }

    private IEnumerable<(BasicBlock Next, OwnershipState State)> Successors(BasicBlock block, OwnershipState state)
    {
        bool jumps = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor?.Destination is { } other) yield return (other, Known(state, block.BranchValue, jumps));
        if (block.FallThroughSuccessor?.Destination is { } next)
            yield return (next, block.ConditionKind == ControlFlowConditionKind.None ? state : Known(state, block.BranchValue, !jumps));
    }

    /// <summary>What the condition says about variables where it is true, or false.</summary>
    private OwnershipState Known(OwnershipState state, IOperation? condition, bool isTrue)
    {
        OwnershipState known = state.Copy();
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
            isTrue = !isTrue;
        }
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared)
        {
            bool isNull = isTrue == (compared.OperatorKind == BinaryOperatorKind.Equals);
            IOperation? pointer = IsNull(compared.RightOperand) ? compared.LeftOperand : IsNull(compared.LeftOperand) ? compared.RightOperand : null;
            if (tracked.Of(PacketTransfer.Plain(pointer)) is { } symbol) known[symbol] = Narrowed(known[symbol], isNull);
        }
        else if (condition is IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant }, Value: var tested } && IsNull(constant))
        {
            if (tracked.Of(PacketTransfer.Plain(tested)) is { } symbol) known[symbol] = Narrowed(known[symbol], isTrue);
        }
        else if (condition is IInvocationOperation call)
        {
            foreach (IArgumentOperation argument in call.Arguments)
                if (argument.Parameter is { } parameter && tracked.Of(argument.Value) is { } burst && api.Role(call.TargetMethod, parameter) is ParameterRole.Received or ParameterRole.Appended)
                    known[burst] = isTrue ? new Value(Holds.Owned, call.Syntax) : known[burst] with { Holds = Holds.Empty };
        }
        return known;
    }

    private static Value Narrowed(Value value, bool isNull)
    {
        Holds holds = isNull ? value.Holds & (Holds.Empty | Holds.Other) : value.Holds & ~Holds.Empty;
        return holds == Holds.Nothing ? Value.Unknown : value with { Holds = holds };
    }

    private static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || operation is IConversionOperation conversion && IsNull(conversion.Operand)
        || operation is IDefaultValueOperation;

    /// <summary>A packet that is owned where nobody will name it any more is lost.</summary>
    private void ReportLeaks(BasicBlock block, OwnershipState state, HashSet<ISymbol>[] live, HashSet<BasicBlock> doomed)
    {
        foreach ((BasicBlock next, OwnershipState reached) in Successors(block, state).Where(successor => !doomed.Contains(successor.Next)))
            foreach (KeyValuePair<ISymbol, Value> entry in reached.All)
            {
                if (!entry.Value.IsOwned || live[next.Ordinal].Contains(entry.Key) || entry.Value.Where is not { } where) continue;
                // The caller of the method has what it handed over by reference.
                if (entry.Key is IParameterSymbol && (api.IsBurst(Type(entry.Key)) || next.Kind != BasicBlockKind.Exit)) continue;
                reports.Leak(entry.Key, where, LastSyntax(block, next));
            }
    }

    /// <summary>Blocks from which every way ends the program, or throws: nothing is lost there that matters.</summary>
    private HashSet<BasicBlock> Doomed()
    {
        HashSet<BasicBlock> doomed = [.. graph.Blocks.Where(block => Ends(block)
            || block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.ProgramTermination)];
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (BasicBlock block in graph.Blocks)
            {
                BasicBlock?[] next = [block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination];
                if (next.All(b => b is null) || !next.All(b => b is null || doomed.Contains(b))) continue;
                changed |= doomed.Add(block);
            }
        }
        return doomed;
    }

    /// <summary>A call that never returns.</summary>
    private static bool Ends(BasicBlock block) =>
        block.Operations.SelectMany(o => o.DescendantsAndSelf()).Any(o => o is IInvocationOperation call
            && (call.TargetMethod.GetAttributes().Any(a => a.AttributeClass?.Name == "DoesNotReturnAttribute")
                || call.TargetMethod is { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" }));

    private static ITypeSymbol? Type(ISymbol symbol) => (symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type;

    private static SyntaxNode? LastSyntax(BasicBlock block, BasicBlock next) =>
        next.Operations.FirstOrDefault()?.Syntax ?? next.BranchValue?.Syntax ?? block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax;

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region) =>
        region.NestedRegions.SelectMany(Regions).Prepend(region);
}
