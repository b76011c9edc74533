// Writes types as short as they may stand in one file, and remembers which namespaces the file must import for that.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

/// <param name="names">The names that must not be written short in this application.</param>
/// <param name="ownNamespace">The namespace that the written code stands in.</param>
internal sealed class TypeNames(NamesModel names, string ownNamespace)
{
    private bool _isQualified;

    private const int LineLength = 90;

    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);

    /// <summary>Lines of <c>using</c> for what has been written so far; System comes first.</summary>
    public IEnumerable<string> Imports =>
        _imports.OrderBy(n => n == "System" || n.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(n => n, StringComparer.Ordinal)
            .Select(n => "using " + n + ";");

    /// <summary>
    /// Names for what stands outside of all namespaces beside the imports, and so does not see them: in full.
    /// </summary>
    public static TypeNames Qualified { get; } = new(new NamesModel(default, ""), "") { _isQualified = true };

    public string Write(string typeText) => TypeText.Replace(typeText, Name);

    public void Import(string ns) => _imports.Add(ns);

    /// <summary>A closed type, on one line if it is short and as an indented tree otherwise.</summary>
    public string Write(TypeNode node)
    {
        string line = Write(node.Text);
        if (line.Length <= LineLength || node.Arguments.Count == 0) return line;
        IEnumerable<string> arguments = node.Arguments.Select(a => Indent(Write(a)));
        return Write(node.Name) + "<\n" + string.Join(",\n", arguments) + ">";
    }

    /// <summary>An alias for a closed type; a tree begins on its own line.</summary>
    public string Alias(string alias, TypeNode node)
    {
        string target = Write(node);
        return "using " + alias + (target.Contains("\n") ? " =\n" + Indent(target) : " = " + target) + ";";
    }

    private static string Indent(string text) => "    " + text.Replace("\n", "\n    ");

    private string Name(string ns, string name)
    {
        if (_isQualified) return (ns.Length == 0 ? "" : ns + ".") + name;
        if (names.Shadowed.Contains("{" + ns + "}" + name)) return "global::" + (ns.Length == 0 ? "" : ns + ".") + name;
        bool isAround = ns == ownNamespace || ownNamespace.StartsWith(ns + ".", StringComparison.Ordinal);
        if (ns.Length > 0 && !isAround) _imports.Add(ns);
        return name;
    }
}
