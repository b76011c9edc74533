// What the compiler calls behind constructs of the language: the methods of .NET that stand in no source. Ids are those
// of documentation.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

/// <param name="Construct">What the user wrote, as the start of a sentence.</param>
/// <param name="Ids">What it becomes calls of.</param>
internal readonly record struct Lowered(string Construct, IEnumerable<string> Ids);

internal static class Lowering
{
    private const string Compiler = "System.Runtime.CompilerServices.";
    private const string Handler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler";

    private static readonly string[] s_lock =
        ["M:System.Threading.Monitor.Enter(System.Object,System.Boolean@)", "M:System.Threading.Monitor.Exit(System.Object)"];
    private static readonly string[] s_lockType = ["M:System.Threading.Lock.EnterScope", "M:System.Threading.Lock.Scope.Dispose"];
    private static readonly string[] s_subArray = [$"M:{Compiler}RuntimeHelpers.GetSubArray``1(``0[],System.Range)"];
    private static readonly string[] s_stackAlloc = ["M:System.Span`1.#ctor(System.Void*,System.Int32)"];
    private static readonly string[] s_binder = ["T:Microsoft.CSharp.RuntimeBinder.Binder", $"T:{Compiler}CallSite`1"];
    private static readonly string[] s_iterator = ["P:System.Environment.CurrentManagedThreadId"];
    private static readonly string[] s_asyncIterator =
        [$"T:{Compiler}AsyncIteratorMethodBuilder", "T:System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore`1"];

