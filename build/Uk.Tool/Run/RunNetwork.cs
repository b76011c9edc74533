using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool.Run;

/// <summary>The devices of one `uk run`: what was asked for, or what the image needs and the system allows.</summary>
/// <param name="Backends">In the order of the ports.</param>
/// <param name="Explanation">For the user; empty where there is nothing to say.</param>
internal sealed record RunNetwork(ImmutableArray<NetworkBackend> Backends, string Explanation, TapNetwork? Own, ImmutableArray<CapturePort> Captures) : IDisposable
{
    private static readonly RunNetwork s_none = new([], "", null, []);

    /// <exception cref="ArgumentException">What was asked for is none of what there is, or not together.</exception>
    /// <exception cref="IOException">A file, a device or a network was asked for and cannot be had.</exception>
    public static RunNetwork Open(RunSettings settings, ImageReport? report)
    {
        ImmutableArray<PortDeclaration> declared = report?.Ports ?? [];
        if (settings.Network is not null && !settings.Ports.IsEmpty)
            throw new ArgumentException($"--net {settings.Network}: says the same as --port0. Leave one of them out");
        if (settings.Network == "none") return s_none;
        if (settings.Network is { } network) return Connect(settings, [OfNet(network)], declared, hasAddresses: false);
        if (!settings.Ports.IsEmpty) return Connect(settings, WithoutGaps(settings.Ports, declared), declared, hasAddresses: true);
        return declared.IsEmpty ? s_none : OpenDefault(settings, declared);
    }

    public void Dispose()
    {
        foreach (CapturePort capture in Captures) capture.Dispose();
        Own?.Dispose();
    }

