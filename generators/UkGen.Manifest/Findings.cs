// What a parser or the resolver found wrong, and where. A place is a path such as "part/App.Wan/attribute/index" that
// only the analyzer turns into a location; so the models that generators keep hold no syntax.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen;

/// <summary>One thing that is wrong. <paramref name="Id"/> names an entry of <see cref="Diagnostics"/>.</summary>
public sealed record Finding(string Id, string Place, EquatableArray<string> Arguments)
{
    public static Finding Of(DiagnosticDescriptor descriptor, string place, params string[] arguments) =>
        new(descriptor.Id, place, arguments.ToEquatableArray());
}

/// <summary>Where the places are. Filled by a parser on behalf of an analyzer; generators pass none.</summary>
public sealed class Places
{
    private readonly Dictionary<string, Location> _locations = new();

    public void Add(string place, Location? location)
    {
        if (location is not null && !_locations.ContainsKey(place)) _locations.Add(place, location);
    }

    /// <summary>An attribute and, below it, each of its arguments under its name in lower case.</summary>
    public void Add(string place, AttributeData attribute)
    {
        Add(place, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation());
        foreach ((string name, _, AttributeArgumentSyntax syntax) in attribute.WrittenArguments())
            Add(Argument(place, name), syntax.GetLocation());
    }

    /// <summary>The place of an attribute's argument.</summary>
    public static string Argument(string attributePlace, string name) => attributePlace + "/" + name.ToLowerInvariant();

    /// <summary>The location of a place, or of the nearest place around it.</summary>
    public Location Find(string place)
    {
        for (string at = place; at.Length > 0; at = at.Substring(0, System.Math.Max(0, at.LastIndexOf('/'))))
            if (_locations.TryGetValue(at, out Location? location)) return location;
        return Location.None;
    }

    public Diagnostic ToDiagnostic(Finding finding) =>
        Diagnostic.Create(
            Diagnostics.All.First(d => d.Id == finding.Id),
            Find(finding.Place),
            finding.Arguments.Cast<object>().ToArray());
}
