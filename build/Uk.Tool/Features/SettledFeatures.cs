// What the features of one image are, by name; also as lines of a file, `heap=bump`, between steps of the build.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Uk.Tool.Features;

internal sealed class SettledFeatures
{
    private readonly List<KeyValuePair<string, string>> _values = [];

    public string this[string name] => _values.First(pair => pair.Key == name).Value;

    public bool Has(string name) => _values.Exists(pair => pair.Key == name);

    public void Add(string name, string value) => _values.Add(new(name, value));

    public IEnumerable<string> Lines => _values.Select(pair => $"{pair.Key}={pair.Value}");

    /// <summary>Lines without an equals sign are passed over.</summary>
    public static SettledFeatures Parse(IEnumerable<string> lines)
    {
        var settled = new SettledFeatures();
        foreach (string[] pair in lines.Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)) settled.Add(pair[0], pair[1]);
        return settled;
    }
}
