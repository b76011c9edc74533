// A TAP device between the host's own network stack and a guest, out of the way of every other network of the host.

using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace Uk.Qemu;

/// <summary>A network namespace with a TAP device, or several. Gone with <see cref="Dispose"/>, and with this process.</summary>
public sealed partial class TapNetwork : IDisposable
{
    public const string Device = "uk0";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly int _queues;

    private TapNetwork(NetworkNamespace inside, string hostAddress, int queues)
    {
        _queues = queues;
        Namespace = inside;
        HostAddress = hostAddress;
    }

    public NetworkNamespace Namespace { get; }

    /// <summary>The address of the host's end.</summary>
    public string HostAddress { get; }

    /// <summary>For <see cref="QemuOptions.Network"/>.</summary>
    public NetworkBackend Backend => NetworkBackend.Tap(Device, Namespace, _queues);

    /// <summary>Makes the network. The host's end gets <paramref name="hostAddress"/>.</summary>
    /// <param name="queues">Pairs of queues of its devices.</param>
    /// <exception cref="NetworkUnavailableException">The system does not allow it; the message says why.</exception>
    /// <exception cref="MissingToolException">A program is not installed.</exception>
    public static TapNetwork Create(string hostAddress, int prefixLength, string device = Device, int queues = 1)
    {
        if (!File.Exists("/dev/net/tun")) throw new NetworkUnavailableException("there is no /dev/net/tun (the kernel module tun)");
        var network = new TapNetwork(NetworkNamespace.Create(), hostAddress, queues);
        try
        {
            network.Configure("link", "set", "lo", "up");
            network.AddDevice(device, hostAddress, prefixLength);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Another device, with an address of the host's end.</summary>
    /// <exception cref="NetworkUnavailableException">The system does not allow it; the message says why.</exception>
    public NetworkBackend AddDevice(string device, string hostAddress, int prefixLength)
    {
        string[] several = _queues > 1 ? ["multi_queue"] : [];
        Configure(["tuntap", "add", "dev", device, "mode", "tap", .. several]);
        Configure("address", "add", string.Create(CultureInfo.InvariantCulture, $"{hostAddress}/{prefixLength}"), "dev", device);
        Configure("link", "set", device, "up");
        // The default of one second would be the precision of every time to the first reply.
        Configure("ntable", "change", "name", "arp_cache", "dev", device, "retrans", "5");
        return NetworkBackend.Tap(device, Namespace, _queues);
    }

    /// <summary>
    /// Pings an address from the host's end, until <paramref name="count"/> replies have come. Those that were on the way then and
    /// came as well are not counted.
    /// </summary>
    /// <param name="patience">
    /// After this it gives up. Without it, ping sends <paramref name="count"/> requests and waits for the last reply no
    /// longer than for those before: too short where the machine is busy.
    /// </param>
    public PingResult Ping(string address, int count, TimeSpan interval, TimeSpan? patience = null, int payloadBytes = 56)
    {
        string[] until = patience is { } limit ? ["-w", Text(Math.Ceiling(limit.TotalSeconds))] : ["-W", "2"];
        TimeSpan timeout = count * interval + (patience ?? TimeSpan.Zero) + s_timeout;
        ToolResult result = Namespace.Run(timeout, HostTool.Ping,
            ["-n", "-c", Text(count), "-i", Text(interval.TotalSeconds), .. until, "-s", Text(payloadBytes), address]);
        PingResult ping = PingResult.Parse(result);
        return ping with { Received = Math.Min(ping.Received, count) };
    }

    public void Dispose() => Namespace.Dispose();

    private void Configure(params string[] arguments)
    {
        ToolResult result = Namespace.Run(s_timeout, HostTool.Ip, arguments);
        if (result.Status != 0) throw new NetworkUnavailableException($"ip {string.Join(' ', arguments)}: {result.Error.Trim()}");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>What the host's ping said. Times in milliseconds; NaN without a reply.</summary>
public sealed partial record PingResult(int Sent, int Received, double MinMs, double AverageMs, double MaxMs, string Output)
{
    internal static PingResult Parse(ToolResult result)
    {
        Match packets = Packets().Match(result.Output);
        if (!packets.Success) throw new ToolFailedException($"{result.Command}: {(result.Error + result.Output).Trim()}");
        Match times = Times().Match(result.Output);
        double Ms(string group) => times.Success ? double.Parse(times.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : double.NaN;
        return new PingResult(
            int.Parse(packets.Groups["sent"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(packets.Groups["received"].ValueSpan, CultureInfo.InvariantCulture),
            Ms("min"), Ms("average"), Ms("max"), result.Output);
    }

    [GeneratedRegex(@"(?<sent>\d+) packets transmitted, (?<received>\d+) received")]
    private static partial Regex Packets();

    [GeneratedRegex(@"= (?<min>[\d.]+)/(?<average>[\d.]+)/(?<max>[\d.]+)/")]
    private static partial Regex Times();
}
