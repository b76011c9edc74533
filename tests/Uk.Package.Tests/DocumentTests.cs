// The commands of the documents, run as they stand there, in the order in which they stand there.

using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Uk.Package.Tests;

public sealed class DocumentTests(Newcomer newcomer)
{
    /// <summary>The first block of README has been run already: it is how these tests get their packages.</summary>
    [Fact]
    public void Readme_starts_a_project() => RunAll("README.md", Document.Read(newcomer.Root, "README.md", "## Start a project")[1..]);

    /// <summary>Both ways that its table names: a property for editors and project files, and what stands behind two dashes.</summary>
    [Fact]
    public void Readme_passes_options_to_the_machine()
    {
        string row = File.ReadLines(Path.Combine(newcomer.Root, "README.md")).Single(line => line.StartsWith("| `-p:UkRunArguments=`", StringComparison.Ordinal));
        string[] words = row.Split('`');
        string property = words.Single(word => word.StartsWith("\"--", StringComparison.Ordinal)), command = words.Single(word => word.Contains(" -- "));
        newcomer.Run("dotnet new uk-ping -n Options --tests false").AssertDone();
        string byProperty = newcomer.Run($"dotnet run -p:UkTarget=kvm -p:UkRunArguments={property} -- --dry-run", "Options").AssertDone().Output;
        Assert.Contains(" -M q35 ", byProperty);
        Assert.Contains(" -m 4096k ", byProperty);
        Assert.DoesNotContain("-netdev", byProperty);
        string byHand = newcomer.Run($"{command} --dry-run", "Options").AssertDone().Output;
        Assert.Contains(" -M q35 ", byHand);
        Assert.Contains("SOCKET-OF-UK-RUN", byHand);
    }

    [Fact]
    public void Tutorial() => RunAll("docs/tutorial.md", Document.Read(newcomer.Root, "docs/tutorial.md"));

    [Theory]
    [InlineData("docs/concepts/composition.md")]
    [InlineData("docs/concepts/regions.md")]
    [InlineData("docs/concepts/ports.md")]
    [InlineData("docs/concepts/schedulers.md")]
    [InlineData("docs/concepts/targets.md")]
    public void Page(string path) => RunAll(path, Document.Read(newcomer.Root, path));

    /// <summary>Its reader has a clone, and works in it.</summary>
    [Fact]
    public void Contributing() => RunAll("docs/contributing.md", Document.Read(newcomer.Root, "docs/contributing.md"), isInClone: true);

    /// <summary>A page that nobody runs goes wrong.</summary>
    [Fact]
    public void Every_concept_has_its_test()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(newcomer.Root, "docs", "concepts")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(["composition.md", "ports.md", "regions.md", "schedulers.md", "targets.md"], pages);
    }

    /// <summary>One shell for all blocks of a page, so that a cd lasts; a folder for each page.</summary>
    private void RunAll(string page, Command[] commands, bool isInClone = false)
    {
        Assert.NotEmpty(commands);
        string script = string.Join('\n', commands.Select((command, i) => $"{command.Lines}\necho '{Mark(i)}'"));
        string folder = "page-" + Path.GetFileNameWithoutExtension(page);
        Directory.CreateDirectory(newcomer.Folder(folder));
        script = "exec 2>&1\n" + script;
        CommandResult result = (isInClone ? newcomer.RunInClone(script) : newcomer.Run(script, folder)).AssertDone();
        int at = 0;
        for (int i = 0; i < commands.Length; i++)
        {
            int end = result.Output.IndexOf(Mark(i), at, StringComparison.Ordinal);
            string said = result.Output[at..end];
            int found = 0;
            foreach (string expected in commands[i].Expected)
            {
                int position = said.IndexOf(expected, found, StringComparison.Ordinal);
                Assert.True(position >= 0, $"'{commands[i].Lines}' does not print '{expected}', or not behind what stands before it:\n{said}");
                found = position + expected.Length;
            }
            at = end;
        }
    }

    private static string Mark(int index) => $"=== {index} is done ===";
}
