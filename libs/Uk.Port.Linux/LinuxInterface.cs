// What the kernel knows about its network interfaces: netdevice(7).

using System;
using System.Runtime.InteropServices;
using Uk.EthDev;
using Uk.Linux;
using Uk.Platform;

namespace Uk.Port.Linux;

/// <summary>struct ifreq: a name, and a union of which one member is used at a time.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal unsafe struct InterfaceRequest
{
    [FieldOffset(0)] public fixed byte Name[16];
    [FieldOffset(16)] public short Flags;
    [FieldOffset(16)] public int Index;
    /// <summary>struct sockaddr: the family, then the address.</summary>
    [FieldOffset(18)] public fixed byte Address[MacAddress.LengthBytes];
}

internal static unsafe class LinuxInterface<TCalls> where TCalls : struct, ISystemCalls<TCalls>
{
    private const uint SIOCGIFFLAGS = 0x8913, SIOCSIFFLAGS = 0x8914, SIOCGIFHWADDR = 0x8927, SIOCGIFINDEX = 0x8933;
    private const short IFF_UP = 0x1, IFF_RUNNING = 0x40;

    /// <summary>Any socket: through it the kernel is asked about interfaces.</summary>
    public static int OpenControl() =>
        LinuxCalls<TCalls>.Socket(LinuxSocket.AF_INET, LinuxSocket.SOCK_DGRAM | LinuxSocket.SOCK_CLOEXEC, 0);

    public static bool TryRequest(ReadOnlySpan<byte> name, out InterfaceRequest request)
    {
        request = default;
        fixed (byte* bytes = request.Name) return PortName.TryCopy(name, bytes, PortName.InterfaceBytesMax);
    }

    /// <summary>Brings it up; without the right to do so, whoever made it has to.</summary>
    public static void BringUp(int control, InterfaceRequest request)
    {
        if (LinuxCalls<TCalls>.Control(control, SIOCGIFFLAGS, &request) < 0) return;
        request.Flags |= IFF_UP;
        LinuxCalls<TCalls>.Control(control, SIOCSIFFLAGS, &request);
    }

    public static bool IsRunning(int control, InterfaceRequest request) =>
        LinuxCalls<TCalls>.Control(control, SIOCGIFFLAGS, &request) == 0 && (request.Flags & IFF_RUNNING) != 0;

    /// <summary>Its number, or a negated errno.</summary>
    public static int IndexOf(int control, InterfaceRequest request)
    {
        int result = LinuxCalls<TCalls>.Control(control, SIOCGIFINDEX, &request);
        return result < 0 ? result : request.Index;
    }

    public static MacAddress MacOf(int control, InterfaceRequest request)
    {
        LinuxCalls<TCalls>.Control(control, SIOCGIFHWADDR, &request);
        ulong value = 0;
        for (int i = 0; i < MacAddress.LengthBytes; i++) value = (value << 8) | request.Address[i];
        return new MacAddress(value);
    }
}
