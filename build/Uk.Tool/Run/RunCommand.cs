// `uk run`: boots an image with its console attached, and ends as the guest did.

using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool.Run;

internal static class RunCommand
{
    private const string Origin = "uk run";

    /// <summary>As timeout(1) ends.</summary>
    public const int TimeoutStatus = 124;

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly MemorySize s_defaultMemory = new(128 * 1024);

    public static Command Create()
    {
        var options = new RunOptions();
        Command command = options.AddTo(new Command("run", "Boots an image in QEMU, or starts a linux image, with its console attached; ends with its status."));
        command.SetAction(parse => Failure.Guard(Origin, () => Run(options, parse), GuestExit.NotStartedCode));
        return command;
    }

    public static string TimeoutText(TimeSpan timeout) => string.Create(CultureInfo.InvariantCulture, $"uk: stopped after {timeout.TotalSeconds:0.##} s, as --timeout says");

    private static int Run(RunOptions options, ParseResult parse)
    {
        var files = new ImageFiles(options.Image(parse).FullName);
        if (!File.Exists(files.Image)) throw new FileNotFoundException($"there is no image at {files.Image}");
        ImageReport? report = files.ReadReport();
        if (!LinuxRun.Is(files, report)) return RunGuest(options.Read(parse), files, report);
        if (options.ForMachines(parse).FirstOrDefault() is { } option)
            throw new ArgumentException($"{option}: {files.Name} is a linux image, a process without a machine. Publish it with -p:UkTarget=kvm for one");
        return LinuxRun.Run(options.ReadForProcess(parse), files);
    }

    private static int RunGuest(RunSettings settings, ImageFiles files, ImageReport? report)
    {
        Accelerator accelerator = settings.Accelerator == "auto"
            ? Accelerator.Probe()
            : new Accelerator(settings.Accelerator, "as asked");
        using RunNetwork network = RunNetwork.Open(settings, report);
        var options = new QemuOptions(settings.Image, GuestMachine.Named(settings.Machine))
        {
            Memory = Memory(settings.Memory, report),
            Processors = settings.Processors ?? Math.Max(report?.Lcores ?? 1, 1),
            Accelerator = accelerator.Name,
            MoreNetworks = network.Backends,
            CommandLine = settings.CommandLine,
            DebuggerPort = settings.DebuggerPort,
            Extra = settings.Extra,
        };
        if (settings.DryRun)
        {
            Console.WriteLine(options.ToCommand());
            return 0;
        }
        Console.Error.WriteLine($"uk: {settings.Machine}, {options.Memory}, {accelerator.Name}: {accelerator.Reason}");
        if (network.Explanation.Length != 0) Console.Error.WriteLine("uk: " + network.Explanation);
        if (settings.DebuggerPort is { } port) Console.Error.WriteLine($"uk: waiting for: {DebuggerCommand.ForGuest(files, port)}");
        return Boot(options, files, network, settings.Timeout);
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

    private static int Boot(QemuOptions options, ImageFiles files, RunNetwork network, TimeSpan? timeout)
    {
        using Stream output = Console.OpenStandardOutput();
        var annotator = new PanicAnnotator(output, files.Symbols);
        using var qemu = QemuProcess.Start(options, ChildInput.Inherit, annotator);
        foreach (CapturePort capture in network.Captures) capture.StartRecording();
        using var captures = new CaptureRun(network, files, qemu);
        int? status = WaitFor(qemu, captures, timeout);
        if (status is not null)
        {
            qemu.Monitor.Quit();
            qemu.WaitForExit(s_patience);
        }
        GuestExit exit = qemu.WaitForExit();
        annotator.End();
        foreach (CapturePort capture in network.Captures) capture.Dispose();
        foreach (string problem in network.Captures.Select(capture => capture.Problem).OfType<string>()) Console.Error.WriteLine("uk: " + problem);
        if (status is { } own) return own;
        if (exit.End == GuestEnd.Killed) return exit.ToStatusCode();
        if (qemu.ErrorText.Length != 0) Console.Error.Write(qemu.ErrorText);
        if (exit.End == GuestEnd.NoStatus) Console.Error.WriteLine("uk: the guest ended without a status: a power-off, a reset or a triple fault");
        return exit.ToStatusCode();
    }

    /// <summary>Until the guest ends: null then, or the status with which it is to be stopped.</summary>
    private static int? WaitFor(QemuProcess qemu, CaptureRun captures, TimeSpan? timeout)
    {
        if (timeout is null && !captures.HasInput)
        {
            qemu.WaitForExit();
            return null;
        }
        long start = Environment.TickCount64;
        while (!qemu.HasExited)
        {
            if (timeout is { } limit && Environment.TickCount64 - start >= limit.TotalMilliseconds)
            {
                Console.Error.WriteLine(TimeoutText(limit));
                return TimeoutStatus;
            }
            if (captures.Advance())
            {
                Console.Error.WriteLine($"uk: stopped: {captures.Summary}");
                return 0;
            }
            Thread.Sleep(s_poll);
        }
        return null;
    }
}
