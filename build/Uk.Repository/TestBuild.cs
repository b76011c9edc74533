// Builds what is tested: the whole solution, or some test projects with what they need. On two processors, with one compiler
// that stays for all of it and ends with this process.

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Repository;

internal static class TestBuild
{
    /// <summary>False where it fails, which has been said then.</summary>
    public static bool Run(string root, TestOptions options, ImmutableArray<TestProject> projects)
    {
        bool isAll = !options.IsQuick && options.Names.Length == 0;
        string[] what = isAll
            ? [Path.Combine(root, "UkGen.sln")]
            : [Path.Combine(root, "build/Tests.proj"), "-p:UkTests=" + string.Join('|', projects.Select(project => project.File))];
        ToolResult build;
        try
        {
            build = AppImage.DotnetOnTwo(["msbuild", .. what, "-restore", "-p:Configuration=Release", "-verbosity:quiet"]);
        }
        finally
        {
            CompilerServer.Own.Dispose();
        }
        if (build.Status == 0) return true;
        Console.Error.WriteLine((build.Output + build.Error).Trim());
        Console.Error.WriteLine($"test: {(isAll ? "the solution does" : "the test projects do")} not build");
        return false;
    }
}
