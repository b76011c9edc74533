// A network of its own for a test or a demonstration. It has no name, so it vanishes with the last process in it, however
// that ends: there is nothing to remove and nothing to forget.

using System;
using System.Globalization;
using System.IO;

namespace Uk.Qemu;

/// <summary>A network namespace, held open by a child process that waits for the end of this one.</summary>
public sealed class NetworkNamespace : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly ChildProcess _holder;
    private readonly bool _ownUsers;

    private NetworkNamespace(ChildProcess holder, bool ownUsers)
    {
        _holder = holder;
        _ownUsers = ownUsers;
    }

    /// <summary>Makes a namespace: as root directly, otherwise as root of a user namespace of its own.</summary>
    /// <exception cref="NetworkUnavailableException">The system allows neither; the message says what it said.</exception>
    /// <exception cref="MissingToolException">A program is not installed.</exception>
    public static NetworkNamespace Create()
    {
        string refusals = "";
        foreach (bool ownUsers in Environment.IsPrivilegedProcess ? (bool[])[false, true] : [true])
        {
            if (TryHold(ownUsers, out string refusal) is { } holder) return new NetworkNamespace(holder, ownUsers);
            refusals += refusal + " ";
        }
        throw new NetworkUnavailableException("no network namespace can be made here: " + refusals.Trim());
    }

    /// <summary>The command line prefix with which a person enters the namespace.</summary>
    public string EnterCommand => new ChildCommand("nsenter", [.. EnterArguments]).ToString();

    /// <summary>The command, run inside.</summary>
    public ChildCommand Enter(ChildCommand command) => command.RunBy(HostTool.NsEnter.Require(), [.. EnterArguments, "--"]);

    /// <summary>Runs a program inside, to its end.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public ToolResult Run(TimeSpan timeout, HostTool tool, params string[] arguments) =>
        ToolResult.Of(Enter(new ChildCommand(tool.Require(), [.. arguments])), timeout);

    public void Dispose() => _holder.Dispose();

    private string[] EnterArguments
    {
        get
        {
            string id = _holder.Id.ToString(CultureInfo.InvariantCulture);
            return _ownUsers ? ["--target", id, "--user", "--preserve-credentials", "--net"] : ["--target", id, "--net"];
        }
    }

    // The holder ends when its input ends, which it does when this process does.
    private static ChildProcess? TryHold(bool ownUsers, out string refusal)
    {
        string[] users = ownUsers ? ["--user", "--map-root-user"] : [];
        var command = new ChildCommand(HostTool.Unshare.Require(), [.. users, "--net", "--", "sh", "-c", "echo ready; exec cat"]);
        ChildProcess holder = ChildProcess.Start(command, ChildInput.Pipe);
        refusal = "";
        if (holder.StandardOutput.ReadLine() == "ready") return holder;
        refusal = holder.WaitForExit(s_timeout) ? holder.StandardError.ReadToEnd().Trim() : "unshare does not end";
        holder.Dispose();
        return null;
    }
}

/// <summary>The system does not allow a network of our own; the message has the reason.</summary>
public sealed class NetworkUnavailableException(string message) : IOException(message);
