using System;
using System.IO;
using Uk.Qemu;

namespace Uk.Tool.Tests;

/// <summary>The tool, run as users run it.</summary>
internal static class UkCommand
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private static readonly HostTool s_dotnet = new("dotnet", "dotnet-sdk-10.0");

    public static ChildCommand Command(params string[] arguments) =>
        new(s_dotnet.Require(), [Path.Combine(AppContext.BaseDirectory, "uk.dll"), .. arguments]);

    public static ToolResult Run(params string[] arguments) => ToolResult.Of(Command(arguments), s_timeout);

    public static ToolResult RunWithInput(string input, params string[] arguments) => ToolResult.Of(Command(arguments), s_timeout, input);
}
