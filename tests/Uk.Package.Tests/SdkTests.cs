// Uk.Sdk in projects of every form that it is for.

using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace Uk.Package.Tests;

public sealed class SdkTests(Newcomer newcomer)
{
    private const string Hello = "System.Console.WriteLine(\"hello\");\n";

    /// <summary>Bit for bit, and wherever the project lies.</summary>
    [Fact]
    public void A_package_reference_gives_the_image_that_the_sdk_gives()
    {
        Write("as-sdk/Hello.csproj", Project($"Uk.Sdk/{newcomer.Version}"));
        Write("as-package/Hello.csproj", Project("Microsoft.NET.Sdk", $"""<PackageReference Include="Uk.Sdk" Version="{newcomer.Version}" />"""));
        foreach (string folder in (string[])["as-sdk", "as-package"])
        {
            Write($"{folder}/Hello.cs", Hello);
            newcomer.Run("dotnet publish -v quiet -p:UkTarget=kvm", folder).AssertDone();
            Assert.Equal("hello\n", newcomer.Run("dotnet run", folder).AssertDone().Output);
        }
        Assert.Equal(Image("as-sdk"), Image("as-package"));
        Assert.InRange(Image("as-sdk").Length, 4_000, 20_000);
    }

    /// <summary>By building it once more from its sources; and one that is changed is not.</summary>
    [Fact]
    public void An_image_is_verified()
    {
        Write("verified/Hello.csproj", Project($"Uk.Sdk/{newcomer.Version}"));
        Write("verified/Hello.cs", Hello);
        string verify = "dotnet \"$UKGEN/build/Uk.Tool/bin/Release/net10.0/uk.dll\" verify bin/kvm/Release/net10.0/publish/Hello.kvm";
        newcomer.Run("dotnet publish -v quiet -p:UkTarget=kvm -p:UkHeap=collected", "verified").AssertDone();
        Assert.Contains("verified: Hello.kvm, ", newcomer.Run(verify, "verified").AssertDone().Output);
        Write("verified/Hello.cs", Hello + "System.Console.WriteLine(\"and more\");\n");
        newcomer.Run(verify, "verified").AssertRefused("they differ from byte ");
    }

    [Fact]
    public void Going_from_one_target_to_another_restores_nothing()
    {
        Write("targets/Hello.csproj", Project($"Uk.Sdk/{newcomer.Version}"));
        Write("targets/Hello.cs", Hello);
        newcomer.Run(
            """
            dotnet build -v quiet
            dotnet publish --no-restore -v quiet -p:UkTarget=kvm
            dotnet publish --no-restore -v quiet -p:UkTarget=linux
            bin/linux/Release/net10.0/publish/Hello.linux
            """, "targets").AssertDone();
    }

