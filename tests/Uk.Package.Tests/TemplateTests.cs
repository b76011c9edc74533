// Every template, as somebody uses it: made, tested, published, booted, and doing what it is for.

using System;
using System.Diagnostics;
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

    /// <summary>The time that is measured is what a newcomer waits: from `dotnet new` to the reply, with all packages there.</summary>
    [Fact]
    public void Ping_answers_within_a_minute_of_dotnet_new()
    {
        Warm();
        long start = Stopwatch.GetTimestamp();
        New("uk-ping", "MyPing");
        string image = Publish("MyPing");
        using (Guest guest = new(image, "ping responder: "))
        {
            guest.Send(0, Frame.EchoRequest(s_client, s_us, 1, "data"u8));
            guest.AssertSends(0, Frame.EchoReply(s_us, s_client, 1, "data"u8, timeToLive: 255));
        }
        TimeSpan passed = Stopwatch.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"from dotnet new to the first reply: {passed.TotalSeconds:0.0} s");
        Assert.True(passed < TimeSpan.FromSeconds(60), $"{passed.TotalSeconds:0.0} s");
        RunTests("MyPing");
    }

    [Fact]
    public void App_without_heap_says_hello_and_ends()
    {
        New("uk-app --gc none", "hello-none");
        RunTests("hello-none");
        string image = Publish("hello-none");
        Requires.Tool(HostTool.Qemu);
        using QemuProcess qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm));
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Contains("Hello from a unikernel written in C#.", qemu.Console.Text);
    }

    [Fact]
    public void App_with_a_port_and_a_collector_counts()
    {
        New("uk-app --ports 1 --gc collected", "Counter");
        RunTests("Counter");
        using Guest guest = new(Publish("Counter"), "counts frames");
        for (int i = 0; i < 3; i++)
        {
            System.Threading.Thread.Sleep(600);
            guest.Send(0, Frame.Udp(s_client, s_us));
        }
        guest.WaitForText("wan: rx ");
    }

    /// <summary>Without QEMU: a process of the kernel that runs these tests.</summary>
    [Fact]
    public void App_with_two_ports_is_a_linux_program()
    {
        New("uk-app --ports 2 --target linux --tests false", "Wire");
        string image = Publish("Wire", "linux");
        Assert.False(Directory.Exists(newcomer.Folder("Wire/tests")));
        newcomer.Run($"{image} --port0=pcap:captures/in0.pcap,out0.pcap --port1=pcap:captures/in1.pcap,out1.pcap", "Wire").AssertDone();
        Assert.Equal(Capture.Read(newcomer.Folder("Wire/captures/in0.pcap")), Capture.Read(newcomer.Folder("Wire/out1.pcap")));
    }

    [Fact]
    public void L2fwd_with_one_port_swaps_addresses()
    {
        New("uk-l2fwd --ports 1", "Swap");
        RunTests("Swap");
        using Guest guest = new(Publish("Swap"), "swaps addresses");
        byte[] frame = Frame.Udp(s_client, s_us, "payload"u8);
        guest.Send(0, frame);
        guest.AssertSends(0, [.. frame[6..12], .. frame[..6], .. frame[12..]]);
    }

    [Fact]
    public void L2fwd_with_two_ports_is_a_wire()
    {
        New("uk-l2fwd --gc collected --target host", "L2fwd");
        RunTests("L2fwd");
        using Guest guest = new(Publish("L2fwd", "kvm", "-p:UkTarget=kvm"), "l2forward: ", ports: 2);
        guest.Send(0, Frame.Udp(s_client, s_us, "there"u8));
        guest.AssertSends(1, Frame.Udp(s_client, s_us, "there"u8));
        guest.Send(1, Frame.Udp(s_us, s_client, "back"u8));
        guest.AssertSends(0, Frame.Udp(s_us, s_client, "back"u8));
    }

    [Fact]
    public void Firewall_lets_answers_in_and_nobody_else()
    {
        New("uk-firewall", "my-firewall");
        RunTests("my-firewall");
        AssertEditorSettings("my-firewall");
        using Guest guest = new(Publish("my-firewall"), "firewall: 4 rules", ports: 2);
        Endpoint host = new("02:00:00:00:00:10", "10.0.0.10", 40_000), server = new("02:00:00:00:00:fe", "198.51.100.7", 53);
        guest.Send(1, Frame.Udp(server, host, "not asked for"u8));
        guest.Send(0, Frame.Udp(host, server, "question"u8));
        guest.AssertSends(1, Frame.Udp(host, server, "question"u8));
        guest.Send(1, Frame.Udp(server, host, "answer"u8));
        guest.AssertSends(0, Frame.Udp(server, host, "answer"u8));
    }

    [Fact]
    public void Keyvalue_keeps_a_value()
    {
        New("uk-keyvalue", "Store");
        RunTests("Store");
        using Guest guest = new(Publish("Store"), "keyvalue: ");
        Ask(guest, [1, 1, 0, 0, 0, 0, 0, 1, .. Operation(2, "key", "value")], [0x81, 1, 0, 0, 0, 0, 0, 1, .. Operation(2, "key", "value")]);
        Ask(guest, [1, 1, 0, 0, 0, 0, 0, 2, .. Operation(1, "key")], [0x81, 1, 0, 0, 0, 0, 0, 2, .. Operation(1, "key", "value")]);
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
    private string Publish(string name, string target = "kvm", string options = "")
    {
        newcomer.Run($"dotnet publish -v quiet {options}", name).AssertDone();
        string image = newcomer.Folder($"{name}/bin/{target}/Release/net10.0/publish/{name}.{target}");
        Assert.True(File.Exists(image), image);
        return image;
    }

    /// <summary>F5 finds what it starts, once its task has run.</summary>
    private void AssertEditorSettings(string name)
    {
        var comments = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using JsonDocument launch = JsonDocument.Parse(File.ReadAllText(newcomer.Folder($"{name}/.vscode/launch.json")), comments);
        using JsonDocument tasks = JsonDocument.Parse(File.ReadAllText(newcomer.Folder($"{name}/.vscode/tasks.json")), comments);
        newcomer.Run("dotnet build -v quiet; dotnet build -v quiet -p:UkTarget=kvm", name).AssertDone();
        string[] labels = [.. tasks.RootElement.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("label").GetString()!)];
        JsonElement[] configurations = [.. launch.RootElement.GetProperty("configurations").EnumerateArray()];
        Assert.Equal(["coreclr", "cppdbg"], configurations.Select(configuration => configuration.GetProperty("type").GetString()));
        foreach (JsonElement configuration in configurations)
        {
            Assert.Contains(configuration.GetProperty("preLaunchTask").GetString(), labels);
            string program = configuration.GetProperty("program").GetString()!.Replace("${workspaceFolder}", newcomer.Folder(name));
            Assert.True(File.Exists(program), program);
        }
        string script = configurations[1].GetProperty("setupCommands")[0].GetProperty("text").GetString()!;
        Assert.EndsWith($"uk.sdk/{newcomer.Version}/tool/uk-gdb.py", script);
    }

    private void Ask(Guest guest, byte[] request, byte[] response)
    {
        guest.Send(0, Frame.Udp(s_client, s_us, request));
        guest.AssertSends(0, Frame.Udp(s_us, s_client, response));
    }

    private static byte[] Operation(byte code, string key, string value = "")
    {
        var bytes = new byte[56];
        bytes[0] = code;
        Encoding.ASCII.GetBytes(key, bytes.AsSpan(8, 16));
        Encoding.ASCII.GetBytes(value, bytes.AsSpan(24, 32));
        return bytes;
    }

    private void Replace(string file, string old, string text)
    {
        string source = File.ReadAllText(newcomer.Folder(file));
        Assert.Contains(old, source);
        File.WriteAllText(newcomer.Folder(file), source.Replace(old, text));
    }
}
