// The options of `uk run`, and what they are together.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using Uk.Qemu;

namespace Uk.Tool.Run;

internal sealed class RunOptions
{
    /// <summary>As many as a machine has slots for on every bus.</summary>
    private const int PortsMax = 8;
    private const int DefaultDebuggerPort = 1234;

    private readonly Argument<FileInfo> _image = new("IMAGE") { Description = "An image, for example HelloWorld.kvm or HelloWorld.linux." };

    private readonly ImmutableArray<Option<string?>> _ports = [.. Enumerable.Range(0, PortsMax).Select(index => new Option<string?>($"--port{index}")
    {
        Description = $"What port 0 is connected to: {PortForm.Forms}. --port1 and so on likewise. Default: what the image needs.", HelpName = "what", Hidden = index != 0,
    })];

    private readonly ImmutableArray<Option<string?>> _macs = [.. Enumerable.Range(0, PortsMax).Select(index => new Option<string?>($"--mac{index}")
    {
        Description = "The MAC address of a port that --port0 connects. Default: 02:00:00:00:00:01, of port 1 ...:02.", HelpName = "address", Hidden = index != 0,
    })];

    private readonly Option<string> _machine = new("--machine") { Description = "The machine that QEMU emulates.", DefaultValueFactory = _ => GuestMachine.Microvm.Name };
    private readonly Option<string?> _memory = new("--memory") { Description = "Guest memory, for example 2M or 1200K. Default: what the image declares, or 128M." };
    private readonly Option<int?> _processors = new("--cpus", "--smp") { Description = "Processors of the machine. Default: one for each lcore of the image." };
    private readonly Option<string?> _network = new("--net") { Description = "none, or what port 0 is connected to, with a MAC address of QEMU's." };

    private readonly Option<string> _hostAddress = new("--host-address")
    {
        Description = "The host's address on the network that tap makes for port 0; those of further ports are of the networks behind.",
        DefaultValueFactory = _ => "10.10.0.1/24",
    };

    private readonly Option<string> _accelerator = new("--accel") { Description = "auto, kvm or tcg.", DefaultValueFactory = _ => "auto" };
    private readonly Option<string?> _commandLine = new("--append") { Description = "The kernel command line." };

    private readonly Option<int?> _debugger = new("--gdb")
    {
        Description = "--gdb or --gdb=PORT: wait for gdb on this TCP port (1234) before the first instruction, and print the command.",
        HelpName = "PORT",
    };

    private readonly Option<double?> _timeout = new("--timeout") { Description = $"Stop after so many seconds, with status {RunCommand.TimeoutStatus}.", HelpName = "seconds" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the command line and do nothing." };
    private readonly Argument<string[]> _extra = new("ARGUMENTS") { Description = "Behind --: for QEMU, or for the linux image, as they are.", Arity = ArgumentArity.ZeroOrMore };

    public RunOptions()
    {
        _machine.AcceptOnlyFromAmong([.. GuestMachine.All.Select(known => known.Name)]);
        _accelerator.AcceptOnlyFromAmong("auto", Accelerator.KvmName, Accelerator.TcgName);
        Limit(_processors, 1, 255, "a machine has 1 to 255 processors");
        Limit(_debugger, 1, 65535, "a TCP port is from 1 to 65535");
        _timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } seconds && !(seconds is > 0 and < 1e6)) result.AddError("--timeout: seconds, more than 0.");
        });
    }

    public Command AddTo(Command command)
    {
        command.Arguments.Add(_image);
        foreach (Option option in (Option[])[.. _ports, .. _macs, _machine, _memory, _processors, _network, _hostAddress, _accelerator, _commandLine, _debugger, _timeout, _dryRun])
            command.Options.Add(option);
        command.Arguments.Add(_extra);
        command.Validators.Add(result =>
        {
            // A mistyped option would else be taken for one of QEMU's.
            IReadOnlyList<Token> extras = result.GetResult(_extra)?.Tokens ?? [];
            if (extras.Count != 0 && !Environment.GetCommandLineArgs().Contains("--"))
                result.AddError($"'{extras[0].Value}' is not an option of 'uk run'; what QEMU or a linux image is to get stands behind '--'.");
        });
        return command;
    }

    /// <summary>
    /// An option's value may stand behind a blank, and that of --gdb may be left out: which of both it is cannot be told
    /// from an image's name, so --gdb takes a value behind = alone.
    /// </summary>
    public static string[] WithDebuggerPort(string[] arguments)
    {
        int end = Array.IndexOf(arguments, "--");
        if (end < 0) end = arguments.Length;
        return [.. arguments.Select((argument, i) => i < end && argument == "--gdb" ? string.Create(CultureInfo.InvariantCulture, $"--gdb={DefaultDebuggerPort}") : argument)];
    }

    /// <exception cref="ArgumentException">A port is none of the forms that there are.</exception>
    public RunSettings Read(ParseResult parse)
    {
        ImmutableArray<PortForm> ports = [.. Enumerable.Range(0, PortsMax).Where(index => parse.GetValue(_ports[index]) is not null)
            .Select(index => PortForm.Parse(index, parse.GetValue(_ports[index])!, parse.GetValue(_macs[index])))];
        return new RunSettings(
            parse.GetRequiredValue(_image).FullName, parse.GetRequiredValue(_machine), parse.GetValue(_memory), parse.GetValue(_processors), parse.GetValue(_network), ports,
            parse.GetRequiredValue(_hostAddress), parse.GetRequiredValue(_accelerator), parse.GetValue(_commandLine), parse.GetValue(_debugger),
            parse.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, parse.GetValue(_dryRun), [.. parse.GetValue(_extra) ?? []]);
    }

    /// <summary>For a linux image, which knows forms of ports of its own: nothing of them is looked at here.</summary>
    public RunSettings ReadForProcess(ParseResult parse) => new(
        parse.GetRequiredValue(_image).FullName, GuestMachine.Microvm.Name, null, null, null, [], "", "", null, parse.GetValue(_debugger),
        parse.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, parse.GetValue(_dryRun), [.. parse.GetValue(_extra) ?? []])
    {
        PortArguments = [.. _ports.Concat(_macs).Where(option => parse.GetValue(option) is not null).Select(option => $"{option.Name}={parse.GetValue(option)}")],
    };

    /// <summary>Options that say something about a machine, which a linux image has none of; those that are given.</summary>
    public IEnumerable<string> ForMachines(ParseResult parse) =>
        ((Option[])[_machine, _memory, _processors, _network, _hostAddress, _accelerator, _commandLine])
            .Where(option => parse.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    public FileInfo Image(ParseResult parse) => parse.GetRequiredValue(_image);

    private static void Limit(Option<int?> option, int least, int most, string rule) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() is { } value && (value < least || value > most)) result.AddError($"{option.Name}: {rule}.");
    });
}
