using System.Globalization;

namespace Uk.Qemu;

/// <summary>Where one of the guest's network devices is connected on the host.</summary>
/// <param name="Netdev">QEMU's <c>-netdev</c>, without the id.</param>
/// <param name="Namespace">The network namespace in which QEMU has to run; null for the one of this process.</param>
public sealed record NetworkBackend(string Netdev, NetworkNamespace? Namespace = null)
{
    /// <summary>QEMU's own network: the guest reaches out, nothing reaches the guest.</summary>
    public static readonly NetworkBackend User = new("user");

    /// <summary>QEMU's <c>-chardev</c>, without the id: a vhost-user backend; null for the others.</summary>
    public string? Chardev { get; private init; }

    /// <summary>Pairs of queues of the device.</summary>
    public int Queues { get; private init; } = 1;

    /// <summary>The address of the device; null leaves it to QEMU.</summary>
    public string? MacAddress { get; init; }

    /// <summary>An existing TAP device; one of several queues was made so.</summary>
    public static NetworkBackend Tap(string device, NetworkNamespace? inside = null, int queues = 1) =>
        new(string.Create(CultureInfo.InvariantCulture, $"tap,ifname={device},script=no,downscript=no{(queues == 1 ? "" : $",queues={queues}")}"), inside)
        {
            Queues = queues,
        };

    /// <summary>A Unix socket on which somebody listens: frames, each behind its length as 4 bytes in network order.</summary>
    public static NetworkBackend Stream(string socketPath) =>
        new($"stream,server=off,addr.type=unix,addr.path={QemuOptions.Escape(socketPath)}");

    /// <summary>
    /// A vhost-user backend that listens, or will: QEMU waits for it at its start, and again where it goes away. It sees all
    /// memory of the guest. qemu docs/interop/vhost-user.
    /// </summary>
    public static NetworkBackend VhostUser(string socketPath, int queues = 1) =>
        new(queues == 1 ? "vhost-user" : string.Create(CultureInfo.InvariantCulture, $"vhost-user,queues={queues}"))
        {
            Chardev = $"socket,path={QemuOptions.Escape(socketPath)},reconnect=1",
            Queues = queues,
        };
}
