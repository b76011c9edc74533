// Variance: whether a program may ask at run time if one type stands in for another by it. Then it names a variant type,
// an interface of arrays, or an array type that it casts to.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Internal.Runtime;
using Uk.Tool.Describe;

namespace Uk.Tool.Features;

internal sealed class VarianceFeature() : SwitchFeature(nameof(RuntimeFeatures.TypeVariance))
{
    private const byte VectorElement = 0x1D;

    /// <summary>.NET's own; Func, Action and their like are told by the first part of their name.</summary>
    private static readonly HashSet<string> s_types =
    [
        "IEnumerable`1", "IEnumerator`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "ICollection`1", "IList`1",
        "IComparable`1", "IComparer`1", "IEqualityComparer`1", "IAsyncEnumerable`1", "IAsyncEnumerator`1", "IGrouping`2",
        "IOrderedEnumerable`1", "IReadOnlySet`1", "IProgress`1", "IObservable`1", "IObserver`1", "Comparison`1", "Predicate`1",
        "Converter`2", "EventHandler`1", "EventHandler`2",
    ];

    public override string Name => "variance";
    public override string What(string value) => "conversions of interfaces and delegates that C# marks with in and out";

    public override string FoundIn(AssemblySet program) => OnWhere(program.All.Any(assembly => IsNeededBy(assembly.Metadata)));

    private static bool IsNeededBy(MetadataReader metadata) =>
        metadata.TypeReferences.Any(handle => IsVariant(metadata.GetString(metadata.GetTypeReference(handle).Name)))
        || Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.TypeSpec)).Any(row => IsArray(metadata, row))
        || Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.GenericParam)).Any(row => IsVariant(metadata, row));

    private static bool IsVariant(string name) => s_types.Contains(name)
        || name.StartsWith("Func`", StringComparison.Ordinal) || name.StartsWith("Action`", StringComparison.Ordinal);

    private static bool IsArray(MetadataReader metadata, int row)
    {
        TypeSpecification type = metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row));
        return metadata.GetBlobReader(type.Signature).ReadByte() == VectorElement;
    }

    private static bool IsVariant(MetadataReader metadata, int row) =>
        (metadata.GetGenericParameter(MetadataTokens.GenericParameterHandle(row)).Attributes
            & GenericParameterAttributes.VarianceMask) != 0;
}
