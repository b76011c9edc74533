using System;
using System.IO;
using Uk.Qemu;

namespace Uk.Image.Tests;

/// <summary>The tool, run as users run it.</summary>
internal static class UkCommand
{
    private static readonly TimeSpan s_timeout = Patience.Long;

    public static ChildCommand Command(params string[] arguments) =>
        new(new HostTool("dotnet", "dotnet-sdk-10.0").Require(), [Path.Combine(AppContext.BaseDirectory, "uk.dll"), .. arguments]);

    public static ToolResult Run(params string[] arguments) => ToolResult.Of(Command(arguments), s_timeout);
}
