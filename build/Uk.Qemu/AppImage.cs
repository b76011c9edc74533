// Images of the applications in this repository: building them as a user would, and finding them.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Uk.Qemu;

/// <summary>Publishes applications and says where their images are.</summary>
public static class AppImage
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(10);
    private static readonly HostTool s_dotnet = new("dotnet", "dotnet-sdk-10.0");

    /// <summary>Publishes a project and returns the path of its image. Quick where nothing has changed.</summary>
    /// <param name="project">Its folder.</param>
    /// <param name="target">A value of UkTarget.</param>
    /// <param name="properties">Properties of the build, as <c>-p:Name=value</c>.</param>
    /// <exception cref="ToolFailedException">The build fails; the message has its output.</exception>
    public static string Publish(string project, string target, params string[] properties)
    {
        Dotnet(["publish", project, "-p:UkTarget=" + target, "-verbosity:quiet", .. properties]).OutputOrThrow();
        return PathOf(project, target);
    }

    /// <summary>Where publish puts the image of a project, which is the one in its folder: UkImagePath, without asking the build.</summary>
    public static string PathOf(string project, string target)
    {
        string name = Path.GetFileNameWithoutExtension(Directory.GetFiles(project, "*.csproj").Single());
        return Path.Combine(Path.GetFullPath(project), $"bin/{target}/Release/net10.0/publish/{name}.{target}");
    }

    /// <summary>
    /// Runs a command of the .NET SDK in one process, which leaves no worker behind when it is interrupted; the compiler is
    /// that of <see cref="CompilerServer"/>.
    /// </summary>
    public static ToolResult Dotnet(params string[] arguments) => Run([.. arguments, "-maxCpuCount:1"], s_timeout);

    /// <summary>As <see cref="Dotnet"/>, on two processors and with patience: for what holds many projects.</summary>
    public static ToolResult DotnetOnTwo(params string[] arguments) => Run([.. arguments, "-maxCpuCount:2"], 3 * s_timeout);

    private static ToolResult Run(string[] arguments, TimeSpan timeout)
    {
        string[] server = [.. CompilerServer.Own.Settings.Select(setting => "-p:" + setting)];
        using BuildLock turn = BuildLock.Take();
        return ToolResult.Of(new ChildCommand(s_dotnet.Require(), [.. arguments, "-nodeReuse:false", .. server, "-nologo"]), timeout);
    }

    /// <summary>The guest memory that the application declares; null where it does not.</summary>
    public static long? DeclaredMemoryBytes(string image)
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(image, ".report.json")));
        JsonElement bytes = report.RootElement.GetProperty("memoryBytes");
        return bytes.ValueKind == JsonValueKind.Null ? null : bytes.GetInt64();
    }
}
