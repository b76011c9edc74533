// How long files, functions and lines are, against Longer.txt: what was longer when the limits came, which only shrinks.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Uk.Style.Tests;

public sealed class SizeTests
{
    private const string Heading = "# Longer than docs/style.md allows: how long, of what. Only shrinks: UKGEN_ACCEPT=1 lowers it.";
    private const int FileLines = 400, FunctionLines = 40, Columns = 120;

    private static string ListPath => Path.Combine(Sources.Root, "tests", "Uk.Style.Tests", "Longer.txt");

    /// <summary>
    /// With UKGEN_ACCEPT=1 the list loses what is no longer so, and is lowered to what is. It gains nothing, unless the file was
    /// deleted before: then it is written anew, and a review sees what it has gained.
    /// </summary>
    [Fact]
    public void Nothing_is_longer_than_it_may_be()
    {
        SortedDictionary<string, int> longer = Measure();
        bool accept = Environment.GetEnvironmentVariable("UKGEN_ACCEPT") == "1", isNew = !File.Exists(ListPath);
        Dictionary<string, int> listed = isNew ? [] : ReadList();
        if (accept)
        {
            IEnumerable<string> lines = longer.Where(one => isNew || listed.ContainsKey(one.Key))
                .Select(one => $"{(isNew ? one.Value : Math.Min(one.Value, listed[one.Key]))} {one.Key}");
            File.WriteAllText(ListPath, string.Join('\n', lines.Prepend(Heading)) + "\n");
        }
        int otherwise = accept && isNew ? int.MaxValue : 0;
        Assert.Empty(longer.Where(one => one.Value > listed.GetValueOrDefault(one.Key, otherwise)).Select(one => $"{one.Value} {one.Key}"));
    }

    private static Dictionary<string, int> ReadList() => File.ReadLines(ListPath).Where(line => !line.StartsWith('#'))
        .ToDictionary(line => line[(line.IndexOf(' ') + 1)..], line => int.Parse(line.Split(' ')[0]));

    /// <summary>Of a place: the lines of a file or function, or how many of a file's lines are too long.</summary>
    private static SortedDictionary<string, int> Measure()
    {
        SortedDictionary<string, int> longer = new(StringComparer.Ordinal);
        foreach (Source source in Sources.Code)
        {
            string[] lines = source.Lines;
            if (lines.Length > FileLines) longer.Add($"lines of {source.Path}", lines.Length);
            int long_ = lines.Count(line => line.Length > Columns);
            if (long_ != 0) longer.Add($"lines over {Columns} characters in {source.Path}", long_);
            if (!source.IsProduct) continue;
            foreach ((string name, int length) in FunctionsOf(source).Where(function => function.Length > FunctionLines))
            {
                string place = $"lines of {name} in {source.Path}";
                // Overloads: the longest counts.
                longer[place] = Math.Max(length, longer.GetValueOrDefault(place));
            }
        }
        return longer;
    }

    /// <summary>From the line with the name to the last; a local function counts in the one around it as well.</summary>
    private static IEnumerable<(string Name, int Length)> FunctionsOf(Source source) =>
        from node in CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes()
        let name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            OperatorDeclarationSyntax @operator => @operator.OperatorToken,
            ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
            AccessorDeclarationSyntax accessor => accessor.Keyword,
            LocalFunctionStatementSyntax local => local.Identifier,
            _ => default,
        }
        where name != default
        let lines = node.SyntaxTree.GetLineSpan(TextSpanFrom(name, node))
        select (name.Text, lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1);

    private static Microsoft.CodeAnalysis.Text.TextSpan TextSpanFrom(SyntaxToken name, SyntaxNode node) =>
        Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(name.SpanStart, node.Span.End);
}