    private static PortForm OfNet(string text)
    {
        try
        {
            return PortForm.Parse(0, text, null);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"--net {text}: there are none and {PortForm.Forms}");
        }
    }

    /// <summary>A port that nothing is said about has a device on which nothing comes.</summary>
    private static ImmutableArray<PortForm> WithoutGaps(ImmutableArray<PortForm> asked, ImmutableArray<PortDeclaration> declared)
    {
        int last = asked.Max(port => port.Index);
        if (!declared.IsEmpty && last > declared.Max(port => port.Index))
            throw new ArgumentException($"--port{last}: the image has no such port, but {string.Join(", ", declared.Select(port => $"{port.Index} ({port.Name})"))}");
        int count = Math.Max(last, declared.Select(port => port.Index).DefaultIfEmpty(0).Max()) + 1;
        return [.. Enumerable.Range(0, count).Select(index => asked.FirstOrDefault(port => port.Index == index) ?? PortForm.Parse(index, "null", null))];
    }

    private static RunNetwork OpenDefault(RunSettings settings, ImmutableArray<PortDeclaration> declared)
    {
        ImmutableArray<PortForm> Each(string form) => [.. Enumerable.Range(0, declared.Max(port => port.Index) + 1).Select(index => PortForm.Parse(index, form, null))];
        try
        {
            return Connect(settings, Each("tap"), declared, hasAddresses: false);
        }
        catch (Exception e) when (e is NetworkUnavailableException or MissingToolException)
        {
            return Connect(settings, Each("user"), declared, hasAddresses: false) with
            {
                Explanation = $"the image has a port, but no TAP device can be had ({e.Message}): using QEMU's user network, through which nothing reaches the guest; "
                    + "`uk doctor` says what is missing, and --port0 pcap:in.pcap,out.pcap needs nothing",
            };
        }
    }

    private static RunNetwork Connect(RunSettings settings, ImmutableArray<PortForm> ports, ImmutableArray<PortDeclaration> declared, bool hasAddresses)
    {
        if (ports.Any(port => port.Kind == PortKind.OwnTap) && ports.FirstOrDefault(port => port.Kind == PortKind.Tap) is { } other)
            throw new ArgumentException($"--port{other.Index} tap:{other.Rest}: tap makes a network of its own, in which there is no {other.Rest}. Name a device for each port, or for none");
        TapNetwork? own = null;
        List<CapturePort> captures = [];
        try
        {
            var backends = ImmutableArray.CreateBuilder<NetworkBackend>();
            foreach (PortForm port in ports)
            {
                int queues = declared.FirstOrDefault(known => known.Index == port.Index)?.Queues ?? 1;
                NetworkBackend backend = Backend(settings, port, queues, ref own, captures);
                backends.Add(hasAddresses ? backend with { MacAddress = port.Mac.ToString() } : backend);
            }
            return new RunNetwork(backends.ToImmutable(), Explain(settings, ports, own), own, [.. captures]);
        }
        catch
        {
            foreach (CapturePort capture in captures) capture.Dispose();
            own?.Dispose();
            throw;
        }
    }

    private static NetworkBackend Backend(RunSettings settings, PortForm port, int queues, ref TapNetwork? own, List<CapturePort> captures)
    {
        switch (port.Kind)
        {
            case PortKind.User:
                return NetworkBackend.User;
            case PortKind.Socket:
                return NetworkBackend.Stream(port.Rest);
            case PortKind.VhostUser:
                return NetworkBackend.VhostUser(Path.GetFullPath(port.Rest), queues);
            case PortKind.Tap:
                if (!settings.DryRun && !Directory.Exists($"/sys/class/net/{port.Rest}"))
                    throw new IOException($"--port{port.Index} tap:{port.Rest}: there is no such device. Make it: sudo ip tuntap add dev {port.Rest} mode tap user $USER && sudo ip link set {port.Rest} up");
                return NetworkBackend.Tap(port.Rest);
            case PortKind.OwnTap:
                return OwnTap(settings, port.Index, ref own);
            default:
                if (settings.DryRun) return NetworkBackend.Stream("SOCKET-OF-UK-RUN");
                captures.Add(new CapturePort(port.Index, port.InputPath, port.OutputPath));
                return captures[^1].Backend;
        }
    }

    /// <summary>uk0 for port 0, with the host's address; uk1 for port 1, with that of the next network: 10.10.1.1.</summary>
    private static NetworkBackend OwnTap(RunSettings settings, int index, ref TapNetwork? own)
    {
        string device = index == 0 ? TapNetwork.Device : string.Create(CultureInfo.InvariantCulture, $"uk{index}");
        (string address, int prefix) = AddressOf(settings.HostAddress, index);
        if (settings.DryRun) return NetworkBackend.Tap(device);
        if (own is not null) return own.AddDevice(device, address, prefix);
        own = TapNetwork.Create(address, prefix, device);
        return NetworkBackend.Tap(device, own.Namespace);
    }

    private static (string Address, int Prefix) AddressOf(string text, int index)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out IPAddress? address) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int prefix))
            throw new ArgumentException($"--host-address {text}: not an address such as 10.10.0.1/24");
        byte[] bytes = address.GetAddressBytes();
        if (bytes.Length == 4) bytes[2] += (byte)index;
        return (new IPAddress(bytes).ToString(), prefix);
    }

    private static string Explain(RunSettings settings, ImmutableArray<PortForm> ports, TapNetwork? own)
    {
        List<string> lines = [];
        if (own is not null)
        {
            string addresses = string.Join(" and ", ports.Where(port => port.Kind == PortKind.OwnTap).Select(port => AddressOf(settings.HostAddress, port.Index)).Select(end => $"{end.Address}/{end.Prefix}"));
            lines.Add($"the port is on a network of its own with the host as {addresses}; reach the guest with: {own.Namespace.EnterCommand} ping ADDRESS");
        }
        foreach (PortForm port in ports.Where(port => port.Kind == PortKind.VhostUser && !File.Exists(port.Rest)))
            lines.Add($"port {port.Index} waits for a backend at {port.Rest}, for example: dpdk-testpmd --no-huge -m 512 --no-pci --vdev net_vhost0,iface={port.Rest} -- -i");
        return string.Join("\nuk: ", lines);
    }
}
