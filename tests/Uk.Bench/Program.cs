// Benchmarks by name. Each prints a table and writes artifacts/bench/NAME.json.

using System;
using System.ComponentModel;
using System.IO;
using Spectre.Console;
using Uk.Qemu;

namespace Uk.Bench;

internal static class Program
{
    private static int Main(string[] args) => ExitCleanup.RunMain(() => Run(args));

    private static int Run(string[] args)
    {
        // A file or a pipe has no width; a table broken into pieces is of no use there.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 140;
        try
        {
            return args switch
            {
                ["analyzers"] => AnalyzersBench.Run().Publish("analyzers"),
                ["analyzers", { } application] => AnalyzersBench.Run(application).Publish("analyzers-" + application),
                ["size"] => SizeBench.Run().Publish("size"),
                ["boot"] => BootBench.Run().Publish("boot"),
                ["dataplane"] => DataplaneBench.Run().Publish("dataplane"),
                ["innerloop"] => InnerLoopBench.Run().Publish("innerloop"),
                ["idle"] => IdleBench.Run().Publish("idle"),
                ["keyvalue"] => KeyValueBench.Run().Publish("keyvalue"),
                ["dataplane", { } scenario] => DataplaneBench.Run(scenario).Publish("dataplane-" + scenario),
                ["soak"] => SoakBench.Run().Publish("soak"),
                ["lang"] => LangBench.Run().Publish("lang"),
                ["structures"] => StructuresBench.Run().Publish("structures"),
                _ => Usage(),
            };
        }
        catch (Exception e) when (e is MissingToolException or ToolFailedException or IOException or TimeoutException or Win32Exception)
        {
            Console.Error.WriteLine("bench: " + e.Message);
            return 1;
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: bench size | boot | lang | dataplane [scenario] | keyvalue | soak | structures | idle | analyzers | innerloop");
        return 2;
    }
}
