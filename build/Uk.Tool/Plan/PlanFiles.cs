// A plan as the files that the next steps of the build read: a response file for each tool, and lists for MSBuild. A file
// that would be the same is left alone, so that the steps behind it have nothing to do.

using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Tool.Features;

namespace Uk.Tool.Plan;

internal static class PlanFiles
{
    public static void Write(ImageRequest request, SettledFeatures features, ImagePlan plan)
    {
        string[] assemblies = [.. plan.Inputs, .. plan.References, .. request.Stock.Select(file => file.FullName)];
        Write(request, "features.txt", features.Lines);
        Write(request, "assemblies.txt", assemblies);
        Write(request, "sources.txt", plan.SourceFiles);
        Write(request, "ilc.rsp", plan.CompilerLines);
        Write(request, "as.rsp", plan.AssemblerLines.Select(Quoted));
        Write(request, "ld.rsp", plan.LinkerLines.Select(Quoted));
        Write(request, "strip.rsp", plan.Strip.Select(Quoted));
        Write(request, "names.rsp",
        [
            Quoted("--object=" + request.Object), Quoted("--statistics=" + request.Statistics),
            .. assemblies.Select(assembly => Quoted("--assembly=" + assembly)),
        ]);
        Write(request, "contents.rsp",
        [
            Quoted("--statistics=" + request.Statistics),
            .. features.Lines.Select(line => Quoted("--feature=" + line)),
            .. request.Assemblies.Concat(request.Stock).Select(file => Quoted("--assembly=" + file.FullName)),
            .. assemblies.Select(assembly => Quoted("--library=" + Path.GetFileNameWithoutExtension(assembly))),
        ]);
    }

    /// <summary>binutils and System.CommandLine take a line as one word where it is quoted.</summary>
    private static string Quoted(string line) => $"\"{line}\"";

    private static void Write(ImageRequest request, string name, IEnumerable<string> lines)
    {
        string path = request.Made(name), text = string.Concat(lines.Select(line => line + "\n"));
        if (!File.Exists(path) || File.ReadAllText(path) != text) File.WriteAllText(path, text);
    }
}
