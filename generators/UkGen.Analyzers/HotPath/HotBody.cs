// One method of a hot path, operation by operation. What calls mean stands in HotBody.Calls.cs, copies in HotBody.Copies.cs.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal sealed partial class HotBody(HotWalk walk, IMethodSymbol method, IMethodSymbol root, CompilationAnalysisContext context)
{
    private const string Preallocate = "Allocate it at the start and keep it";
    private const string NoText = "Write into a span (TryFormat, MemoryExtensions.TryWrite), or say it off the path";

    private readonly bool _isLoopOnly = HotSymbols.IsLcoreLoop(method);

    public void Check(IEnumerable<IOperation> blocks)
    {
        IOperation[] all = [.. blocks];
        foreach (ILocalFunctionOperation function in all.SelectMany(block => block.Descendants()).OfType<ILocalFunctionOperation>()) walk.Add(function);
        foreach (IOperation block in all)
        {
            if (block is IAttributeOperation) continue;
            if (_isLoopOnly) CheckLoops(block);
            else if (block is ILocalFunctionOperation { Body: { } body }) Visit(body);
            else Visit(block);
        }
    }

    private void CheckLoops(IOperation operation)
    {
        if (operation is ILoopOperation) Visit(operation);
        else if (operation is not (ILocalFunctionOperation or IAnonymousFunctionOperation))
            foreach (IOperation child in operation.ChildOperations) CheckLoops(child);
    }

    private void Visit(IOperation? operation)
    {
        if (operation is null || operation.ConstantValue.HasValue) return;
        if (VisitsChildren(operation))
            foreach (IOperation child in operation.ChildOperations) Visit(child);
    }

    /// <summary>Reports what is wrong with the operation itself. False: its parts need not be looked at.</summary>
    private bool VisitsChildren(IOperation operation)
    {
        switch (operation)
        {
            case ILocalFunctionOperation or IAnonymousFunctionOperation or INameOfOperation:
                return false;
            case IThrowOperation @throw:
                Report(Rules.Throws, @throw, TypeName(@throw.Exception));
                return false;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                Report(Rules.Allocates, operation, "is an iterator, whose state is an object", "Fill a span that the caller gives");
                return false;
            case IAwaitOperation:
                Report(Rules.Waits, operation, "awaits a task", "Poll, and go on with the next packet");
                return false;
            case ILockOperation:
                Report(Rules.Waits, operation, "takes a lock", KnownCode.NoLock);
                return true;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                Report(Rules.Dispatches, operation, "a member", "dynamic", "Write the type");
                return false;
            case IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                return true;
            default:
                return VisitsAllocation(operation) && VisitsCall(operation) && VisitsCopy(operation);
        }
    }

    private bool VisitsAllocation(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type: { IsReferenceType: true } type }:
                return Allocates(operation, $"makes an object of the class {type.Name}", Preallocate);
            case IAnonymousObjectCreationOperation:
                return Allocates(operation, "makes an object of an anonymous class", "Use a tuple or a struct");
            case IArrayCreationOperation array when !IsData(array):
                return Allocates(operation, array.IsImplicit ? "makes an array for the params of the call" : "makes an array",
                    array.IsImplicit ? "Call an overload without params, or one that takes a span" : "Use stackalloc for a few bytes, or allocate it at the start");
            case ICollectionExpressionOperation { Elements.Length: > 0, Type: { } type } when !IsSpan(type) && !HasInlineArray(type):
                return Allocates(operation, $"makes a {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}", "Make it a span, which lies on the stack");
            case IInterpolatedStringOperation { Parent: not (IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation) }:
                return Allocates(operation, "makes a string", NoText);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return Allocates(operation, "joins strings", NoText);
            case IWithOperation { Type: { IsReferenceType: true } type }:
                return Allocates(operation, $"copies an object of the class {type.Name}", "Make it a struct");
            case IDelegateCreationOperation creation:
                return VisitsDelegate(creation);
            case IConversionOperation conversion when IsBoxing(conversion):
                return Allocates(operation, $"boxes a value of {conversion.Operand.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}",
                    "Take it by a generic parameter, or by its own type");
            case IEventAssignmentOperation:
                return Allocates(operation, "changes the list of an event", "Do it at the start");
            default:
                return true;
        }
    }

    private bool VisitsDelegate(IDelegateCreationOperation creation)
    {
        if (creation.Target is IAnonymousFunctionOperation function)
        {
            if (Captured(function) is { } captured)
                Allocates(creation, $"makes a closure over {captured}", "Hand it over as an argument, or write a loop");
            return false;
        }
        // Of a static method there is one delegate, made once.
        if (creation.Target is IMethodReferenceOperation { Method.IsStatic: false } method)
            Allocates(creation, $"makes a delegate of {method.Method.Name}", "Call the method itself");
        return false;
    }

    /// <summary>The first variable that the function takes from around it, or null.</summary>
    private static string? Captured(IAnonymousFunctionOperation function)
    {
        foreach (IOperation part in function.Body.Descendants())
        {
            ISymbol? variable = part switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) return "this";
            if (variable is ILocalSymbol { IsConst: true } or null) continue;
            if (!variable.DeclaringSyntaxReferences.Any(r => function.Syntax.Span.Contains(r.Span))) return variable.Name;
        }
        return null;
    }

    /// <summary>A struct that becomes an object. The boxes of what is thrown away at once, as in a comparison with null, are none.</summary>
    private static bool IsBoxing(IConversionOperation conversion) =>
        conversion.OperatorMethod is null
        && conversion.Operand.Type is { IsValueType: true, IsRefLikeType: false } && conversion.Type is { IsReferenceType: true }
        && !conversion.ConstantValue.HasValue && !conversion.Operand.Type.IsPointer()
        // The compiler to native code makes a comparison of it.
        && conversion.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum } } }
        && !(conversion.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared
            && (compared.LeftOperand.ConstantValue is { HasValue: true, Value: null } || compared.RightOperand.ConstantValue is { HasValue: true, Value: null }));

    /// <summary>Constants that go into a ReadOnlySpan lie in the image as data.</summary>
    private static bool IsData(IArrayCreationOperation array)
    {
        IOperation? parent = array.Parent;
        if (parent is IArgumentOperation { Parent: IObjectCreationOperation or IInvocationOperation }) parent = parent.Parent;
        return parent?.Type is { Name: "ReadOnlySpan" } && array.Initializer is { } values
            && values.ElementValues.All(value => value.ConstantValue.HasValue);
    }

    private static bool IsSpan(ITypeSymbol type) => type is { Name: "Span" or "ReadOnlySpan", IsRefLikeType: true };

    private static bool HasInlineArray(ITypeSymbol type) => type.IsValueType && type.Name != "ImmutableArray";

    private static string TypeName(IOperation? value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value?.Type?.Name ?? "what it caught";
    }

    private bool Allocates(IOperation operation, string what, string instead)
    {
        Report(Rules.Allocates, operation, what, instead);
        return false;
    }

    private void Report(DiagnosticDescriptor rule, IOperation operation, params object[] arguments)
    {
        Location place = Places.Of(operation);
        // What the generators write is theirs; what is wrong in it is wrong in a library.
        if (place.SourceTree is not { } tree || Generated.Is(tree, context)) return;
        context.ReportDiagnostic(Diagnostic.Create(rule, place, [Subject(), .. arguments]));
    }

    private string Subject()
    {
        string name = Name(method), from = Name(root);
        return SymbolEqualityComparer.Default.Equals(method, root) ? name : $"{name}, which the hot path {from} calls,";
    }

    private static string Name(IMethodSymbol symbol) =>
        symbol.MethodKind == MethodKind.Constructor ? "new " + symbol.ContainingType.Name
        : symbol.AssociatedSymbol is { } owner ? Owner(owner) : Owner(symbol);

    private static string Owner(ISymbol symbol) =>
        symbol.ContainingType is { } type ? $"{type.Name}.{symbol.Name}" : symbol.Name;
}

internal static class Generated
{
    public static bool Is(SyntaxTree tree, CompilationAnalysisContext context) =>
        tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal) || tree.FilePath.EndsWith(".generated.cs", System.StringComparison.Ordinal);

    public static bool IsPointer(this ITypeSymbol type) => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;
}
