using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Uk.Tool.Features;

/// <summary>What the build says about features: <c>UkHeap=bump</c>, and nothing behind the sign where it says nothing.</summary>
internal static class Properties
{
    public static ImmutableDictionary<string, string> Parse(IEnumerable<string> lines) => lines.Select(line => line.Split('=', 2))
        .Where(pair => pair.Length == 2).ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
