// Which libraries to bring up, each after everything that it requires; and the circles among parts that forbid it.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed class InitializationOrder
{
    private readonly Dictionary<string, PartComposition> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    public List<TypeNode> Libraries { get; } = [];
    public List<Finding> Findings { get; } = [];

    public InitializationOrder(IReadOnlyList<PartComposition> parts, TypeNode? scheduler)
    {
        foreach (PartComposition part in parts) _parts[part.Part.Type] = part;
        foreach (PartComposition part in parts) Visit(part);
        if (scheduler is not null) Visit(scheduler);
    }

    /// <summary>A circle as text, the same wherever it was entered: from the first of its names.</summary>
    public static string Circle(IEnumerable<string> members)
    {
        List<string> names = members.ToList();
        int first = names.IndexOf(names.OrderBy(n => n, StringComparer.Ordinal).First());
        return string.Join(" → ", names.Skip(first).Concat(names.Take(first)).Append(names[first]));
    }

    private void Visit(PartComposition part)
    {
        if (_done.Contains(part.Part.Type)) return;
        int seen = _open.IndexOf(part.Part.Type);
        if (seen >= 0)
        {
            string circle = Circle(_open.Skip(seen).Select(TypeText.Short));
            Findings.Add(Finding.Of(Diagnostics.Cycle, _parts[_open[seen]].Part.Place, circle));
            return;
        }
        _open.Add(part.Part.Type);
        if (part.Provider is not null) Visit(part.Provider);
        _open.RemoveAt(_open.Count - 1);
        _done.Add(part.Part.Type);
    }

    private void Visit(TypeNode node)
    {
        if (node.Kind == NodeKind.Part)
        {
            if (_parts.TryGetValue(node.Name, out PartComposition? part)) Visit(part);
            return;
        }
        foreach (TypeNode argument in node.Arguments) Visit(argument);
        if (node.Initializes && _done.Add(node.Text)) Libraries.Add(node);
    }
}
