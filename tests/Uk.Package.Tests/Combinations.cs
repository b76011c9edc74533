// The projects of all combinations, in one folder, restored and built together: as one solution of a user's, and no more work
// than that.

using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Uk.Package.Tests;

/// <summary>Made, built and published once; shared by the tests that run them.</summary>
public sealed class Combinations
{
    private const string Parent = "combinations";

    private const string Everything = """
        <Project DefaultTargets="Make">
          <ItemGroup>
            <Program Include="*/*.csproj" />
            <Test Include="*/tests/*.csproj" />
            <RestoreGraphProjectInputItems Include="@(Program->'%(FullPath)');@(Test->'%(FullPath)')" />
          </ItemGroup>
          <Import Project="$(MSBuildToolsPath)/NuGet.targets" />
          <Target Name="Make">
            <MSBuild Projects="@(Program);@(Test)" Targets="Build" BuildInParallel="true" />
            <MSBuild Projects="@(Program)" Targets="Publish" Properties="Configuration=Release" BuildInParallel="true" />
          </Target>
        </Project>
        """;

    private readonly Newcomer _newcomer;

    public Combinations(Newcomer newcomer)
    {
        _newcomer = newcomer;
        Directory.CreateDirectory(newcomer.Folder(Parent));
        string[] commands = [.. Combination.All.Select(combination => combination.New)];
        // One command keeps one processor busy.
        Parallel.ForEach(commands.Chunk((commands.Length + 1) / 2), half => newcomer.Run(string.Join('\n', half), Parent).AssertDone());
        File.WriteAllText(newcomer.Folder($"{Parent}/All.proj"), Everything);
        newcomer.Run("dotnet msbuild All.proj -restore -maxCpuCount:2 -verbosity:quiet -nologo", Parent).AssertDone();
    }

    /// <summary>A file of a project, or its folder.</summary>
    public string PathOf(Combination combination, string file = "") => _newcomer.Folder(RelativeTo(combination, file));

    public CommandResult Run(Combination combination, string lines) => _newcomer.Run(lines, RelativeTo(combination, ""));

    public string Image(Combination combination)
    {
        string image = PathOf(combination, $"bin/{combination.Target}/Release/net10.0/publish/{combination.Name}.{combination.Target}");
        return File.Exists(image) ? image : throw new FileNotFoundException($"{combination.Name} was not published", image);
    }

    private static string RelativeTo(Combination combination, string file) => Path.Combine(Parent, combination.Name, file);
}
