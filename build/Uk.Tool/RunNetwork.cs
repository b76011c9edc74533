using System;
using System.Globalization;
using Uk.Qemu;
using Uk.Tool.Report;

namespace Uk.Tool;

/// <summary>The network of one `uk run`: what was asked for, or what the image needs and the system allows.</summary>
/// <param name="Explanation">For the user; empty where there is nothing to say.</param>
internal sealed record RunNetwork(NetworkBackend? Backend, string Explanation, TapNetwork? Own) : IDisposable
{
    private static readonly RunNetwork s_none = new(null, "", null);

    /// <exception cref="ArgumentException">The network that was asked for is none of those that there are.</exception>
    /// <exception cref="NetworkUnavailableException">A TAP device was asked for and the system allows none.</exception>
    public static RunNetwork Open(RunSettings settings, ImageReport? report)
    {
        string[] parts = settings.Network?.Split(':', 2) ?? [];
        return parts switch
        {
            [] when report is not { Ports.IsEmpty: false } => s_none,
            [] => OpenDefault(settings),
            ["none"] => s_none,
            ["user"] => new(NetworkBackend.User, "", null),
            ["tap"] => OpenTap(settings),
            ["tap", { Length: > 0 } name] => new(NetworkBackend.Tap(name), "", null),
            ["socket", { Length: > 0 } path] => new(NetworkBackend.Stream(path), "", null),
            _ => throw new ArgumentException($"--net {settings.Network}: there are none, tap, tap:NAME, socket:PATH and user"),
        };
    }

    public void Dispose() => Own?.Dispose();

    private static RunNetwork OpenDefault(RunSettings settings)
    {
        try
        {
            return OpenTap(settings);
        }
        catch (Exception e) when (e is NetworkUnavailableException or MissingToolException)
        {
            return new(NetworkBackend.User, $"the image has a port, but no TAP device can be had ({e.Message}): using QEMU's user network, through which nothing reaches the guest", null);
        }
    }

    private static RunNetwork OpenTap(RunSettings settings)
    {
        if (settings.DryRun) return new(NetworkBackend.Tap(TapNetwork.Device), "", null);
        (string address, int prefix) = ParseAddress(settings.HostAddress);
        TapNetwork own = TapNetwork.Create(address, prefix);
        return new(own.Backend, $"the port is on a network of its own with the host as {settings.HostAddress}; reach the guest with: {own.Namespace.EnterCommand} ping ADDRESS", own);
    }

    private static (string Address, int Prefix) ParseAddress(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int prefix)
            ? (parts[0], prefix)
            : throw new ArgumentException($"--host-address {text}: not an address such as 10.10.0.1/24");
    }
}
