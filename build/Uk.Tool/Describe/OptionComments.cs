// What options are: the summaries of their properties, from the XML that the compiler writes beside a library.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Uk.Tool.Describe;

internal sealed class OptionComments
{
    private readonly Dictionary<string, Dictionary<string, string>> _byFile = new(StringComparer.Ordinal);

    /// <summary>The first sentence about a property; empty where there is none.</summary>
    /// <param name="assembly">The path of the library.</param>
    /// <param name="types">Full names of the types to look at, the first that says something counts.</param>
    public string Of(string assembly, string property, params ReadOnlySpan<string> types)
    {
        if (!_byFile.TryGetValue(assembly, out Dictionary<string, string>? known)) _byFile[assembly] = known = Read(Path.ChangeExtension(assembly, ".xml"));
        foreach (string type in types)
            if (known.TryGetValue($"P:{type}.{property}", out string? summary)) return FirstSentence(summary);
        return "";
    }

    /// <summary>A file that is not there, or is something else, says nothing.</summary>
    private static Dictionary<string, string> Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return [];
            return XDocument.Load(path).Descendants("member").Where(member => member.Attribute("name") is not null && member.Element("summary") is not null)
                .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => Text(group.First().Element("summary")!), StringComparer.Ordinal);
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Text(XElement summary) => string.Join(' ', string.Concat(summary.Nodes().Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A reference stands for the last part of its name.
    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { HasAttributes: true, IsEmpty: true } see => see.FirstAttribute!.Value.Split('(')[0].Split('.', ':')[^1],
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
