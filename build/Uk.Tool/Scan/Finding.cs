// One part of .NET that a library of others needs and images lack, as a line for the build.

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
    public string Describe(string severity)
    {
        Reason reason = Reason.Of(Id);
        string needs = Id[2..].Replace(".#ctor", "..ctor");
        string library = Chain[^1].Module.Assembly.Name.Name;
        return $"{Place()} : {severity} UK3040: {library} needs {needs}, which is not in images: {reason.Why}. "
            + $"Use something else of {library}, or another library; if it never runs, <UkScan>warning</UkScan> lets the build go on. "
            + $"The calls: {string.Join(" -> ", Chain.Select(Name))} -> {needs}";
    }

    private static string Name(MethodDefinition method) => $"{method.DeclaringType.FullName.Replace('/', '.')}.{method.Name}";

    /// <summary>File and line of the user's call, where the program has symbols.</summary>
    private string Place()
    {
        MethodDefinition user = Chain[0];
        if (!user.DebugInformation.HasSequencePoints || Call is null) return "uk";
        SequencePoint? point = user.DebugInformation.SequencePoints.LastOrDefault(p => !p.IsHidden && p.Offset <= Call.Offset);
        return point is null ? "uk" : $"{point.Document.Url}({point.StartLine},{point.StartColumn})";
    }
}