    public static Lowered? Of(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation text => Interpolated(text),
        ILockOperation locked => new("lock", locked.LockedValue.Type?.ToDisplayString() == "System.Threading.Lock" ? s_lockType : s_lock),
        IUsingOperation @using => Using(@using.IsAsynchronous),
        IUsingDeclarationOperation @using => Using(@using.IsAsynchronous),
        IArrayElementReferenceOperation { Indices: { Length: 1 } indices } when indices[0].Type?.Name == "Range" => new("A range of an array", s_subArray),
        ICollectionExpressionOperation collection => Collection(collection),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation
            => IsInDynamic(operation) ? null : new("An operation on dynamic", s_binder),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } => Concatenation(operation),
        { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax }
            when operation.Type is not IPointerTypeSymbol => new("stackalloc", s_stackAlloc),
        _ => null,
    };

    /// <summary>The whole expression is reported, and not each part of it.</summary>
    private static bool IsInDynamic(IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
            if (outer is IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation) return true;
        return false;
    }

    /// <summary>async and yield: what the compiler makes of the whole method.</summary>
    public static Lowered? Of(IMethodSymbol method, IOperation body)
    {
        bool isIterator = method.ReturnType.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IEnumerator_T or SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator;
        if (!method.IsAsync) return isIterator && Yields(body) ? new("An iterator", s_iterator) : null;
        string builder = method.ReturnType.OriginalDefinition.ToDisplayString() switch
        {
            "void" => "AsyncVoidMethodBuilder",
            "System.Threading.Tasks.Task" => "AsyncTaskMethodBuilder",
            "System.Threading.Tasks.Task<TResult>" => "AsyncTaskMethodBuilder`1",
            "System.Threading.Tasks.ValueTask" => "AsyncValueTaskMethodBuilder",
            "System.Threading.Tasks.ValueTask<TResult>" => "AsyncValueTaskMethodBuilder`1",
            _ => "",
        };
        return builder.Length != 0 ? new("async", Builder(builder)) : Yields(body) ? new("An asynchronous iterator", s_asyncIterator) : null;
    }

    private static IEnumerable<string> Builder(string name)
    {
        string type = Compiler + name;
        yield return $"M:{type}.Create";
        yield return $"M:{type}.Start``1(``0@)";
        yield return $"M:{type}.AwaitUnsafeOnCompleted``2(``0@,``1@)";
        yield return $"M:{type}.SetException(System.Exception)";
    }

    private static bool Yields(IOperation body) =>
        body.DescendantsAndSelf().Any(o => o is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak });

    private static Lowered Using(bool isAsynchronous) =>
        isAsynchronous ? new("await using", ["M:System.IAsyncDisposable.DisposeAsync"]) : new("using", ["M:System.IDisposable.Dispose"]);

    /// <summary>Strings alone are concatenated; other text goes through the handler, a call for each part.</summary>
    private static Lowered? Interpolated(IInterpolatedStringOperation text)
    {
        if (text.ConstantValue.HasValue || text.Parent is IInterpolatedStringHandlerCreationOperation
            || text.Parent is IInterpolatedStringAdditionOperation) return null;
        if (text.Parent is IConversionOperation { Type.Name: "FormattableString" or "IFormattable" })
            return new("Interpolation", [$"M:{Compiler}FormattableStringFactory.Create(System.String,System.Object[])"]);
        IInterpolationOperation[] holes = [.. text.Parts.OfType<IInterpolationOperation>()];
        bool isPlain = text.Parts.Length <= 4 && holes.All(hole => hole is { Alignment: null, FormatString: null, Expression.Type.SpecialType: SpecialType.System_String });
        return isPlain ? Concatenation(text) : new("Interpolation", HandlerCalls(holes));
    }

    private static IEnumerable<string> HandlerCalls(IInterpolationOperation[] holes)
    {
        yield return $"M:{Handler}.#ctor(System.Int32,System.Int32)";
        yield return $"M:{Handler}.AppendLiteral(System.String)";
        yield return $"M:{Handler}.ToStringAndClear";
        foreach (IInterpolationOperation hole in holes)
        {
            string rest = (hole.Alignment is null ? "" : ",System.Int32") + (hole.FormatString is null ? "" : ",System.String");
            if (hole.Expression.Type is { SpecialType: SpecialType.System_String } && rest.Length == 0) yield return $"M:{Handler}.AppendFormatted(System.String)";
            else if (hole.Expression.Type is { IsRefLikeType: false }) yield return $"M:{Handler}.AppendFormatted``1(``0{rest})";
        }
    }

    private static Lowered? Concatenation(IOperation text) =>
        text.ConstantValue.HasValue ? null : new("Joining strings", ["M:System.String.Concat(System.String,System.String)"]);

    private static Lowered? Collection(ICollectionExpressionOperation collection)
    {
        string[] ids = collection.Type?.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>" =>
                ["M:System.Runtime.InteropServices.CollectionsMarshal.SetCount``1(System.Collections.Generic.List{``0},System.Int32)",
                 "M:System.Runtime.InteropServices.CollectionsMarshal.AsSpan``1(System.Collections.Generic.List{``0})"],
            "System.Collections.Immutable.ImmutableArray<T>" =>
                ["M:System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray``1(``0[])"],
            "System.Span<T>" or "System.ReadOnlySpan<T>" when collection.Elements.Length != 0 =>
                ["M:System.Runtime.InteropServices.MemoryMarshal.CreateSpan``1(``0@,System.Int32)",
                 $"M:{Compiler}Unsafe.As``2(``0@)"],
            _ => [],
        };
        return ids.Length == 0 ? null : new("A collection expression", ids);
    }

    /// <summary>What a foreach or an await calls, as the compiler has bound it.</summary>
    public static IEnumerable<(string Construct, ISymbol Symbol)> Bound(IOperation operation)
    {
        if (operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } && operation.SemanticModel is { } model)
        {
            IOperation collection = ((IForEachLoopOperation)operation).Collection;
            while (collection is IConversionOperation { IsImplicit: true } conversion) collection = conversion.Operand;
            if (collection.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String }) yield break;
            ForEachStatementInfo info = model.GetForEachStatementInfo(loop);
            foreach (ISymbol? symbol in new ISymbol?[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod })
                if (symbol is not null) yield return ("foreach", symbol);
        }
        else if (operation is IAwaitOperation { Syntax: AwaitExpressionSyntax await } && operation.SemanticModel is { } of)
        {
            AwaitExpressionInfo info = of.GetAwaitExpressionInfo(await);
            foreach (ISymbol? symbol in new ISymbol?[] { info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod })
                if (symbol is not null) yield return ("await", symbol);
        }
        else if (operation is IImplicitIndexerReferenceOperation indexer)
        {
            yield return ("An index or range", indexer.IndexerSymbol);
            yield return ("An index or range", indexer.LengthSymbol);
        }
        else if (operation is IRangeOperation { Method: { } range }) yield return ("A range", range);
    }
}
