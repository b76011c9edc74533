// Building an image, as its author does it.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class BuildTests
{
    private static readonly TimeSpan s_gitTimeout = Patience.Long;
    private static readonly HostTool s_git = new("git", "git");

    [Fact]
    public void Publish_gives_the_image_and_what_goes_with_it_and_nothing_else()
    {
        string image = Images.HelloWorld;
        Assert.Equal("apps/HelloWorld/bin/kvm/Release/net10.0/publish/HelloWorld.kvm", Path.GetRelativePath(Images.Root, image));
        string[] files = [.. Directory.GetFiles(Path.GetDirectoryName(image)!).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(["HelloWorld.kvm", "HelloWorld.kvm.cdx.json", "HelloWorld.kvm.dbg", "HelloWorld.kvm.map", "HelloWorld.kvm.provenance.json", "HelloWorld.report.html", "HelloWorld.report.json", "HelloWorld.report.txt"], files);
        Assert.Equal(GuestSymbols.ReadBuildId(image), GuestSymbols.ReadBuildId(image + ".dbg"));
        Assert.NotEqual("", GuestSymbols.ReadBuildId(image));
        Assert.Empty(GuestSymbols.Load(image).All);
    }

    [Fact]
    public void Publishing_again_compiles_nothing()
    {
        // What other tests have built since this image was first published may be newer.
        string project = Path.Combine(Images.Root, "apps/HelloWorld"), image = AppImage.Publish(project, "kvm");
        Dictionary<string, DateTime> before = Times(image);
        ToolResult again = AppImage.Dotnet("publish", project, "-p:UkTarget=kvm");
        Assert.Equal(0, again.Status);
        Assert.DoesNotContain("compiling", again.Output);
        Assert.Equal(before, Times(image));
    }

    [Fact]
    public void A_call_that_the_core_library_lacks_fails_the_build_and_is_named()
    {
        string project = Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/MissingMember");
        for (int attempt = 0; attempt < 2; attempt++)
        {
            ToolResult publish = AppImage.Dotnet("publish", project, "-p:UkTarget=kvm");
            Assert.NotEqual(0, publish.Status);
            string[] errors = [.. publish.Output.Split('\n').Where(line => line.Contains("error IL1005"))];
            Assert.Contains(errors, line => line.Contains("MissingMember.Zones") && line.Contains("TimeZoneInfo"));
            Assert.Contains(errors, line => line.Contains("MissingMember.Files") && line.Contains("System.IO.File"));
            Assert.DoesNotContain(errors, line => line.Contains("NotCalled"));
            Assert.Contains("error UK3005: MissingMember cannot become an image: each IL1005 above", publish.Output);
        }
        Assert.False(File.Exists(AppImage.PathOf(project, "kvm")));
    }

    [Fact]
    public void What_images_lack_is_an_error_of_the_compiler_before_there_is_an_image()
    {
        string project = Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/UnsupportedApi");
        ToolResult publish = AppImage.Dotnet("publish", project, "-p:UkTarget=kvm");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("Program.cs(6,19): error UK2001: File.ReadAllText(string) is not in images: an image has no file system.", publish.Output);
        Assert.DoesNotContain("compiling", publish.Output);
    }

    [Fact]
    public void What_a_library_of_others_needs_is_an_error_with_the_calls_before_there_is_an_image()
    {
        ToolResult publish = AppImage.Dotnet("publish", Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/OtherLibrary"), "-p:UkTarget=kvm");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("Program.cs(7,", publish.Output);
        Assert.Contains("error UK3040: System.CommandLine needs ", publish.Output);
        Assert.Contains("The calls: OtherLibrary.Main -> System.CommandLine.", publish.Output);
        Assert.DoesNotContain("compiling", publish.Output);
    }

    [Fact]
    public void What_stands_behind_conditions_of_dotnet_is_not_in_the_image()
    {
        string image = Images.Published("tests/Uk.Image.Tests/Probes/Guarded", "linux");
        ToolResult run = ToolResult.Of(new ChildCommand(image, []), s_gitTimeout);
        Assert.Equal("image\nlinux\n", run.Output);
        Assert.Equal(0, run.Status);
    }

    [Fact]
    public void A_generic_virtual_method_that_any_class_may_answer_fails_the_build_with_caller_method_and_class()
    {
        ToolResult publish = AppImage.Dotnet("publish", Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/GenericVirtual"), "-p:UkTarget=kvm");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("GenericVirtual::Ask(IShow) calls the generic virtual method", publish.Output);
        Assert.Contains("IShow::Show(T)", publish.Output);
        Assert.Contains("the type parameter TKept of Box`1 can be anything", publish.Output);
        Assert.Contains("GenericVirtual::Look(ISource`1<System.Version>) calls the generic virtual method", publish.Output);
        Assert.Contains("Source implements ISource`1 more than once, and by 'in' or 'out' in its declaration each may stand for another", publish.Output);
    }

    [Fact]
    public void A_native_function_fails_the_build_and_is_named()
    {
        ToolResult publish = AppImage.Dotnet("publish", Path.Combine(Images.Root, "tests/Uk.Image.Tests/Probes/NativeCall"), "-p:UkTarget=kvm");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("NativeCall.getpid", publish.Output);
        Assert.Contains("an image has no native libraries", publish.Output);
    }

    [Fact]
    public void A_missing_assembly_of_dotnet_fails_the_build_and_is_named_with_its_folder()
    {
        ToolResult publish = AppImage.Dotnet("publish", Path.Combine(Images.Root, "apps/HelloWorld"), "-p:UkTarget=kvm", "-p:UkStockPath=/nowhere/");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("error UK3009: System.Collections.dll is not in /nowhere/. Images take it from .NET itself: install the .NET runtime", publish.Output);
    }

    /// <summary>NUGET_PACKAGES may end in a slash or not.</summary>
    [Theory]
    [InlineData("/packages")]
    [InlineData("/packages/")]
    public void The_compiler_is_looked_for_among_the_packages(string packages)
    {
        ToolResult path = AppImage.Dotnet("msbuild", Path.Combine(Images.Root, "apps/HelloWorld"), "-getProperty:UkIlcPath",
            "-p:UkTarget=kvm", "-p:NuGetPackageRoot=" + packages);
        Assert.StartsWith("/packages/runtime.linux-x64.microsoft.dotnet.ilcompiler/", path.OutputOrThrow());
    }

    [Fact]
    public void An_unknown_target_is_refused_with_the_known_ones()
    {
        ToolResult publish = AppImage.Dotnet("publish", Path.Combine(Images.Root, "apps/HelloWorld"), "-p:UkTarget=vax");
        Assert.NotEqual(0, publish.Status);
        Assert.Contains("error UK3001", publish.Output);
    }

    [Fact]
    public void The_same_sources_give_the_same_image_bit_for_bit_wherever_they_lie()
    {
        string elsewhere = Copy("the same sources elsewhere");
        try
        {
            foreach (string application in (string[])["HelloWorld", "PingResponder"])
            {
                string image = AppImage.Publish(Path.Combine(elsewhere, "apps", application), "kvm");
                Assert.StartsWith(elsewhere, image);
                Assert.Equal(File.ReadAllBytes(Images.Published("apps/" + application, "kvm")), File.ReadAllBytes(image));
            }
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    // What git knows and what it would be told of, as it is on the disk now.
    private static string Copy(string name)
    {
        string target = Path.Combine(Images.Root, "artifacts", name);
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        string files = s_git.Output(s_gitTimeout, "-C", Images.Root, "ls-files", "--cached", "--others", "--exclude-standard", "-z");
        foreach (string file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Images.Root, file))))
        {
            string copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Images.Root, file), copy);
        }
        return target;
    }

    private static Dictionary<string, DateTime> Times(string image) =>
        Directory.GetFiles(Path.GetDirectoryName(image)!).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
