// What calls do with packets, by the attributes of their parameters: [Owned] takes or gives, [Received] fills. A part of a
// composition forwards to a library, so what its contract says holds for it.

using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

internal enum ParameterRole
{
    /// <summary>Nothing is known: a pointer may be kept, a burst changed.</summary>
    Unknown,
    /// <summary>Who calls no longer owns it.</summary>
    Taken,
    Received,
    Appended,
}

internal sealed class OwnershipApi
{
    private readonly INamedTypeSymbol _mbuf, _burst;
    private readonly ConcurrentDictionary<ISymbol, IMethodSymbol> _contracts = new(SymbolEqualityComparer.Default);

    private OwnershipApi(INamedTypeSymbol mbuf, INamedTypeSymbol burst)
    {
        _mbuf = mbuf;
        _burst = burst;
    }

    public static OwnershipApi? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Uk.Mbuf") is { } mbuf && compilation.GetTypeByMetadataName("Uk.Burst") is { } burst
            ? new OwnershipApi(mbuf, burst)
            : null;

    public bool IsBurst(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _burst);

    public bool IsMbuf(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _mbuf);

    public bool IsMbufPointer(ITypeSymbol? type) => type is IPointerTypeSymbol pointer && IsMbuf(pointer.PointedAtType);

    /// <summary>The result is a packet that the caller owns, or null.</summary>
    public bool GivesPacket(IMethodSymbol method) =>
        IsMbufPointer(method.ReturnType) && Contract(method).GetReturnTypeAttributes().Any(a => a.AttributeClass?.Name == "OwnedAttribute");

    public ParameterRole Role(IMethodSymbol method, IParameterSymbol parameter)
    {
        IMethodSymbol contract = Contract(method);
        if (parameter.Ordinal >= contract.Parameters.Length) return ParameterRole.Unknown;
        foreach (AttributeData attribute in contract.Parameters[parameter.Ordinal].GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "OwnedAttribute") return ParameterRole.Taken;
            if (attribute.AttributeClass?.Name != "ReceivedAttribute") continue;
            return attribute.NamedArguments.Any(a => a.Key == "Appends" && a.Value.Value is true) ? ParameterRole.Appended : ParameterRole.Received;
        }
        return ParameterRole.Unknown;
    }

    /// <summary>The member of the contract that the method implements, or the method itself.</summary>
    private IMethodSymbol Contract(IMethodSymbol method) =>
        _contracts.GetOrAdd(method.OriginalDefinition, symbol =>
        {
            IMethodSymbol original = (IMethodSymbol)symbol;
            if (IsAnnotated(original) || original.ContainingType is not { TypeKind: TypeKind.Struct or TypeKind.Class } type) return original;
            foreach (INamedTypeSymbol contract in type.AllInterfaces)
                foreach (IMethodSymbol member in contract.GetMembers(original.Name).OfType<IMethodSymbol>())
                    if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, original)) return member;
            return original;
        });

    private static bool IsAnnotated(IMethodSymbol method) =>
        method.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name is "OwnedAttribute" or "ReceivedAttribute"))
        || method.GetReturnTypeAttributes().Any(a => a.AttributeClass?.Name == "OwnedAttribute");
}
