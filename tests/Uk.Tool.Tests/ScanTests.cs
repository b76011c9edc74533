// `uk scan` over libraries as others write them: built here, and one from the package registry.

using System;
using System.IO;
using Microsoft.CodeAnalysis;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class ScanTests : IDisposable
{
    private const string Library = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;

        namespace Acme.Logging;

        public interface ISink { void Write(string line); }

        public sealed class FileSink(string path) : ISink
        {
            public void Write(string line) => File.AppendAllText(path, line);
        }

        public sealed class ConsoleSink : ISink
        {
            public void Write(string line) => Console.WriteLine(line);
        }

        public sealed class Log(ISink sink)
        {
            private readonly List<string> _lines = [];
            public void Info(string line)
            {
                _lines.Add(line);
                Send(string.Join(", ", _lines.Where(l => l.Length != 0)));
            }
            private void Send(string line) => sink.Write(line);
            public static string Host() => OperatingSystem.IsWindows() ? Environment.MachineName : "image";
            public static string Here() => Environment.MachineName;
            public static void Later(Action<string> then) => new List<string> { "a" }.ForEach(line => then(Path.GetFullPath(line)));
        }
        """;

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_a_library_needs_is_named_with_the_calls_and_the_users_line()
    {
        ToolResult scan = Scan("""
            using Acme.Logging;

            static class Program
            {
                static void Main() => Start(new Log(new FileSink("a")));

                static void Start(Log log)
                {
                    log.Info("started");
                }
            }
            """);
        Assert.Equal(1, scan.Status);
        Assert.Equal(
            "Program.cs(9,9) : error UK3040: Acme.Logging needs System.IO.File, which is not in images: an image has no file system. "
            + "Use something else of Acme.Logging, or another library; if it never runs, <UkScan>warning</UkScan> lets the build go on. "
            + "The calls: Program.Start -> Acme.Logging.Log.Info -> Acme.Logging.Log.Send -> Acme.Logging.FileSink.Write -> System.IO.File",
            scan.Output.Trim());
    }

    [Theory]
    [InlineData("new Log(new ConsoleSink()).Info(\"a\");")]
    [InlineData("System.Console.WriteLine(Log.Host());")]
    [InlineData("System.Console.WriteLine(typeof(FileSink).Name);")]
    [InlineData("if (Uk.Running.OnDotNet) new FileSink(\"a\").Write(\"b\");")]
    public void What_is_not_reached_is_not_named(string statement)
    {
        ToolResult scan = Scan($"using Acme.Logging;\n\nstatic class Program\n{{\n    static void Main()\n    {{\n        {statement}\n    }}\n}}\n");
        Assert.Equal("", scan.Output + scan.Error);
        Assert.Equal(0, scan.Status);
    }

    [Theory]
    [InlineData("System.Console.WriteLine(Log.Here());", "Program.Main -> Acme.Logging.Log.Here -> System.Environment.get_MachineName")]
    [InlineData("Log.Later(System.Console.WriteLine);", "System.IO.Path.GetFullPath")]
    public void Members_and_lambdas_are_found(string statement, string calls)
    {
        ToolResult scan = Scan($"using Acme.Logging;\n\nstatic class Program\n{{\n    static void Main()\n    {{\n        {statement}\n    }}\n}}\n");
        Assert.Contains(calls, scan.Output);
        Assert.Equal(1, scan.Status);
    }

    [Fact]
    public void A_warning_lets_the_build_go_on()
    {
        ToolResult scan = Scan("static class Program { static void Main() => Acme.Logging.Log.Here(); }", "--severity", "warning");
        Assert.Contains("warning UK3040", scan.Output);
        Assert.Equal(0, scan.Status);
    }

    /// <summary>The command line library reads and writes a console that images do not have all of.</summary>
    [Fact]
    public void A_library_from_the_registry_is_scanned()
    {
        string commandLine = Path.Combine(AppContext.BaseDirectory, "System.CommandLine.dll");
        string program = CompiledProgram.Compile(_scratch, "Program", """
            using System.CommandLine;

            static class Program
            {
                static int Main(string[] args) => new RootCommand("a").Parse(args).Invoke();
            }
            """, OutputKind.ConsoleApplication, commandLine);
        ToolResult scan = UkCommand.Run(["scan", "--program", program, "--other", commandLine, .. CompiledProgram.References(_scratch), "--out", _scratch["scan.txt"]]);
        Assert.Equal(1, scan.Status);
        Assert.Contains("Program.cs(5,", scan.Output);
        Assert.Contains("error UK3040: System.CommandLine needs ", scan.Output);
        Assert.Contains("The calls: Program.Main -> System.CommandLine.", scan.Output);
    }

    private ToolResult Scan(string source, params string[] options)
    {
        string library = CompiledProgram.Compile(_scratch, "Acme.Logging", Library, OutputKind.DynamicallyLinkedLibrary);
        string annotations = Path.Combine(AppContext.BaseDirectory, "Uk.Annotations.dll");
        string program = CompiledProgram.Compile(_scratch, "Program", source, OutputKind.ConsoleApplication, library, annotations);
        return UkCommand.Run(["scan", "--program", program, "--library", annotations, "--other", library, .. CompiledProgram.References(_scratch), "--out", _scratch["scan.txt"], .. options]);
    }
}
