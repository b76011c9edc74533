// The commands of docs/running.md and docs/debugging.md are ones that the tool takes.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed partial class DocumentedCommandTests : IDisposable
{
    private static readonly TimeSpan s_timeout = Patience.Long;
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string> Commands => [.. ((string[])["running.md", "debugging.md"]).SelectMany(page => CommandsOf(Path.Combine(FindRoot(), "docs", page))).Distinct()];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_documented_command_is_taken(string command)
    {
        File.WriteAllBytes(_scratch["L2Forward.kvm"], PvhImage.ExitingWith(0));
        File.WriteAllText(_scratch["L2Forward.kvm.dbg"], "");
        File.WriteAllText(_scratch["L2Forward.linux"], "");
        CaptureHeader(_scratch["in.pcap"]);
        string[] words = [.. command.Split(" < ")[0].Split(' ')[1..].Select(word => Regex.Replace(word, @"(L2Forward\.|in\.pcap|out\.pcap)", found => _scratch[found.Value]))];
        // Nothing is booted, and whatever runs on this machine is not looked at.
        if (words[0] == "run") words = [.. words.TakeWhile(word => word != "--"), "--dry-run", .. words.SkipWhile(word => word != "--")];
        if (words[0] == "top") words = [.. words.Where(word => word != "L2Forward"), "NoSuchProgram"];
        ToolResult result = ToolResult.Of(UkCommand.Command(words), s_timeout, input: "no panic\n");
        Assert.True(words[0] switch
        {
            "top" => result.Error == "uk top: error UKT001: 'NoSuchProgram' does not run, or its .dbg does not lie beside it\n",
            "doctor" => result.Output.Contains("doctor: "),
            // Nothing was built here: it says what is missing.
            "verify" => result.Error.Contains("there is no " + _scratch["L2Forward.kvm.provenance.json"]),
            "symbolize" => (result.Status, result.Output) == (0, "no panic\n"),
            _ => result.Status == 0,
        }, result.Error + result.Output);
    }

    private static IEnumerable<string> CommandsOf(string page) => Block().Matches(File.ReadAllText(page))
        .SelectMany(block => block.Groups["lines"].Value.Split('\n')).Where(line => line.StartsWith("uk ", StringComparison.Ordinal));

    private static void CaptureHeader(string path)
    {
        using BinaryWriter writer = new(File.Create(path));
        foreach (uint word in (uint[])[0xA1B2C3D4, 0x0004_0002, 0, 0, 65535, 1]) writer.Write(word);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }

    [GeneratedRegex(@"^```\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
