// `uk symbolize`: a console that was saved, with the names of the stacks in it.

using System;
using System.CommandLine;
using System.IO;

namespace Uk.Tool;

internal static class SymbolizeCommand
{
    private const string Origin = "uk symbolize";

    public static Command Create()
    {
        var symbols = new Argument<FileInfo>("IMAGE.dbg") { Description = "The symbols of the image, or the image that they lie beside." };
        var command = new Command("symbolize", "Copies a console from its input and names the stack below each panic.") { symbols };
        command.SetAction(parse => Failure.Guard(Origin, () => Run(parse.GetRequiredValue(symbols))));
        return command;
    }

    private static int Run(FileInfo symbols)
    {
        string path = symbols.Extension != ".dbg" && File.Exists(symbols.FullName + ".dbg") ? symbols.FullName + ".dbg" : symbols.FullName;
        if (!File.Exists(path)) return Failure.Report(Origin, $"there is no {path}");
        using Stream output = Console.OpenStandardOutput();
        using Stream input = Console.OpenStandardInput();
        var annotator = new PanicAnnotator(output, path);
        input.CopyTo(annotator);
        annotator.End();
        return 0;
    }
}
