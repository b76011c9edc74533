// A TAP: an Ethernet interface of the host's kernel whose other end is this process.

using System;
using System.Runtime.InteropServices;

namespace Uk.Port.Host;

/// <remarks>Linux: Documentation/networking/tuntap.rst. DPDK: <c>net_tap</c>.</remarks>
internal sealed class TapBackend : HostBackend
{
    private readonly string _interfaceName;
    private readonly int _tap;
    /// <summary>Any socket: through it the kernel is asked about interfaces.</summary>
    private readonly int _control;
    private bool _closed;

    private TapBackend(string interfaceName, int tap, int control)
    {
        _interfaceName = interfaceName;
        _tap = tap;
        _control = control;
    }

    public override string Description =>
        $"TAP {_interfaceName} (an address for the host: ip addr add <address>/<prefix length> dev {_interfaceName})";

    public override bool LinkUp =>
        LinuxTap.TryGetFlags(_control, _interfaceName, out short flags) && (flags & LinuxTap.FlagRunning) != 0;

    /// <summary>
    /// Attaches to the interface, or makes it and removes it with the process; brings it up where allowed.
    /// </summary>
    public static TapBackend Open(string interfaceName, string optionName)
    {
        int tap = LinuxTap.OpenDevice();
        if (tap < 0) throw Refused(interfaceName, optionName, LinuxTap.DevicePath);
        if (!LinuxTap.TryAttach(tap, interfaceName))
        {
            HostPortException refusal = Refused(interfaceName, optionName, $"TAP {interfaceName}");
            LinuxTap.Close(tap);
            throw refusal;
        }
        int control = LinuxTap.OpenControlSocket();
        // Without the right to do so, whoever made the interface has to: LinkUp tells.
        if (LinuxTap.TryGetFlags(control, interfaceName, out short flags))
            LinuxTap.TrySetFlags(control, interfaceName, (short)(flags | LinuxTap.FlagUp));
        return new TapBackend(interfaceName, tap, control);
    }

    public override unsafe bool TryReceive(Span<byte> room, out int lengthBytes, out DropReason reason)
    {
        lengthBytes = 0;
        reason = DropReason.None;
        // The number of a closed file may be another file's by now.
        if (_closed) return false;
        // The kernel cuts a frame that does not fit without saying so. One byte more than there is room tells.
        byte surplus;
        fixed (byte* start = room)
            lengthBytes = LinuxTap.Read(_tap, start, (nuint)room.Length, &surplus, 1);
        reason = lengthBytes > room.Length ? DropReason.Oversize : DropReason.None;
        return lengthBytes > 0;
    }

    /// <summary>False while the interface is down or its queue is full.</summary>
    public override unsafe bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (_closed) return false;
        fixed (byte* start = frame)
            return LinuxTap.TryWrite(_tap, start, (nuint)frame.Length);
    }

    /// <summary>An interface that was made here vanishes with this.</summary>
    public override void Close()
    {
        if (_closed) return;
        _closed = true;
        LinuxTap.Close(_control);
        LinuxTap.Close(_tap);
    }

    private static HostPortException Refused(string interfaceName, string optionName, string what)
    {
        string cause = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
        return new HostPortException(
            $"cannot open {what}: {cause}. Run as root; or make the interface once for your user:\n" +
            $"    sudo ip tuntap add dev {interfaceName} mode tap user $USER && sudo ip link set {interfaceName} up\n" +
            $"or use capture files in its place: {optionName} pcap:in.pcap,out.pcap");
    }
}
