// One part of .NET that a library of others needs and images lack, as a line for the build.

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using UkGen.Analyzers;

namespace Uk.Tool.Scan;

/// <param name="Id">Its documentation id, without parameters.</param>
/// <param name="Chain">From the user's method to the one that needs it.</param>
/// <param name="Call">The user's call that leads there.</param>
internal sealed record Finding(MemberReference Lacking, string Id, MethodDefinition[] Chain, Instruction? Call)
{
    /// <summary>So many calls are shown at each end of a long way.</summary>
    private const int ShownAtEachEnd = 3;

    public string Library => Chain[^1].Module.Assembly.Name.Name;
    public Reason Reason => Reason.Of(Id);

    /// <param name="others">What else the library lacks for the same reason.</param>
    /// <param name="pathMap">What the compiler writes in place of folders: <c>/home/me/app=/_/</c>.</param>
    public string Describe(string severity, int others, string pathMap)
    {
        string needs = Id[2..].Replace(".#ctor", "..ctor");
        string more = others == 0 ? "" : $" and {others} more for the same reason";
        return $"{Place(pathMap)} : {severity} UK3040: {Library} needs {needs}{more}, which is not in images: {Reason.Why}. "
            + $"Use something else of {Library}, or another library; if it never runs, <UkScan>warning</UkScan> lets the build go on. "
            + $"The calls: {string.Join(" -> ", Shown().Append(needs))}";
    }

    private IEnumerable<string> Shown()
    {
        string[] names = [.. Chain.Select(method => $"{method.DeclaringType.FullName.Replace('/', '.')}.{method.Name}").Distinct()];
        if (names.Length <= 2 * ShownAtEachEnd + 1) return names;
        return [.. names.Take(ShownAtEachEnd), $"… {names.Length - 2 * ShownAtEachEnd} more …", .. names.TakeLast(ShownAtEachEnd)];
    }

    /// <summary>File and line of the user's call, where the program has symbols.</summary>
    private string Place(string pathMap)
    {
        MethodDefinition user = Chain[0];
        if (!user.DebugInformation.HasSequencePoints || Call is null) return "uk";
        SequencePoint? point = user.DebugInformation.SequencePoints.LastOrDefault(p => !p.IsHidden && p.Offset <= Call.Offset);
        if (point is null) return "uk";
        string path = point.Document.Url;
        foreach (string[] pair in pathMap.Split(',').Select(pair => pair.Split('=')).Where(pair => pair.Length == 2))
            if (path.StartsWith(pair[1], StringComparison.Ordinal)) path = pair[0] + path[pair[1].Length..];
        return $"{path}({point.StartLine},{point.StartColumn})";
    }
}
