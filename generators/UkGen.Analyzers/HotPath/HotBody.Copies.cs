// Copies of large structs that stand nowhere in the source: before a call of a member that may write, for an argument,
// for the variable of a loop.

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UkGen.Analyzers;

internal sealed partial class HotBody
{
    /// <summary>A cache line. Who copies one for each packet pays for it.</summary>
    private const int LargeBytes = 64;

    private bool VisitsCopy(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation { Locals.Length: 1, LoopControlVariable: IVariableDeclaratorOperation } loop
                when loop.Locals[0] is { RefKind: RefKind.None } variable && IsLarge(variable.Type, out int bytes):
                Report(Rules.Copies, loop, variable.Type.Name, bytes, "the variable of the loop is a copy of each", $"Write foreach (ref {variable.Type.Name} {variable.Name} in …)");
                break;
            case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } declared
                when declared.GetVariableInitializer()?.Value is { } value && IsPlace(value) && IsLarge(declared.Symbol.Type, out int bytes):
                Report(Rules.Copies, value, declared.Symbol.Type.Name, bytes, $"{declared.Symbol.Name} is a copy", "Make it a ref or ref readonly variable");
                break;
        }
        return true;
    }

    private bool VisitsArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is { Parameter.RefKind: RefKind.None, Value: { Type: { } type } value } && (IsPlace(value) || IsVariable(value)) && IsLarge(type, out int bytes))
                Report(Rules.Copies, value, type.Name, bytes, $"the parameter {argument.Parameter.Name} takes it by value", $"Make the parameter 'in {type.Name} {argument.Parameter.Name}' or 'ref'");
        }
        foreach (IArgumentOperation argument in arguments)
            if (argument.Parent is IInvocationOperation { Instance: { } instance, TargetMethod: { IsReadOnly: false, IsStatic: false } target }
                && IsReadOnlyVariable(instance) && instance.Type is { IsReadOnly: false } receiver && IsLarge(receiver, out int size))
            {
                Report(Rules.Copies, instance, receiver.Name, size, $"{target.Name} may write, and what it is called on is read-only", $"Make {target.Name} readonly");
                break;
            }
        return true;
    }

    /// <summary>A place in memory that could be referred to in place of copied.</summary>
    private static bool IsPlace(IOperation value) => value switch
    {
        IPropertyReferenceOperation property => property.Property.ReturnsByRef || property.Property.ReturnsByRefReadonly,
        IInvocationOperation call => call.TargetMethod.ReturnsByRef || call.TargetMethod.ReturnsByRefReadonly,
        IArrayElementReferenceOperation or IInlineArrayAccessOperation => true,
        _ => false,
    };

    private static bool IsVariable(IOperation value) => value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation;

    private bool IsReadOnlyVariable(IOperation value) => value switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter,
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.RefReadOnly,
        IFieldReferenceOperation field => field.Field.IsReadOnly && method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor),
        IPropertyReferenceOperation property => property.Property.ReturnsByRefReadonly,
        _ => false,
    };

    private static bool IsLarge(ITypeSymbol type, out int bytes)
    {
        bytes = 0;
        if (type is not INamedTypeSymbol { IsValueType: true } || type.ContainingNamespace?.ToDisplayString().StartsWith("System.Runtime.Intrinsics", System.StringComparison.Ordinal) == true)
            return false;
        bytes = StructSize.Of(type);
        return bytes >= LargeBytes;
    }
}
