using Spectre.Console;

namespace Uk.Tool;

/// <summary>Where tables are written: the terminal, or a file or pipe, which has no colours and no width to keep to.</summary>
internal static class Tables
{
    private const int WidthOfFiles = 160;

    public static IAnsiConsole Console { get; } = Open();

    private static IAnsiConsole Open()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (!System.Console.IsOutputRedirected) return console;
        console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        console.Profile.Capabilities.Ansi = false;
        console.Profile.Width = WidthOfFiles;
        return console;
    }
}
