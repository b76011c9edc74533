// Every template in every sensible combination of its options: its tests pass, its image boots and does what it is for, the
// linux program and the .NET process send the same frames, and an editor finds what it starts.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Uk.Image.Tests;
using Uk.Qemu;
using Uk.Testing;
using Xunit;

namespace Uk.Package.Tests;

public sealed class CombinationTests(Combinations combinations) : IClassFixture<Combinations>
{
    private static readonly Endpoint s_client = new("02:00:00:00:01:01", "10.10.0.1", 40_000);
    private static readonly HostTool s_gdb = new("gdb", "gdb");
    private static readonly Endpoint s_us = new(Guest.FirstMac, "10.10.0.3", 11_411);

    public static TheoryData<Combination> Programs => [.. Combination.Programs];

    public static TheoryData<Combination> All => [.. Combination.All];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_tests_pass(Combination program)
    {
        CommandResult result = combinations.Run(program, $"dotnet tests/bin/Debug/net10.0/{program.Name}.Tests.dll -noColor").AssertDone();
        Assert.Matches(@"Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0", result.Output);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_image_boots_and_works(Combination program)
    {
        string image = combinations.Image(program);
        switch (program)
        {
            case { Template: "uk-app", Ports: 0 }: SaysHello(image); break;
            case { Template: "uk-app", Ports: 1 }: Counts(image); break;
            case { Template: "uk-l2fwd", Ports: 1 }: SwapsAddresses(image); break;
            case { Template: "uk-app" or "uk-l2fwd" }: IsAWire(image); break;
            case { Template: "uk-ping" }: AnswersPing(image); break;
            case { Template: "uk-firewall" }: LetsAnswersInAndNobodyElse(image); break;
            case { Template: "uk-keyvalue" }: KeepsAValue(image); break;
            default: Assert.Fail($"nobody knows what {program.Template} does"); break;
        }
    }

    /// <summary>Without QEMU: a static program on the kernel that runs these tests, and what `dotnet publish` makes for .NET.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_linux_program_sends_what_its_process_sends(Combination program)
    {
        Combination linux = program with { Target = "linux" }, host = program with { Target = "host" };
        CommandResult native = combinations.Run(linux, string.Join(' ', linux.Arguments("sent").Prepend(combinations.Image(linux)))).AssertDone();
        CommandResult process = combinations.Run(host, string.Join(' ', host.Arguments("sent").Prepend($"dotnet bin/Release/net10.0/publish/{host.Name}.dll"))).AssertDone();
        for (int port = 0; port < program.Ports; port++)
        {
            IReadOnlyList<byte[]> frames = Capture.Read(combinations.PathOf(host, $"sent{port}.pcap"));
            Assert.Equal(frames, Capture.Read(combinations.PathOf(linux, $"sent{port}.pcap")));
            // What only counts sends nothing.
            Assert.Equal(program is { Template: "uk-app", Ports: 1 }, frames.Count == 0);
        }
        if (program.Ports == 0) Assert.Equal(process.Output, native.Output);
    }

    /// <summary>So that what is tested for one target need not be tested for the others.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_sources_are_the_same_for_every_target(Combination program)
    {
        foreach (string target in Combination.Targets)
        {
            Combination other = program with { Target = target };
            Assert.Equal(other.HasTests, Directory.Exists(combinations.PathOf(other, "tests")));
            Assert.Equal(Sources(program), Sources(other));
        }
    }

    /// <summary>F5 finds what it starts, once its task has run; nothing of a template's own words is left in a file.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void An_editor_finds_what_it_starts(Combination combination)
    {
        string[] labels = [.. Settings(combination, "tasks.json").GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("label").GetString()!)];
        JsonElement[] configurations = [.. Settings(combination, "launch.json").GetProperty("configurations").EnumerateArray()];
        Assert.Equal(["coreclr", "cppdbg"], configurations.Select(configuration => configuration.GetProperty("type").GetString()));
        Assert.Equal(combination.HasTests, labels.Contains("test"));
        foreach (JsonElement configuration in configurations)
        {
            Assert.Contains(configuration.GetProperty("preLaunchTask").GetString(), labels);
            string program = configuration.GetProperty("program").GetString()!.Replace("${workspaceFolder}/", "");
            // What is published for a target has been built for it; a .NET process debugs the image for kvm after its task.
            if (!program.StartsWith("bin/kvm") || combination.Target == "kvm") Assert.True(File.Exists(combinations.PathOf(combination, program)), program);
        }
        if (combination.Target != "host")
        {
            string script = configurations[1].GetProperty("setupCommands")[0].GetProperty("text").GetString()!.Replace("source ${workspaceFolder}/", "");
            Assert.True(File.Exists(combinations.PathOf(combination, script)), script);
        }
        foreach (string file in Directory.GetFiles(combinations.PathOf(combination)).Concat(Directory.GetFiles(combinations.PathOf(combination, ".vscode"))))
            Assert.DoesNotMatch(@"Uk-Program|UK_(ARGUMENTS|TARGET|VERSION)|#(if|else|endif)", File.ReadAllText(file));
    }

