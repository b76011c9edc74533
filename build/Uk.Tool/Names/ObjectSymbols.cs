// What an object file defines and where, and what it leaves to others, by way of binutils.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Tool.Names;

/// <summary>The symbols of an object file.</summary>
internal sealed partial class ObjectSymbols
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(120);

    private readonly Dictionary<string, Definition> _defined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undefined = new(StringComparer.Ordinal);

    private readonly record struct Definition(string Section, ulong Offset);

    /// <summary>Names that the object leaves to others.</summary>
    public IReadOnlySet<string> Undefined => _undefined;

    /// <exception cref="MissingToolException">binutils are not installed.</exception>
    /// <exception cref="ToolFailedException">It is no object file.</exception>
    public static ObjectSymbols Read(string path)
    {
        var symbols = new ObjectSymbols();
        foreach (string line in HostTool.ObjDump.Output(s_timeout, "--syms", "--wide", path).Split('\n'))
            if (Line().Match(line) is { Success: true } match) symbols.Add(match);
        return symbols;
    }

    private void Add(Match line)
    {
        string name = line.Groups["name"].Value, section = line.Groups["section"].Value;
        if (section == "*UND*") _undefined.Add(name);
        else _defined[name] = new Definition(section, ulong.Parse(line.Groups["offset"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    /// <summary>Where in a section a symbol stands, if it does.</summary>
    public bool TryFind(string name, string section, out ulong offset)
    {
        bool found = _defined.TryGetValue(name, out Definition definition) && definition.Section == section;
        offset = definition.Offset;
        return found;
    }

    /// <summary>Offset, seven letters, section, size, perhaps the visibility, name.</summary>
    [GeneratedRegex(@"^(?<offset>[0-9a-f]{16}) .{7} (?<section>\S+)\s+[0-9a-f]{16} (?:\.(?:hidden|internal|protected) )?(?<name>.+)$")]
    private static partial Regex Line();
}
