// The programs of the host that are used, which Debian package has each, and running one of them to its end.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Uk.Qemu;

/// <summary>A program that should be on the host's PATH.</summary>
/// <param name="Package">The Debian package that has it.</param>
public sealed record HostTool(string Name, string Package)
{
    public static readonly HostTool Qemu = new("qemu-system-x86_64", "qemu-system-x86");
    public static readonly HostTool Nm = new("nm", "binutils");
    public static readonly HostTool ReadElf = new("readelf", "binutils");
    public static readonly HostTool ObjDump = new("objdump", "binutils");
    public static readonly HostTool AddressToLine = new("addr2line", "binutils");
    public static readonly HostTool Ip = new("ip", "iproute2");
    public static readonly HostTool Ping = new("ping", "iputils-ping");
    public static readonly HostTool Unshare = new("unshare", "util-linux");
    public static readonly HostTool NsEnter = new("nsenter", "util-linux");
    public static readonly HostTool SetPriv = new("setpriv", "util-linux");

    /// <summary>Full path, or null where it is not installed. Looks in the system's sbin folders as well.</summary>
    public string? Find()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]);
        return folders.Where(folder => folder.Length != 0).Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
    }

    /// <exception cref="MissingToolException">It is not installed.</exception>
    public string Require() => Find() ?? throw new MissingToolException(this);

    /// <summary>Runs it to its end and returns what it printed. Never throws because of its exit status.</summary>
    /// <exception cref="MissingToolException">It is not installed.</exception>
    /// <exception cref="TimeoutException">It ran for more than <paramref name="timeout"/> and was killed.</exception>
    public ToolResult Run(TimeSpan timeout, params IReadOnlyList<string> arguments) =>
        ToolResult.Of(new ChildCommand(Require(), [.. arguments]), timeout);

    /// <summary>As <see cref="Run"/>, returning standard output.</summary>
    /// <exception cref="ToolFailedException">It ended with another status than 0.</exception>
    public string Output(TimeSpan timeout, params IReadOnlyList<string> arguments) => Run(timeout, arguments).OutputOrThrow();
}

/// <summary>A program is not installed; the message has the command that installs it.</summary>
public sealed class MissingToolException(HostTool tool)
    : Exception($"{tool.Name} is not installed; install it with: {(Environment.IsPrivilegedProcess ? "" : "sudo ")}apt-get install --yes {tool.Package}")
{
    public HostTool Tool { get; } = tool;
}

/// <summary>A program ended with another status than 0; the message has its command line and what it said.</summary>
public sealed class ToolFailedException(string message) : Exception(message);
