using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Uk.Package.Tests;

/// <summary>What a reader of a page types, and what has to be printed then: each of these texts behind the one before it.</summary>
internal sealed record Command(string Lines, string[] Expected);

/// <summary>Pages of markdown with commands in them.</summary>
internal static class Document
{
    /// <summary>
    /// The commands of a page: each block marked <c>bash</c> is one; in a block marked <c>console</c> each line that begins
    /// with <c>$</c> is one, and the lines behind it are what it prints, except <c>...</c> which is anything.
    /// </summary>
    /// <param name="section">The heading of the only section that is read.</param>
    public static Command[] Read(string root, string path, string? section = null)
    {
        List<Command> commands = [];
        string? fence = null;
        bool isIn = section is null;
        List<string> block = [];
        foreach (string line in File.ReadLines(Path.Combine(root, path)))
        {
            bool isFence = line.StartsWith("```", StringComparison.Ordinal);
            if (fence is null && section is not null && line.StartsWith("## ", StringComparison.Ordinal)) isIn = line == section;
            if (!isFence)
            {
                if (fence is not null) block.Add(line);
                continue;
            }
            if (fence is not null && isIn) commands.AddRange(CommandsOf(fence, block));
            fence = fence is null ? line[3..].Trim() : null;
            block.Clear();
        }
        return [.. commands];
    }

    private static IEnumerable<Command> CommandsOf(string language, List<string> block)
    {
        if (language == "bash") return [new Command(string.Join('\n', block), [])];
        if (language != "console") return [];
        List<(string Line, List<string> Expected)> commands = [];
        foreach (string line in block)
        {
            if (line.StartsWith("$ ", StringComparison.Ordinal)) commands.Add((line[2..], []));
            else if (line is not "..." and not "") commands[^1].Expected.Add(line);
        }
        return commands.Select(command => new Command(command.Line, [.. command.Expected]));
    }
}
