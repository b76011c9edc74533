// What newcomers get wrong, and the one message that tells them what to do. The texts are held here.

using System.IO;
using System.Linq;
using Xunit;

namespace Uk.Package.Tests;

public sealed class MistakeTests(Newcomer newcomer)
{
    [Fact]
    public void A_target_in_the_project_file_comes_too_late()
    {
        Refused("late", "<UkTarget>kvm</UkTarget>", "",
            "error UK3020: Hello.csproj sets UkTarget to 'kvm', but it is read before the project file is. Say it on the command line, dotnet publish " +
            "-p:UkTarget=kvm, or in Directory.Build.props; or set UkPublishTarget in the project file: then 'dotnet publish' makes that image.");
    }

    [Fact]
    public void The_sdk_is_named_once()
    {
        Refused("twice", "", $"""<PackageReference Include="Uk.Sdk" Version="{newcomer.Version}" />""",
            "error UK3021: Hello.csproj names Uk.Sdk twice: as its Sdk and as a PackageReference. Remove the PackageReference.");
    }

    [Fact]
    public void Another_framework_is_refused()
    {
        Refused("older", "<TargetFramework>net8.0</TargetFramework>", "",
            $"error UK3022: Hello.csproj is for 'net8.0', and Uk.Sdk {newcomer.Version} works with net10.0: write <TargetFramework>net10.0</TargetFramework>.");
    }

    /// <summary>The property is the SDK's own, so that saying it is as good as having the older one.</summary>
    [Fact]
    public void An_older_sdk_is_refused()
    {
        Refused("nine", "", "", $"error UK3023: Uk.Sdk {newcomer.Version} needs the .NET 10 SDK, and this is 9.0.308. Install it, or look for a global.json that asks for the older one.",
            "-p:NETCoreSdkVersion=9.0.308");
    }

    [Fact]
    public void Images_are_made_on_linux()
    {
        Refused("windows", "", "", "error UK3027: Images are made on Linux (x64). On Windows use WSL; without UkTarget the program runs here as a .NET process.",
            "-p:UkTarget=kvm -p:UkIsOnLinux=false");
    }

    [Fact]
    public void Native_compilation_of_dotnet_is_another_thing()
    {
        Refused("aot", "<PublishAot>true</PublishAot>", "", "error UK3025: Hello.csproj sets PublishAot, which makes a Linux process with .NET's own runtime.", "-p:UkTarget=kvm");
    }

    [Fact]
    public void A_publish_target_that_there_is_not_is_refused()
    {
        Refused("vax", "<UkPublishTarget>vax</UkPublishTarget>", "", "error UK3026: UkPublishTarget 'vax' is unknown. Use kvm or linux, or host for an ordinary .NET process.");
    }

    [Fact]
    public void An_image_of_a_library_is_refused()
    {
        Refused("library", "<OutputType>Library</OutputType>", "", "error UK3003: UkTarget makes an image of a program, and Hello is a library (OutputType is Library).", "-p:UkTarget=kvm");
    }

    [Fact]
    public void Another_language_is_refused()
    {
        Write("basic/Hello.vbproj", Project("", ""));
        newcomer.Run("dotnet build", "basic").AssertRefused("error UK3024: Hello.vbproj is written in VB. Uk.Sdk composes programs with generators of the C# compiler: name the project .csproj.");
    }

    /// <summary>A library that runs in virtual machines only, and a program that is built as a process.</summary>
    [Fact]
    public void A_missing_provider_is_named_at_the_line_that_needs_it()
    {
        newcomer.Run("dotnet new uk-library -n KvmOnly --tests false; dotnet new uk-app --ports 1 --tests false -n Needs").AssertDone();
        newcomer.Run("dotnet add reference ../KvmOnly/KvmOnly.csproj", "Needs").AssertDone();
        Replace("KvmOnly/FrameSizes.cs", "[UkLibrary]", "[UkLibrary(Targets = UkTargets.Kvm)]");
        Replace("Needs/PacketReceive.cs", "static class PacketReceive", "[KvmOnly.FrameSizes] partial struct Sizes;\n\nstatic class PacketReceive");
        string line = OnlyError(newcomer.Run("dotnet build", "Needs"));
        Assert.Matches(@"PacketReceive\.cs\(\d+,\d+\): error UK1001: ", line);
        Assert.Contains(
            "Sizes needs IFrameSizes, which no referenced library provides on host; FrameSizeCounters provides it on kvm. " +
            "Build for that with -p:UkTarget=…, or reference a library that provides it here", line);
    }

    [Fact]
    public void A_region_that_is_too_large_is_named_with_what_there_is()
    {
        newcomer.Run("dotnet new uk-ping --tests false -n Large").AssertDone();
        Replace("Large/PingResponder.cs", "Size = 288 * Size.KiB", "Size = 4 * Size.MiB");
        string line = OnlyError(newcomer.Run("dotnet build -p:UkTarget=kvm", "Large"));
        Assert.Matches(@"PingResponder\.cs\(\d+,\d+\): error UK1022: ", line);
        Assert.Contains("The regions take 4 MiB", line);
        Assert.Contains("but [Machine] has 2 MiB", line);
        Assert.Contains("Give the machine more Memory, or the regions less.", line);
    }

    private static string OnlyError(CommandResult result)
    {
        string[] lines = [.. result.Output.Split('\n').Where(line => line.Contains(": error ")).Select(line => line.Trim()).Distinct()];
        return Assert.Single(lines);
    }

    private void Refused(string folder, string properties, string items, string text, string options = "")
    {
        Write($"{folder}/Hello.csproj", Project(properties, items));
        Write($"{folder}/Hello.cs", "System.Console.WriteLine();");
        newcomer.Run($"dotnet build {options}", folder).AssertRefused(text);
    }

    private string Project(string properties, string items) =>
        $"""<Project Sdk="Uk.Sdk/{newcomer.Version}"><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>""";

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(newcomer.Folder(file))!);
        File.WriteAllText(newcomer.Folder(file), text);
    }

    private void Replace(string file, string old, string text)
    {
        string source = File.ReadAllText(newcomer.Folder(file));
        Assert.Contains(old, source);
        File.WriteAllText(newcomer.Folder(file), source.Replace(old, text));
    }
}
