// Which code of a method can run in an image: what stands behind a condition that tells images from .NET processes is
// known not to. The conditions are those that ilc knows as well, so that what is not reported here is not in the image.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal static class Reachable
{
    /// <summary>The operation never runs in an image.</summary>
    /// <param name="graph">Of the block that the operation is in.</param>
    public static bool IsOnlyOutsideImages(ControlFlowGraph graph, IOperation operation)
    {
        HashSet<BasicBlock> reached = InImage(graph);
        if (reached.Count == graph.Blocks.Length) return false;
        for (IOperation? place = operation; place is not null; place = place.Parent)
        {
            bool isMet = false;
            foreach (BasicBlock block in graph.Blocks)
            {
                if (!OperationsOf(block).Any(candidate => candidate.Syntax == place.Syntax)) continue;
                if (reached.Contains(block)) return false;
                isMet = true;
            }
            if (isMet) return true;
        }
        return IsInUnreachedLocalFunction(graph, reached, operation);
    }

    /// <summary>A local function that only code outside of images mentions.</summary>
    private static bool IsInUnreachedLocalFunction(ControlFlowGraph graph, HashSet<BasicBlock> reached, IOperation operation)
    {
        for (IOperation? place = operation; place is not null; place = place.Parent)
        {
            if (place is not ILocalFunctionOperation function) continue;
            bool Mentions(IOperation candidate) =>
                candidate is IInvocationOperation call && SymbolEqualityComparer.Default.Equals(call.TargetMethod, function.Symbol)
                || candidate is IMethodReferenceOperation method && SymbolEqualityComparer.Default.Equals(method.Method, function.Symbol);
            BasicBlock[] users = [.. graph.Blocks.Where(block => OperationsOf(block).Any(Mentions))];
            return users.Length != 0 && !users.Any(reached.Contains);
        }
        return false;
    }

    private static HashSet<BasicBlock> InImage(ControlFlowGraph graph)
    {
        HashSet<BasicBlock> reached = [];
        Stack<BasicBlock> open = new();
        Open(graph.Blocks[0]);
        while (open.Count != 0)
        {
            BasicBlock block = open.Pop();
            bool? known = block.ConditionKind == ControlFlowConditionKind.None ? null : Value(block.BranchValue);
            bool jumps = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (block.ConditionKind != ControlFlowConditionKind.None && known != !jumps) Open(block.ConditionalSuccessor?.Destination);
            if (block.ConditionKind == ControlFlowConditionKind.None || known != jumps) Open(block.FallThroughSuccessor?.Destination);
            foreach (ControlFlowRegion handler in Handlers(block)) Open(graph.Blocks[handler.FirstBlockOrdinal]);
        }
        return reached;

        void Open(BasicBlock? block)
        {
            if (block is not null && reached.Add(block)) open.Push(block);
        }
    }

    /// <summary>Handlers and finally blocks of the try blocks that the block is in: they run when it does.</summary>
    private static IEnumerable<ControlFlowRegion> Handlers(BasicBlock block)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
                foreach (ControlFlowRegion sibling in whole.NestedRegions)
                    if (sibling != region) yield return sibling;
    }

    private static bool? Value(IOperation? condition)
    {
        while (condition is IParenthesizedOperation or IConversionOperation)
            condition = condition is IParenthesizedOperation inner ? inner.Operand : ((IConversionOperation)condition).Operand;
        return condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Value(not.Operand),
            IInvocationOperation call => Platforms.InImage(call.TargetMethod),
            IPropertyReferenceOperation property => Platforms.InImage(property.Property),
            IFieldReferenceOperation field => Platforms.InImage(field.Field),
            _ => null,
        };
    }

    private static IEnumerable<IOperation> OperationsOf(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
            foreach (IOperation part in operation.DescendantsAndSelf()) yield return part;
        if (block.BranchValue is null) yield break;
        foreach (IOperation part in block.BranchValue.DescendantsAndSelf()) yield return part;
    }
}
