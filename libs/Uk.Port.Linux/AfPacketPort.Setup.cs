// A packet socket from nothing to bound, with its two rings.

using System;
using Uk.Bus;
using Uk.EthDev;
using Uk.Linux;
using static Uk.Linux.LinuxSocket;
using static Uk.Port.Linux.AfPacketSpec;

namespace Uk.Port.Linux;

public readonly unsafe partial struct AfPacketPort<TBus, TDevices, TCalls, TStart, TPool, TPort>
{
    private static int s_socket;
    private static int s_control;
    private static int s_index;
    private static InterfaceRequest s_interface;
    private static MacAddress s_macAddress;

    public static bool IsChosen => BusSearch<TBus, TDevices>.Serves(TPort.Index);
    public static string Forms => "af_packet:<interface>";
    /// <summary>The interface's.</summary>
    public static MacAddress MacAddress => s_macAddress;
    public static bool LinkUp => LinuxInterface<TCalls>.IsRunning(s_control, s_interface);
    public static bool Ended => false;

    public static void Initialize()
    {
        if (!BusSearch<TBus, TDevices>.TryTake(TPort.Index, out BusDevice found)) return;
        ReadOnlySpan<byte> name = found.Arguments;
        s_control = LinuxInterface<TCalls>.OpenControl();
        s_index = LinuxInterface<TCalls>.TryRequest(name, out s_interface)
            ? LinuxInterface<TCalls>.IndexOf(s_control, s_interface)
            : -LinuxError.EINVAL;
        if (s_index < 0) PortName.RefuseInterface<TStart>(TPort.Index, name, "find the interface", s_index);
        s_macAddress = LinuxInterface<TCalls>.MacOf(s_control, s_interface);
        // Without a protocol it receives nothing until it is bound: else there were frames of other interfaces in it.
        s_socket = LinuxCalls<TCalls>.Socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (s_socket < 0) PortName.RefuseInterface<TStart>(TPort.Index, name, "as root open a packet socket for", s_socket);
        nint error = SetUpRings();
        if (error >= 0) error = Bind();
        if (error < 0) PortName.Refuse<TStart>(TPort.Index, name, "set up the packet socket for", error);
        SetPromiscuous();
    }

    private static nint SetUpRings()
    {
        int version = TPACKET_V2, yes = 1;
        tpacket_req ring = new()
        {
            tp_block_size = BlockBytes,
            tp_block_nr = RingBytes / BlockBytes,
            tp_frame_size = FrameBytes,
            tp_frame_nr = FrameCount,
        };
        nint error = LinuxCalls<TCalls>.SetSocketOption(s_socket, SOL_PACKET, PACKET_VERSION, &version, sizeof(int));
        // What this process sends is not what it wants to receive. Kernels before 4.20 do not know it.
        LinuxCalls<TCalls>.SetSocketOption(s_socket, SOL_PACKET, PACKET_IGNORE_OUTGOING, &yes, sizeof(int));
        if (error >= 0) error = LinuxCalls<TCalls>.SetSocketOption(s_socket, SOL_PACKET, PACKET_RX_RING, &ring, sizeof(tpacket_req));
        if (error >= 0) error = LinuxCalls<TCalls>.SetSocketOption(s_socket, SOL_PACKET, PACKET_TX_RING, &ring, sizeof(tpacket_req));
        if (error < 0) return error;
        nint rings = LinuxCalls<TCalls>.Map(0, 2 * RingBytes, LinuxFile.PROT_READ | LinuxFile.PROT_WRITE, LinuxFile.MAP_SHARED, s_socket, 0);
        if (rings is < 0 and > -4096) return rings;
        s_rx = (byte*)rings;
        s_tx = s_rx + RingBytes;
        return 0;
    }

    private static nint Bind()
    {
        sockaddr_ll address = new() { sll_family = AF_PACKET, sll_protocol = AllProtocols, sll_ifindex = s_index };
        return LinuxCalls<TCalls>.Bind(s_socket, &address, sizeof(sockaddr_ll));
    }

    /// <summary>The port has the address of the interface, and others behind it may have any.</summary>
    private static void SetPromiscuous()
    {
        packet_mreq membership = new() { mr_ifindex = s_index, mr_type = PACKET_MR_PROMISC };
        LinuxCalls<TCalls>.SetSocketOption(s_socket, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof(packet_mreq));
    }

    public static bool IsPromiscuous => true;
}
