// What a hot path calls: what is marked or cold ends the walk, what is in the compilation continues it, and the rest is
// judged by what is known of it.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal sealed partial class HotBody
{
    private bool VisitsCall(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                if (HotSymbols.IsConditional(call.TargetMethod)) return false;
                return Calls(call, call.TargetMethod, call.Instance, call.IsVirtual) && VisitsArguments(call.Arguments);
            case IPropertyReferenceOperation property:
                foreach (IMethodSymbol accessor in Accessors(property))
                    if (!Calls(property, accessor, property.Instance, property.Property.IsVirtual || property.Property.IsAbstract || property.Property.IsOverride)) return false;
                return true;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return Calls(creation, constructor, null, false) && VisitsArguments(creation.Arguments);
            case IForEachLoopOperation loop:
                return VisitsLoop(loop);
            case IBinaryOperation { OperatorMethod: { } method }:
                return Calls(operation, method, null, false);
            case IUnaryOperation { OperatorMethod: { } method }:
                return Calls(operation, method, null, false);
            case IConversionOperation { OperatorMethod: { } method }:
                return Calls(operation, method, null, false);
            case ICompoundAssignmentOperation { OperatorMethod: { } method }:
                return Calls(operation, method, null, false);
            case IImplicitIndexerReferenceOperation indexer:
                return !indexer.Instance.Type!.Equals(context.Compilation.GetSpecialType(SpecialType.System_String), SymbolEqualityComparer.Default)
                    || indexer.Argument.Type?.Name != "Range" || Allocates(operation, "cuts a string", NoText);
            default:
                return true;
        }
    }

    private static IEnumerable<IMethodSymbol> Accessors(IPropertyReferenceOperation property)
    {
        IPropertySymbol symbol = property.Property;
        bool isTarget = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        if (symbol.SetMethod is { } set && (isTarget || property.Parent is IIncrementOrDecrementOperation)) yield return set;
        if (symbol.GetMethod is { } get && !(isTarget && property.Parent is ISimpleAssignmentOperation)) yield return get;
    }

    /// <summary>True: the arguments are made each time, and must be looked at.</summary>
    private bool Calls(IOperation operation, IMethodSymbol target, IOperation? instance, bool isVirtual)
    {
        if (HotSymbols.IsCold(target)) return false;
        if (KnownCode.IsLinq(target))
        {
            Report(Rules.Linq, operation, target.Name);
            return false;
        }
        if (target.MethodKind == MethodKind.DelegateInvoke)
        {
            Report(Rules.Dispatches, operation, target.ContainingType.Name, "a delegate", "Call the method itself, or take a struct that implements an interface as a type parameter");
            return true;
        }
        if (IsIndirect(target, instance, isVirtual, out string through))
        {
            Report(Rules.Dispatches, operation, target.AssociatedSymbol?.Name ?? target.Name, through, "Make the class sealed, or take a struct as a type parameter with that constraint");
            return true;
        }
        if (BoxesReceiver(target, instance))
            return Allocates(operation, $"boxes a value of {instance!.Type!.Name} to call {target.Name}", $"Override {target.Name} in {instance.Type.Name}");
        Judge(operation, target);
        return true;
    }

    /// <summary>Which method is called is only known while the program runs.</summary>
    private static bool IsIndirect(IMethodSymbol target, IOperation? instance, bool isVirtual, out string through)
    {
        through = "";
        if (instance?.Type is not { } type || !isVirtual || target.IsStatic) return false;
        if (instance.Syntax is BaseExpressionSyntax) return false;
        through = type.TypeKind == TypeKind.Interface ? "the interface " + type.Name : "a virtual method of " + type.Name;
        return type switch
        {
            ITypeParameterSymbol parameter => parameter.HasReferenceTypeConstraint,
            { IsValueType: true } => false,
            { TypeKind: TypeKind.Interface } => true,
            { IsSealed: true } or { TypeKind: TypeKind.Array or TypeKind.Delegate } => false,
            _ => (target.IsVirtual || target.IsAbstract || target.IsOverride) && !target.IsSealed && !IsExact(instance),
        };
    }

    /// <summary>An object that was just made, or the comparers that compilers know.</summary>
    private static bool IsExact(IOperation instance) =>
        instance is IObjectCreationOperation
        or IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { Name: "EqualityComparer" or "Comparer", ContainingNamespace.Name: "Generic" } } };

    /// <summary>A method of object that the struct does not override is called on a box.</summary>
    private static bool BoxesReceiver(IMethodSymbol target, IOperation? instance) =>
        instance?.Type is { IsValueType: true } and not ITypeParameterSymbol
        && target.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
        && target.Name is not ("HasFlag" or "GetType");

    private void Judge(IOperation operation, IMethodSymbol target)
    {
        // Options are constants in the code that is made of a composition.
        if (walk.Symbols.IsHot(target) || IsOption(target) || walk.TryEnter(target, root)) return;
        Verdict verdict = KnownCode.Of(target);
        switch (verdict.Kind)
        {
            case VerdictKind.Allocates: Report(Rules.Allocates, operation, verdict.What, verdict.Instead); break;
            case VerdictKind.Waits: Report(Rules.Waits, operation, verdict.What, verdict.Instead); break;
            case VerdictKind.Throws: Report(Rules.Throws, operation, verdict.What); break;
            case VerdictKind.Unknown: Report(Rules.Unknown, operation, Owner(target.AssociatedSymbol ?? target)); break;
        }
    }

    private static bool IsOption(IMethodSymbol target) =>
        target.ContainingType is { TypeKind: TypeKind.Interface } contract
        && contract.AllInterfaces.Any(i => i.Name == "IOptions" && i.ContainingNamespace.ToDisplayString() == "Uk");

    private bool VisitsLoop(IForEachLoopOperation loop)
    {
        ITypeSymbol? type = Unconverted(loop.Collection).Type;
        if (type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || loop.SemanticModel is null || loop.Syntax is not CommonForEachStatementSyntax syntax)
            return VisitsCopy(loop);
        ForEachStatementInfo info = loop.SemanticModel.GetForEachStatementInfo(syntax);
        if (info.GetEnumeratorMethod is { ReturnType.IsReferenceType: true })
            Allocates(loop, $"gets an enumerator of {type?.Name} that is an object", "Go over a span or an array, or by index");
        else
            foreach (IMethodSymbol? step in new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod })
                if (step is not null && !HotSymbols.IsCold(step)) Judge(loop, step);
        VisitsCopy(loop);
        // The conversion of the collection that the loop makes by itself is none of the user's.
        Visit(Unconverted(loop.Collection));
        Visit(loop.Body);
        return false;
    }

    private static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? Unconverted(conversion.Operand) : operation;
}
