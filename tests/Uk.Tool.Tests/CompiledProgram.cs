// Programs and libraries that tests of the tool compile as their users do: against .NET's reference assemblies.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Uk.Tool.Tests;

internal static class CompiledProgram
{
    public static string[] References(ScratchFolder scratch)
    {
        string stock = scratch["stock"];
        Directory.CreateDirectory(stock);
        IEnumerable<string> names = XElement.Load(Path.Combine(RepositoryRoot(), "build/Uk.Sdk/Sdk/Stock.targets"))
            .Descendants("UkStockAssembly").Attributes("Include").SelectMany(include => include.Value.Split(';'));
        foreach (string name in names) File.Copy(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"), Path.Combine(stock, name + ".dll"), overwrite: true);
        string coreLib = Path.Combine(RepositoryRoot(), "runtime/Uk.CoreLib/bin/Release/net10.0");
        return ["--reference", stock, "--reference", Path.Combine(coreLib, "facades"), "--reference", coreLib];
    }

    public static string Compile(ScratchFolder scratch, string name, string source, OutputKind kind, params string[] references)
    {
        string packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs/Microsoft.NETCore.App.Ref"));
        string dotnet = Path.Combine(Directory.EnumerateDirectories(packs, "10.*").Order(StringComparer.Ordinal).Last(), "ref/net10.0");
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source, path: name + ".cs", encoding: System.Text.Encoding.UTF8)],
            [.. Directory.EnumerateFiles(dotnet, "*.dll").Concat(references).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release));
        string output = scratch[name + ".dll"];
        using FileStream file = File.Create(output);
        EmitResult result = compilation.Emit(file, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return output;
    }

    private static string RepositoryRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Directory.Packages.props"))) return folder;
        throw new DirectoryNotFoundException("these tests run inside the repository");
    }
}