    /// <summary>Code of others that knows nothing of images, and of .NET only what was there in 2017.</summary>
    [Fact]
    public void A_package_for_dotnet_standard_goes_into_an_image_and_what_it_lacks_is_named()
    {
        Write("Acme.Words/Acme.Words.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
              <TargetFramework>netstandard2.0</TargetFramework><PackageVersion>1.0.0</PackageVersion><PackageOutputPath>../others-feed</PackageOutputPath>
            </PropertyGroup></Project>
            """);
        Write("Acme.Words/Words.cs", """
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;

            namespace Acme
            {
                public static class Words
                {
                    public static string Count(string text)
                    {
                        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
                        foreach (string word in text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
                            counts[word] = counts.TryGetValue(word, out int count) ? count + 1 : 1;
                        var line = new StringBuilder();
                        foreach (var pair in counts.OrderByDescending(pair => pair.Value)) line.AppendFormat("{0}={1};", pair.Key, pair.Value);
                        return line.ToString();
                    }

                    public static string CountFile(string path) => Count(System.IO.File.ReadAllText(path));
                }
            }
            """);
        // A feed of its own: what is in the newcomer's is what the other tests look at.
        Write("standard/NuGet.config", """<configuration><packageSources><add key="others" value="../others-feed" /></packageSources></configuration>""");
        Write("standard/Hello.csproj", Project($"Uk.Sdk/{newcomer.Version}", """<PackageReference Include="Acme.Words" Version="1.0.0" />"""));
        Write("standard/Hello.cs", "System.Console.WriteLine(Acme.Words.Count(\"b a b\"));\n");
        newcomer.Run("dotnet pack -v quiet", "Acme.Words").AssertDone();
        Assert.EndsWith("b=2;a=1;\n", newcomer.Run("dotnet run -p:UkTarget=kvm", "standard").AssertDone().Output.Replace("\r", ""));
        Write("standard/Hello.cs", "System.Console.WriteLine(Acme.Words.CountFile(\"a\"));\n");
        newcomer.Run("dotnet build -p:UkTarget=kvm", "standard").AssertRefused(
            "Hello.cs(1,1): error UK3040: Acme.Words needs System.IO.File, which is not in images: an image has no file system.");
    }

    /// <summary>Versions in Directory.Packages.props are a project's own affair.</summary>
    [Fact]
    public void Central_package_management_works()
    {
        Write("central/Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        Write("central/Hello.csproj", Project($"Uk.Sdk/{newcomer.Version}"));
        Write("central/Hello.cs", Hello);
        newcomer.Run("dotnet publish -v quiet -p:UkTarget=kvm", "central").AssertDone();
    }

    [Fact]
    public void The_tool_is_dotnet_uk()
    {
        Directory.CreateDirectory(newcomer.Folder("tool"));
        CommandResult result = newcomer.Run("dotnet new tool-manifest; dotnet tool install dotnet-uk; dotnet uk --help", "tool").AssertDone();
        Assert.Contains("Boots an image in QEMU", result.Output);
    }

    /// <summary>No file of these packages says when or where it was made.</summary>
    [Fact]
    public void Packing_again_gives_the_same_bytes()
    {
        string again = newcomer.Folder("again");
        Directory.CreateDirectory(again);
        foreach (string project in (string[])["build/Uk.Templates", "libs/Uk.Net"])
            newcomer.RunInClone($"dotnet msbuild '{newcomer.Root}/{project}' -t:Pack -p:Configuration=Release -p:PackageOutputPath='{again}' -v:quiet").AssertDone();
        string[] packages = Directory.GetFiles(again);
        Assert.Equal(2, packages.Length);
        Assert.All(packages, package => Assert.Equal(File.ReadAllBytes(Path.Combine(newcomer.Feed, Path.GetFileName(package))), File.ReadAllBytes(package)));
    }

    /// <summary>What people see of a package before they take it.</summary>
    [Fact]
    public void Every_package_has_a_description_a_licence_and_the_version()
    {
        string[] packages = Directory.GetFiles(newcomer.Feed, "*.nupkg");
        Assert.True(packages.Length > 20, $"{packages.Length} packages");
        Assert.All(packages, path =>
        {
            Assert.True(File.Exists(path + ".cdx.json") && File.Exists(path + ".provenance.json"), path);
            using ZipArchive package = ZipFile.OpenRead(path);
            using StreamReader nuspec = new(package.Entries.Single(entry => entry.Name.EndsWith(".nuspec")).Open());
            string text = nuspec.ReadToEnd();
            Assert.Contains($"<version>{newcomer.Version}</version>", text);
            Assert.Contains("BSD-3-Clause</license>", text);
            Assert.DoesNotContain("<description>Package Description</description>", text);
        });
    }

    private byte[] Image(string folder) => File.ReadAllBytes(newcomer.Folder($"{folder}/bin/kvm/Release/net10.0/publish/Hello.kvm"));

    private static string Project(string sdk, string items = "") =>
        $"""<Project Sdk="{sdk}"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{items}</ItemGroup></Project>""";

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(newcomer.Folder(file))!);
        File.WriteAllText(newcomer.Folder(file), text);
    }
}
