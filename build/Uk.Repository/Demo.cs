// The demonstration: a C# program as a machine of its own, answering the ping of this one.

using System;
using System.IO;
using System.Linq;
using Spectre.Console;
using Uk.Qemu;

namespace Uk.Repository;

internal static class Demo
{
    private const string HostAddress = "10.10.0.1";
    private const int Pings = 10;
    private const string GuestAddress = "10.10.0.3";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly GuestMachine s_machine = GuestMachine.Microvm;

    public static int Run(string root)
    {
        try
        {
            string image = Publish(root);
            Accelerator accelerator = Accelerator.Probe();
            Console.WriteLine($"demo: {s_machine} on {accelerator.Name}: {accelerator.Reason}");
            using TapNetwork network = TapNetwork.Create(HostAddress, 24);
            Console.WriteLine($"demo: a network namespace with the TAP device {TapNetwork.Device}, the host's end is {HostAddress}");
            Show(image, accelerator, network);
            return 0;
        }
        catch (Exception e) when (e is MissingToolException or ToolFailedException or IOException or TimeoutException)
        {
            Console.Error.WriteLine("demo: " + e.Message);
            return 1;
        }
    }

    private static string Publish(string root)
    {
        Console.WriteLine("demo: publishing apps/PingResponder for kvm");
        return AppImage.Publish(Path.Combine(root, "apps", "PingResponder"), "kvm");
    }

    private static void Show(string image, Accelerator accelerator, TapNetwork network)
    {
        var options = new QemuOptions(image, s_machine) { Memory = GuestMemory(image), Accelerator = accelerator.Name };
        using PingSession session = PingSession.Start(options, network, GuestAddress, s_patience);
        Console.Write(string.Concat(session.Guest.Console.Text.Split('\n').Where(line => line.Length != 0).Select(line => $"guest: {line.TrimEnd()}\n")));
        PingResult ping = network.Ping(GuestAddress, Pings, TimeSpan.FromMilliseconds(200), s_patience);
        Console.Write(ping.Output);

        var table = new Table { Border = TableBorder.Simple, ShowHeaders = false };
        table.AddColumn("").AddColumn("");
        table.AddRow("image", $"{new FileInfo(image).Length:N0} bytes");
        table.AddRow("guest memory", options.Memory.ToString());
        table.AddRow("from exec to the first reply", $"{session.FirstReply.TotalMilliseconds:0} ms");
        table.AddRow("round trip, min / avg / max", $"{ping.MinMs:0.000} / {ping.AverageMs:0.000} / {ping.MaxMs:0.000} ms");
        table.AddRow("replies", $"{ping.Received} of {ping.Sent}");
        AnsiConsole.Write(table);
        if (ping.Received < Pings) throw new ToolFailedException("not every ping was answered");
    }

    private static MemorySize GuestMemory(string image) => MemorySize.FromBytes(AppImage.DeclaredMemoryBytes(image) ?? 2 << 20);
}
