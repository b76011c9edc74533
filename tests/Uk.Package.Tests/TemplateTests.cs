// Templates as somebody uses them, one by one; CombinationTests.cs has all of them.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Uk.Image.Tests;
using Uk.Qemu;
using Uk.Testing;
using Xunit;

namespace Uk.Package.Tests;

public sealed class TemplateTests(Newcomer newcomer)
{
    private static readonly Endpoint s_client = new("02:00:00:00:01:01", "10.10.0.1", 40_000);
    private static readonly Endpoint s_us = new(Guest.FirstMac, "10.10.0.3", 11_411);

    /// <summary>
    /// What a newcomer waits for from `dotnet new` to the image, with all packages there, and then the reply. It is processor
    /// time: what a machine that does nothing else takes.
    /// </summary>
    [Fact]
    public void Ping_is_an_image_within_a_minute_of_dotnet_new()
    {
        Warm();
        CommandResult made = newcomer.Run("dotnet new uk-ping -n Ping60; cd Ping60; dotnet publish -v quiet -p:UseSharedCompilation=false; times > times.txt; tail -n 1 times.txt").AssertDone();
        string image = ImageOf("Ping60");
        using (Guest guest = new(image, "ping responder: "))
        {
            guest.Send(0, Frame.EchoRequest(s_client, s_us, 1, "data"u8));
            guest.AssertSends(0, Frame.EchoReply(s_us, s_client, 1, "data"u8, timeToLive: 255));
        }
        double seconds = SecondsOf(made.Output.TrimEnd().Split('\n')[^1]);
        TestContext.Current.TestOutputHelper?.WriteLine($"from dotnet new to the image: {seconds:0.0} s");
        Assert.InRange(seconds, 1, 60);
        RunTests("Ping60");
    }

    /// <summary>A library, and a program that is composed with it.</summary>
    [Fact]
    public void Library_is_composed_into_a_program()
    {
        New("uk-library", "My-Library");
        RunTests("My-Library");
        New("uk-app --ports 1 --tests false", "User");
        newcomer.Run("dotnet add reference ../My-Library/My-Library.csproj", "User").AssertDone();
        Replace("User/PacketReceive.cs", "static class PacketReceive", "[My_Library.FrameSizes]\npartial struct Sizes;\n\nstatic class PacketReceive");
        Replace("User/PacketReceive.cs", "rates.Tick();", "rates.Tick();\n            if (Sizes.CountUpTo(128) == 3) Console.WriteLine(\"three of 128\");");
        using Guest guest = new(Publish("User"), "counts frames");
        for (int i = 0; i < 3; i++) guest.Send(0, Frame.Udp(s_client, s_us, new byte[60]));
        guest.WaitForText("three of 128");
    }

    [Fact]
    public void An_option_that_there_is_not_is_refused_with_those_that_there_are()
    {
        newcomer.Run("dotnet new uk-firewall -n X --ports 3").AssertRefused("'3' is not a valid value for --ports. The possible values are:");
    }

    /// <summary>Drivers say in words what a machine lacks, and words are allocated: such a program could not be built.</summary>
    [Fact]
    public void A_program_with_ports_has_a_heap()
    {
        New("uk-app --ports 1 --gc none --tests false", "Heapless");
        string project = File.ReadAllText(newcomer.Folder("Heapless/Heapless.csproj"));
        Assert.DoesNotContain("<UkHeap>", project);
        Assert.Contains("Ports need a heap", project);
    }

    /// <summary>The packages of a newcomer's second project are there.</summary>
    private void Warm()
    {
        New("uk-app", "Warm");
        Publish("Warm");
    }

    private void New(string template, string name) => newcomer.Run($"dotnet new {template} -n {name}").AssertDone();

    private void RunTests(string name)
    {
        CommandResult result = newcomer.Run("dotnet test tests", name).AssertDone();
        Assert.Contains("Passed!", result.Output);
    }

    /// <summary>The path of the image.</summary>
    private string Publish(string name)
    {
        newcomer.Run("dotnet publish -v quiet", name).AssertDone();
        return ImageOf(name);
    }

    /// <summary>What bash's `times` says of the processes that it has waited for: 0m1.234s 0m0.567s.</summary>
    private static double SecondsOf(string times) => times.Split(' ').Sum(time =>
    {
        string[] parts = time.TrimEnd('s').Split('m');
        return int.Parse(parts[0], CultureInfo.InvariantCulture) * 60 + double.Parse(parts[1], CultureInfo.InvariantCulture);
    });

    private string ImageOf(string name)
    {
        string image = newcomer.Folder($"{name}/bin/kvm/Release/net10.0/publish/{name}.kvm");
        Assert.True(File.Exists(image), image);
        return image;
    }

    private void Replace(string file, string old, string text)
    {
        string source = File.ReadAllText(newcomer.Folder(file));
        Assert.Contains(old, source);
        File.WriteAllText(newcomer.Folder(file), source.Replace(old, text));
    }
}
