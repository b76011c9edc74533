// A TAP: an Ethernet interface of the host's kernel whose other end is this process. linux/if_tun.h, tuntap.rst.

using System;
using Uk.Bus;
using Uk.EthDev;
using Uk.Linux;
using Uk.Mempool;
using Uk.Platform;

namespace Uk.Port.Linux;

/// <summary>Driver of a TAP interface: <c>--port0=tap:NAME</c>. DPDK: <c>net_tap</c>.</summary>
/// <remarks>Data path; one lcore. A system call and a copy, by the kernel, for each frame.</remarks>
[UkLibrary(Targets = UkTargets.Linux)]
[Vdev("tap", IsDefault = true)]
[Provides<IEthDriver>]
[Requires<IBus>]
[Requires<IDeviceTable>]
[Requires<ISystemCalls>]
[Requires<IStartOptions>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public readonly unsafe struct TapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>
    : IEthDriver<TapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>, IInitialize<TapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>
    where TBus : struct, IBus<TBus>
    where TDevices : struct, IDeviceTable<TDevices>
    where TCalls : struct, ISystemCalls<TCalls>
    where TStart : struct, IStartOptions<TStart>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private const uint TUNSETIFF = 0x4004_54CA;
    /// <summary>IFF_TAP, IFF_NO_PI: whole Ethernet frames with nothing before them.</summary>
    private const short TapWithoutPacketInformation = 0x2 | 0x1000;

    private static int s_tap;
    private static int s_control;
    private static InterfaceRequest s_interface;
    private static MacAddress s_macAddress;

    public static bool IsChosen => BusSearch<TBus, TDevices>.Serves(TPort.Index);
    public static string Forms => "tap, tap:<name>";
    public static MacAddress MacAddress => s_macAddress;
    public static bool LinkUp => LinuxInterface<TCalls>.IsRunning(s_control, s_interface);
    public static bool Ended => false;
    /// <summary>A TAP has frames for whomever.</summary>
    public static bool IsPromiscuous => true;

    /// <summary>Attaches to the interface, or makes one that vanishes with the process; brings it up where allowed.</summary>
    public static void Initialize()
    {
        if (!BusSearch<TBus, TDevices>.TryTake(TPort.Index, out BusDevice found)) return;
        ReadOnlySpan<byte> chosen = found.Arguments;
        s_macAddress = PortChoice<TStart>.MacOf(TPort.Index);
        Span<byte> usual = stackalloc byte[8];
        scoped ReadOnlySpan<byte> name = chosen.Length != 0 ? chosen : UsualName(usual);
        if (!LinuxInterface<TCalls>.TryRequest(name, out s_interface))
            PortName.Refuse<TStart>(TPort.Index, name, "attach to the TAP", -LinuxError.EINVAL);

        s_tap = PortName.Open<TCalls>("/dev/net/tun"u8, LinuxFile.O_RDWR | LinuxFile.O_NONBLOCK);
        if (s_tap < 0) PortName.Refuse<TStart>(TPort.Index, "/dev/net/tun"u8, "open", s_tap);
        InterfaceRequest request = s_interface;
        request.Flags = TapWithoutPacketInformation;
        int result = LinuxCalls<TCalls>.Control(s_tap, TUNSETIFF, &request);
        if (result < 0) PortName.RefuseInterface<TStart>(TPort.Index, name, "as root or its owner attach to the TAP", result);
        s_control = LinuxInterface<TCalls>.OpenControl();
        LinuxInterface<TCalls>.BringUp(s_control, s_interface);
    }

    /// <summary>uk0 for port 0.</summary>
    private static ReadOnlySpan<byte> UsualName(Span<byte> text)
    {
        "uk"u8.CopyTo(text);
        TPort.Index.TryFormat(text[2..], out int digits);
        return text[..(2 + digits)];
    }

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        // One burst of attempts, so that a flood of frames that must be dropped cannot hold the caller.
        for (int attempt = 0; attempt < Burst.Capacity && !burst.IsFull; attempt++)
        {
            Mbuf* mbuf = TPool.Allocate();
            // Without an mbuf frames wait in the TAP's queue.
            if (mbuf == null) return;
            nint lengthBytes = Read(mbuf);
            if (lengthBytes > 0 && mbuf->TrySetLength((uint)lengthBytes))
            {
                burst.Add(mbuf);
                continue;
            }
            TPool.Free(mbuf);
            if (lengthBytes <= 0) return;
            drops.Count(DropReason.Oversize);
        }
    }

    /// <summary>The kernel cuts a frame that does not fit without saying so: one byte more than there is room tells.</summary>
    private static nint Read(Mbuf* mbuf)
    {
        byte surplus;
        LinuxPiece* pieces = stackalloc LinuxPiece[2];
        pieces[0] = new LinuxPiece { Start = mbuf->DataPointer, LengthBytes = mbuf->Capacity };
        pieces[1] = new LinuxPiece { Start = &surplus, LengthBytes = 1 };
        return LinuxCalls<TCalls>.ReadVector(s_tap, pieces, 2);
    }

    /// <summary>The file tells of frames by itself.</summary>
    public static bool TryArm(int queue) => true;
    public static int WakeFile(int queue) => s_tap;

    /// <summary>Takes less than all while the interface is down or its queue is full.</summary>
    public static int Transmit(int queue, ref Burst burst)
    {
        int sent = 0;
        for (; sent < burst.Count; sent++)
        {
            Mbuf* mbuf = burst.At(sent);
            nint result = LinuxCalls<TCalls>.Write(s_tap, mbuf->DataPointer, mbuf->DataLength);
            // What is no frame at all is taken and lost, as by any device.
            if (result < 0 && result != -LinuxError.EINVAL) break;
            TPool.Free(mbuf);
        }
        return sent;
    }
}
