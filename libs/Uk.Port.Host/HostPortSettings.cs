// What stands behind a host port: the command line first, then the environment, then a default. Options of the
// application itself are left alone.

using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using Uk.EthDev;

namespace Uk.Port.Host;

internal enum HostPortKind
{
    Tap,
    Pcap,
    Null,
}

/// <summary>A port's settings, checked as far as that is possible without opening anything.</summary>
internal sealed record HostPortSettings(HostPortKind Kind, MacAddress MacAddress)
{
    /// <summary>Linux: IFNAMSIZ, less the terminating zero.</summary>
    private const int MaxInterfaceNameLength = 15;

    public const string Forms =
        "tap, tap:<name>, pcap:<in.pcap>, pcap:<in.pcap>,<out.pcap>, pcap:,<out.pcap>, null";

    /// <summary>Ports that libraries of their own drive, here and in images of the target linux.</summary>
    private const string FormsOfOthers = "vhost-user:<socket>, af_packet:<interface>";

    public string InterfaceName { get; private init; } = "";
    /// <summary>Empty: the port receives nothing and ends at once.</summary>
    public string InputPath { get; private init; } = "";
    /// <summary>Empty: what is sent is discarded.</summary>
    public string OutputPath { get; private init; } = "";
    /// <summary>How the user would name this port on the command line.</summary>
    public string OptionName { get; private init; } = "";

    public static string[] ProcessArguments => Environment.GetCommandLineArgs()[1..];

    /// <exception cref="HostPortException">An option is there and wrong.</exception>
    public static HostPortSettings Parse(string[] arguments, Func<string, string?> readEnvironment, int index)
    {
        Option<string?> portOption = PortOption(index);
        Option<string?> macOption = MacOption(index);
        Command command = new("ports") { portOption, macOption };
        ParseResult result = ParseLeniently(command, arguments);
        if (result.Errors.Count > 0) throw new HostPortException(result.Errors[0].Message);

        string port = PortOf(result.GetValue(portOption), readEnvironment, index);
        string? mac = result.GetValue(macOption) ?? readEnvironment($"UK_MAC{index}");
        MacAddress address = mac == null ? DefaultMac(index) : ParseMac(mac, index);
        return ParsePort(port, address, index) with { OptionName = portOption.Name };
    }

    /// <summary>The text that chooses what stands behind the port.</summary>
    public static string FindPort(string[] arguments, Func<string, string?> readEnvironment, int index)
    {
        Option<string?> option = PortOption(index);
        return PortOf(ParseLeniently(new Command("ports") { option }, arguments).GetValue(option), readEnvironment, index);
    }

    private static string PortOf(string? option, Func<string, string?> readEnvironment, int index) =>
        option ?? readEnvironment($"UK_PORT{index}") ?? "tap";

    /// <summary>Another driver's affair, right or wrong.</summary>
    public static bool IsOfAnotherDriver(string port) =>
        port.Split(':')[0] is "vhost-user" or "virtio-user" or "af_packet";

    /// <summary>Prints the options and returns true where the arguments ask for help.</summary>
    public static bool TryShowHelp(string[] arguments, TextWriter output)
    {
        HelpOption help = new();
        const string Description =
            "Options of the packet ports; others are the application's own. <n> is a port: --port0, --mac0.";
        Command command = new("app", Description) { PortOption("<n>"), MacOption("<n>"), help };
        ParseResult result = ParseLeniently(command, arguments);
        if (result.GetResult(help) == null) return false;
        command.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = output });
        return true;
    }

    /// <exception cref="HostPortException">What the settings name cannot be opened.</exception>
    public HostBackend OpenBackend() => Kind switch
    {
        HostPortKind.Null => new NullBackend(),
        HostPortKind.Pcap => new PcapBackend(InputPath, OutputPath),
        _ => TapBackend.Open(InterfaceName, OptionName),
    };

    private static Option<string?> PortOption(object index) => new($"--port{index}")
    {
        Description =
            $"What stands behind port {index}: {Forms}, {FormsOfOthers}. Default: tap, named uk{index}. Environment: UK_PORT{index}.",
        HelpName = "what",
    };

    private static Option<string?> MacOption(object index) => new($"--mac{index}")
    {
        Description =
            $"MAC address of port {index}, as in 02:00:00:00:00:01, which is the default of port 0. " +
            $"Environment: UK_MAC{index}.",
        HelpName = "address",
    };

    private static ParseResult ParseLeniently(Command command, string[] arguments)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        // An application's argument that starts with @ is no file of ours.
        ParserConfiguration configuration = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        return command.Parse(arguments, configuration);
    }

    private static HostPortSettings ParsePort(string text, MacAddress mac, int index)
    {
        int colon = text.IndexOf(':');
        string kind = colon < 0 ? text : text[..colon];
        string rest = colon < 0 ? "" : text[(colon + 1)..];
        switch (kind)
        {
            case "null" when colon < 0:
                return new HostPortSettings(HostPortKind.Null, mac);
            case "tap":
                string name = rest.Length == 0 ? $"uk{index}" : rest;
                if (!IsInterfaceName(name)) throw NoInterfaceName(name);
                return new HostPortSettings(HostPortKind.Tap, mac) { InterfaceName = name };
            case "pcap" when rest.Length > 0:
                return ParsePcap(rest, mac);
            default:
                throw new HostPortException($"--port{index} {text}: not one of {Forms}, {FormsOfOthers}.");
        }
    }

    /// <summary>Linux refuses blanks and '/'; ':' marks an alias and '%' a pattern.</summary>
    private static bool IsInterfaceName(string name) =>
        name.Length <= MaxInterfaceNameLength
        && !name.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !name.AsSpan().ContainsAny("/:%");

    private static HostPortException NoInterfaceName(string name) =>
        new($"'{name}' cannot be the name of an interface: 1 to {MaxInterfaceNameLength} ASCII characters " +
            "without blank, '/', ':' and '%'.");

    /// <summary>The first comma divides; so no comma can be in the name of the input.</summary>
    private static HostPortSettings ParsePcap(string paths, MacAddress mac)
    {
        int comma = paths.IndexOf(',');
        string input = comma < 0 ? paths : paths[..comma];
        string output = comma < 0 ? "" : paths[(comma + 1)..];
        if (input.Length != 0 && output.Length != 0 && Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            throw new HostPortException(
                $"'{input}' would be read and overwritten at the same time. Name another file for the output.");
        }
        return new HostPortSettings(HostPortKind.Pcap, mac) { InputPath = input, OutputPath = output };
    }

    private static MacAddress ParseMac(string text, int index)
    {
        if (!MacAddress.TryParse(text, out MacAddress address))
            throw new HostPortException($"--mac{index} {text}: a MAC address looks like {DefaultMac(index)}.");
        if (address.IsMulticast || address.Value == 0)
            throw new HostPortException($"--mac{index} {text}: not the address of one device.");
        return address;
    }

    /// <summary>Locally administered (IEEE 802-2014, 8.4), one for each port.</summary>
    private static MacAddress DefaultMac(int index) => new(0x0200_0000_0001UL + (ulong)index);
}
