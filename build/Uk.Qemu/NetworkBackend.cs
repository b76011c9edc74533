using System.Globalization;

namespace Uk.Qemu;

/// <summary>Where the guest's network device is connected on the host.</summary>
/// <param name="Netdev">QEMU's <c>-netdev</c>, without the id.</param>
/// <param name="Namespace">The network namespace in which QEMU has to run; null for the one of this process.</param>
public sealed record NetworkBackend(string Netdev, NetworkNamespace? Namespace = null)
{
    /// <summary>QEMU's own network: the guest reaches out, nothing reaches the guest.</summary>
    public static readonly NetworkBackend User = new("user");

    /// <summary>An existing TAP device.</summary>
    public static NetworkBackend Tap(string device, NetworkNamespace? inside = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"tap,ifname={device},script=no,downscript=no"), inside);

    /// <summary>A Unix socket on which somebody listens: frames, each behind its length as 4 bytes in network order.</summary>
    public static NetworkBackend Stream(string socketPath) =>
        new($"stream,server=off,addr.type=unix,addr.path={QemuOptions.Escape(socketPath)}");
}
