// What an operation names of types and members, in words of the user's source.

using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal static class ExplicitUses
{
    public static IEnumerable<ISymbol?> Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call: yield return call.TargetMethod; break;
            case IObjectCreationOperation creation: yield return creation.Constructor; break;
            case IPropertyReferenceOperation property:
                yield return property.Property;
                if (IsWritten(property)) yield return property.Property.SetMethod;
                if (IsRead(property)) yield return property.Property.GetMethod;
                break;
            case IFieldReferenceOperation field: yield return field.Field; break;
            case IEventReferenceOperation @event: yield return @event.Event; break;
            case IMethodReferenceOperation method: yield return method.Method; break;
            case ITypeOfOperation type: yield return type.TypeOperand; break;
            case ISizeOfOperation type: yield return type.TypeOperand; break;
            case IIsTypeOperation type: yield return type.TypeOperand; break;
            case IDeclarationPatternOperation pattern: yield return pattern.MatchedType; break;
            case ITypePatternOperation pattern: yield return pattern.MatchedType; break;
            case IRecursivePatternOperation pattern: yield return pattern.MatchedType; break;
            case IConversionOperation conversion:
                yield return conversion.OperatorMethod;
                if (!conversion.IsImplicit || IsExpression(conversion)) yield return conversion.Type;
                if (IsBoxedEnum(conversion)) yield return conversion.Operand.Type;
                break;
            case ICatchClauseOperation handler: yield return handler.ExceptionType; break;
            case IArrayCreationOperation array: yield return array.Type; break;
            case IDefaultValueOperation value: yield return value.Type; break;
            case IDelegateCreationOperation creation: yield return creation.Type; break;
            case IVariableDeclaratorOperation variable when IsNamedAlone(variable): yield return variable.Symbol.Type; break;
            case IBinaryOperation binary: yield return binary.OperatorMethod; break;
            case IUnaryOperation unary: yield return unary.OperatorMethod; break;
            case ICompoundAssignmentOperation compound: yield return compound.OperatorMethod; break;
            case IIncrementOrDecrementOperation increment: yield return increment.OperatorMethod; break;
        }
    }

    /// <summary>What the member is called on, which is reported in its place.</summary>
    public static IOperation? Receiver(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 } call => call.Arguments[0].Value,
        IInvocationOperation call => call.Instance,
        IMemberReferenceOperation member => member.Instance,
        _ => null,
    };

    /// <summary>A lambda that becomes a tree of expressions.</summary>
    public static bool IsExpression(IConversionOperation conversion) => conversion is { Operand: IAnonymousFunctionOperation, Type.Name: "Expression" };

    /// <summary>A constant of an enum is a number, until it is made an object.</summary>
    public static bool IsBoxedEnum(IConversionOperation conversion) =>
        conversion is { Operand.Type.TypeKind: TypeKind.Enum, Type.IsReferenceType: true };

    /// <summary>A variable of a type by name that gets no value here which would be reported itself.</summary>
    private static bool IsNamedAlone(IVariableDeclaratorOperation variable) =>
        variable.GetVariableInitializer() is null
        && variable.Syntax.Parent is VariableDeclarationSyntax { Type.IsVar: false };

    private static bool IsWritten(IPropertyReferenceOperation property) =>
        property.Parent is IAssignmentOperation assignment && assignment.Target == property
        || property.Parent is IIncrementOrDecrementOperation;

    private static bool IsRead(IPropertyReferenceOperation property) =>
        !(property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property);
}
