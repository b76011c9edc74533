// `uk run`: boots an image with its console attached, and ends as the guest did.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool;

internal static class RunCommand
{
    private const string Origin = "uk run";
    private static readonly MemorySize s_defaultMemory = new(128 * 1024);

    public static Command Create()
    {
        var image = new Argument<FileInfo>("IMAGE") { Description = "A bootable image, for example HelloWorld.kvm." };
        var machine = new Option<string>("--machine")
        {
            Description = "The machine that QEMU emulates.",
            DefaultValueFactory = _ => GuestMachine.Microvm.Name,
        };
        machine.AcceptOnlyFromAmong([.. GuestMachine.All.Select(known => known.Name)]);
        var memory = new Option<string?>("--memory") { Description = "Guest memory, for example 2M or 1200K." };
        var processors = new Option<int?>("--smp") { Description = "Processors of the machine. Default: one for each lcore of the image." };
        processors.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 255) result.AddError("--smp: a machine has 1 to 255 processors.");
        });
        var network = new Option<string?>("--net") { Description = "none, tap, tap:NAME, socket:PATH or user. Default: what the image needs." };
        var hostAddress = new Option<string>("--host-address")
        {
            Description = "The host's address on the network that --net tap makes.",
            DefaultValueFactory = _ => "10.10.0.1/24",
        };
        var accelerator = new Option<string>("--accel") { Description = "auto, kvm or tcg.", DefaultValueFactory = _ => "auto" };
        accelerator.AcceptOnlyFromAmong("auto", Accelerator.KvmName, Accelerator.TcgName);
        var commandLine = new Option<string?>("--append") { Description = "The kernel command line." };
        var debugger = new Option<bool>("--gdb") { Description = "Wait for gdb on TCP port 1234 before the first instruction." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print QEMU's command line and do nothing." };
        var extra = new Argument<string[]>("QEMU-ARGUMENTS") { Description = "Behind --: passed to QEMU as they are.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", "Boots an image in QEMU with its console attached; ends with the guest's status.")
        {
            image, machine, memory, processors, network, hostAddress, accelerator, commandLine, debugger, dryRun, extra,
        };
        command.Validators.Add(result =>
        {
            // A mistyped option would else be taken for one of QEMU's.
            IReadOnlyList<Token> extras = result.GetResult(extra)?.Tokens ?? [];
            if (extras.Count != 0 && !Environment.GetCommandLineArgs().Contains("--"))
                result.AddError($"'{extras[0].Value}' is not an option of 'uk run'; what QEMU is to get stands behind '--'.");
        });
        command.SetAction(parse => Failure.Guard(Origin, () => Run(new RunSettings(
            parse.GetRequiredValue(image).FullName, parse.GetRequiredValue(machine), parse.GetValue(memory), parse.GetValue(processors), parse.GetValue(network),
            parse.GetRequiredValue(hostAddress), parse.GetRequiredValue(accelerator), parse.GetValue(commandLine),
            parse.GetValue(debugger), parse.GetValue(dryRun), [.. parse.GetValue(extra) ?? []])), GuestExit.NotStartedCode));
        return command;
    }

    private static int Run(RunSettings settings)
    {
        if (!File.Exists(settings.Image)) throw new FileNotFoundException($"there is no image at {settings.Image}");
        var files = new ImageFiles(settings.Image);
        ImageReport? report = files.ReadReport();
        Accelerator accelerator = settings.Accelerator == "auto"
            ? Accelerator.Probe()
            : new Accelerator(settings.Accelerator, "as asked");
        using RunNetwork network = RunNetwork.Open(settings, report);
        var options = new QemuOptions(settings.Image, GuestMachine.Named(settings.Machine))
        {
            Memory = Memory(settings.Memory, report),
            Processors = settings.Processors ?? report?.Lcores ?? 1,
            Accelerator = accelerator.Name,
            Network = network.Backend,
            CommandLine = settings.CommandLine,
            WaitForDebugger = settings.WaitForDebugger,
            Extra = settings.Extra,
        };
        if (settings.DryRun)
        {
            Console.WriteLine(options.ToCommand());
            return 0;
        }
        Console.Error.WriteLine($"uk: {settings.Machine}, {options.Memory}, {accelerator.Name}: {accelerator.Reason}");
        if (network.Explanation.Length != 0) Console.Error.WriteLine("uk: " + network.Explanation);
        if (settings.WaitForDebugger) Console.Error.WriteLine($"uk: waiting for: gdb {files.Symbols} -ex 'target remote :1234'");
        return Boot(options, files);
    }

    private static MemorySize Memory(string? asked, ImageReport? report)
    {
        if (asked is null) return report?.MemoryBytes is { } needed ? MemorySize.FromBytes(needed) : s_defaultMemory;
        if (!MemorySize.TryParse(asked, out MemorySize size)) throw new ArgumentException($"--memory {asked}: not a size such as 2M or 1200K");
        // QEMU would start it all the same, and nothing would ever be heard of it.
        if (report is not null && (ulong)size.KiB * 1024 < report.EndOfImage)
            throw new ArgumentException($"--memory {asked}: the image itself takes the first {(report.EndOfImage + 1023) / 1024} KiB of memory");
        return size;
    }

    private static int Boot(QemuOptions options, ImageFiles files)
    {
        using Stream output = Console.OpenStandardOutput();
        var annotator = new PanicAnnotator(output, files.Symbols);
        using var qemu = QemuProcess.Start(options, ChildInput.Inherit, annotator);
        GuestExit exit = qemu.WaitForExit();
        annotator.End();
        if (exit.End == GuestEnd.Killed) return exit.ToStatusCode();
        if (qemu.ErrorText.Length != 0) Console.Error.Write(qemu.ErrorText);
        if (exit.End == GuestEnd.NoStatus) Console.Error.WriteLine("uk: the guest ended without a status: a power-off, a reset or a triple fault");
        return exit.ToStatusCode();
    }
}