    /// <summary>
    /// The other entry of launch.json, as the C/C++ extension works: its task, then gdb in machine interface with the setup
    /// commands, the symbols, the server's address, a breakpoint at a line, and the stack there.
    /// </summary>
    [Fact]
    public void An_editor_debugs_an_image_in_a_machine()
    {
        Requires.Tool(HostTool.Qemu);
        Requires.Tool(s_gdb);
        Combination ping = new("uk-ping", 1, "bump", "kvm");
        string folder = combinations.PathOf(ping);
        string Expand(JsonElement text) => text.GetString()!.Replace("${workspaceFolder}", folder);
        JsonElement launch = Settings(ping, "launch.json").GetProperty("configurations")[1];
        JsonElement task = Settings(ping, "tasks.json").GetProperty("tasks").EnumerateArray().Single(task => task.GetProperty("label").ValueEquals(launch.GetProperty("preLaunchTask").GetString()));
        string address = launch.GetProperty("miDebuggerServerAddress").GetString()!, port = FreePort();
        string boot = string.Join(' ', task.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!.Replace("=--gdb", $"=--gdb={port}")));
        string ends = task.GetProperty("problemMatcher").GetProperty("background").GetProperty("endsPattern").GetString()!;
        int line = File.ReadAllLines(combinations.PathOf(ping, "PingResponder.cs")).ToList().FindIndex(text => text.Contains("Burst burst = default;")) + 1;
        Assert.True(launch.GetProperty("hardwareBreakpoints").GetProperty("require").GetBoolean());
        File.WriteAllLines(Path.Combine(folder, "mi.txt"),
        [
            $"-interpreter-exec console \"{Expand(launch.GetProperty("setupCommands")[0].GetProperty("text"))}\"", "-gdb-set mi-async off",
            $"-file-exec-and-symbols {Expand(launch.GetProperty("program"))}", $"-target-select remote {address.Replace("1234", port)}",
            $"-break-insert -h PingResponder.cs:{line}", "-exec-continue", "-stack-list-frames", "-interpreter-exec console \"uk-bt\"", "-interpreter-exec console \"kill\"", "-gdb-exit",
        ]);
        CommandResult result = combinations.Run(ping, $$"""
            {{task.GetProperty("command").GetString()}} {{boot}} -- --accel tcg --port0 null > boot.log 2>&1 &
            until grep -q '{{ends}}' boot.log; do kill -0 $! || { cat boot.log; exit 1; }; sleep 0.1; done
            gdb -q --interpreter=mi < mi.txt
            wait $! || true
            """).AssertDone();
        Assert.DoesNotContain("^error", result.Output);
        Assert.Contains("reason=\"breakpoint-hit\"", result.Output);
        JsonProperty map = Assert.Single(launch.GetProperty("sourceFileMap").EnumerateObject());
        Assert.Contains($"file=\"{map.Name}/PingResponder.cs\",fullname=\"{folder}/PingResponder.cs\"", result.Output);
        Assert.Equal(folder, Expand(map.Value));
        Assert.Matches(@"#0  \w*PingResponder\.Loop at ", result.Output);
    }

    private static string FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private JsonElement Settings(Combination combination, string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(combinations.PathOf(combination, ".vscode/" + file)), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.Clone();
    }

    private static void SaysHello(string image)
    {
        Requires.Tool(HostTool.Qemu);
        using QemuProcess qemu = QemuProcess.Start(new QemuOptions(image, GuestMachine.Microvm));
        Assert.Equal(new GuestExit(GuestEnd.Status, 0), qemu.WaitForExit(Patience.Long));
        Assert.Contains("Hello from a unikernel written in C#.", qemu.Console.Text);
    }

    private static void Counts(string image)
    {
        using Guest guest = new(image, "counts frames");
        // It prints once in a second, when a frame comes.
        guest.SendUntilText(0, Frame.Udp(s_client, s_us), "wan: rx ");
    }

    private static void SwapsAddresses(string image)
    {
        using Guest guest = new(image, "swaps addresses");
        byte[] frame = Frame.Udp(s_client, s_us, "payload"u8);
        guest.Send(0, frame);
        guest.AssertSends(0, [.. frame[6..12], .. frame[..6], .. frame[12..]]);
    }

    private static void IsAWire(string image)
    {
        using Guest guest = new(image, "l2forward: ", ports: 2);
        guest.Send(0, Frame.Udp(s_client, s_us, "there"u8));
        guest.AssertSends(1, Frame.Udp(s_client, s_us, "there"u8));
        guest.Send(1, Frame.Udp(s_us, s_client, "back"u8));
        guest.AssertSends(0, Frame.Udp(s_us, s_client, "back"u8));
    }

    private static void AnswersPing(string image)
    {
        using Guest guest = new(image, "ping responder: ");
        guest.Send(0, Frame.EchoRequest(s_client, s_us, 1, "data"u8));
        guest.AssertSends(0, Frame.EchoReply(s_us, s_client, 1, "data"u8, timeToLive: 255));
    }

    private static void LetsAnswersInAndNobodyElse(string image)
    {
        using Guest guest = new(image, "firewall: 4 rules", ports: 2);
        Endpoint host = new("02:00:00:00:00:10", "10.0.0.10", 40_000), server = new("02:00:00:00:00:fe", "198.51.100.7", 53);
        guest.Send(1, Frame.Udp(server with { Address = "198.51.100.8" }, host, "not asked for"u8));
        guest.Send(0, Frame.Udp(host, server, "question"u8));
        guest.AssertSends(1, Frame.Udp(host, server, "question"u8));
        guest.Send(1, Frame.Udp(server, host, "answer"u8));
        guest.AssertSends(0, Frame.Udp(server, host, "answer"u8));
    }

    private static void KeepsAValue(string image)
    {
        using Guest guest = new(image, "keyvalue: ");
        Ask(guest, [1, 1, 0, 0, 0, 0, 0, 1, .. Operation(2, "key", "value")], [0x81, 1, 0, 0, 0, 0, 0, 1, .. Operation(2, "key", "value")]);
        Ask(guest, [1, 1, 0, 0, 0, 0, 0, 2, .. Operation(1, "key")], [0x81, 1, 0, 0, 0, 0, 0, 2, .. Operation(1, "key", "value")]);
    }

    private static void Ask(Guest guest, byte[] request, byte[] response)
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

    /// <summary>Names and contents of the program and its captures.</summary>
    private string[] Sources(Combination combination)
    {
        string folder = combinations.PathOf(combination), captures = combinations.PathOf(combination, "captures");
        return [.. Directory.GetFiles(folder, "*.cs").Concat(Directory.Exists(captures) ? Directory.GetFiles(captures, "in*.pcap") : []).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(folder, file) + " " + Convert.ToHexString(File.ReadAllBytes(file)))];
    }
}
