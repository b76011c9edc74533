// Which function of an image calls which, read from its disassembly.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Uk.Tool;

/// <summary>A reference from code to a function.</summary>
/// <param name="Type">The type whose table was loaded last before, as allocations do; null where none was.</param>
internal readonly record struct CallSite(string Caller, ulong Address, ulong Target, string? Type);

internal sealed partial class CallGraph
{
    private CallGraph(Dictionary<ulong, string> functions, List<CallSite> calls)
    {
        Functions = functions;
        Calls = calls;
    }

    /// <summary>Names by address.</summary>
    public IReadOnlyDictionary<ulong, string> Functions { get; }
    public IReadOnlyList<CallSite> Calls { get; }

    public static CallGraph Read(string disassembly)
    {
        var functions = new Dictionary<ulong, string>();
        var calls = new List<CallSite>();
        string function = "";
        string? type = null;
        foreach (string line in disassembly.Split('\n'))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                function = header.Groups[2].Value;
                functions[Hexadecimal(header.Groups[1])] = function;
                type = null;
            }
            else if (Table().Match(line) is { Success: true } table) type = table.Groups[1].Value;
            else if (Reference().Match(line) is { Success: true } call)
                calls.Add(new CallSite(function, Hexadecimal(call.Groups[1]), Hexadecimal(call.Groups[2]), type));
        }
        return new CallGraph(functions, calls);
    }

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9a-f]{16}) <(.+)>:$")]
    private static partial Regex Header();

    /// <summary>_ZTV, the length of the name, the name.</summary>
    [GeneratedRegex(@"lea .*<_ZTV\d+(.+)>$")]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s*([0-9a-f]+):\s+(?:call|jmp|lea .*# )\s*([0-9a-f]+) <")]
    private static partial Regex Reference();
}
