// A socket of the family AF_PACKET, with rings of frames that the kernel and this process share: packet(7),
// Documentation/networking/packet_mmap.rst. Setting it up is in AfPacketPort.Setup.cs.

using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Uk.Bus;
using Uk.EthDev;
using Uk.Linux;
using Uk.Mempool;
using Uk.Platform;
using static Uk.Port.Linux.AfPacketSpec;

namespace Uk.Port.Linux;

/// <summary>
/// Driver of a network interface of the kernel, through a packet socket: <c>--port0=af_packet:eth0</c>.
/// DPDK: <c>net_af_packet</c>.
/// </summary>
/// <remarks>
/// Data path; one lcore. A copy for each frame, and a system call for each burst that is sent. The kernel's own traffic on
/// the interface goes on beside.
/// </remarks>
[UkLibrary(Targets = UkTargets.Linux | UkTargets.Host)]
[Vdev("af_packet")]
[Provides<IEthDriver>]
[Requires<IBus>]
[Requires<IDeviceTable>]
[Requires<ISystemCalls>]
[Requires<IStartOptions>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public readonly unsafe partial struct AfPacketPort<TBus, TDevices, TCalls, TStart, TPool, TPort>
    : IEthDriver<AfPacketPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>, IInitialize<AfPacketPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>
    where TBus : struct, IBus<TBus>
    where TDevices : struct, IDeviceTable<TDevices>
    where TCalls : struct, ISystemCalls<TCalls>
    where TStart : struct, IStartOptions<TStart>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private static byte* s_rx;
    private static byte* s_tx;
    private static uint s_rxNext;
    private static uint s_txNext;

    /// <summary>The kernel may be at work on frames that were handed over and not kicked.</summary>
    private static bool s_mustKick;

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        // At most one burst of frames, good or not.
        for (int i = 0; i < Burst.Capacity; i++)
        {
            tpacket2_hdr* frame = (tpacket2_hdr*)(s_rx + s_rxNext * FrameBytes);
            // Barrier, acquire: the status before the frame. Partner: the kernel's release of it after the frame.
            if ((Volatile.Read(ref frame->tp_status) & TP_STATUS_USER) == 0) return;
            Mbuf* mbuf = TPool.Allocate();
            // Without an mbuf frames wait in the ring.
            if (mbuf == null) return;
            DropReason reason = Copy(frame, mbuf);
            Volatile.Write(ref frame->tp_status, TP_STATUS_KERNEL);
            s_rxNext = (s_rxNext + 1) % FrameCount;
            if (reason == DropReason.None)
            {
                burst.Add(mbuf);
                continue;
            }
            drops.Count(reason);
            TPool.Free(mbuf);
        }
    }

    private static DropReason Copy(tpacket2_hdr* frame, Mbuf* mbuf)
    {
        // The kernel is trusted, yet these are read once: they are in memory that two sides write.
        uint lengthBytes = frame->tp_snaplen, start = frame->tp_mac;
        bool isTagged = (frame->tp_status & TP_STATUS_VLAN_VALID) != 0;
        if (start > FrameBytes || lengthBytes > FrameBytes - start || lengthBytes < EthernetBytes) return DropReason.DeviceError;
        if (lengthBytes < frame->tp_len || !mbuf->TrySetLength(lengthBytes + (isTagged ? VlanTagBytes : 0))) return DropReason.Oversize;
        byte* from = (byte*)frame + start;
        byte* to = mbuf->DataPointer;
        if (!isTagged)
        {
            Unsafe.CopyBlockUnaligned(to, from, lengthBytes);
            return DropReason.None;
        }
        // The kernel has taken the tag out: IEEE 802.1Q, 9.3.
        Unsafe.CopyBlockUnaligned(to, from, AddressesBytes);
        ushort type = (frame->tp_status & TP_STATUS_VLAN_TPID_VALID) != 0 ? frame->tp_vlan_tpid : (ushort)0x8100;
        to[AddressesBytes] = (byte)(type >> 8);
        to[AddressesBytes + 1] = (byte)type;
        to[AddressesBytes + 2] = (byte)(frame->tp_vlan_tci >> 8);
        to[AddressesBytes + 3] = (byte)frame->tp_vlan_tci;
        Unsafe.CopyBlockUnaligned(to + AddressesBytes + VlanTagBytes, from + AddressesBytes, lengthBytes - AddressesBytes);
        return DropReason.None;
    }

    /// <summary>The file tells of frames by itself.</summary>
    public static bool TryArm(int queue) => true;
    public static int WakeFile(int queue) => s_socket;

    public static int Transmit(int queue, ref Burst burst)
    {
        int sent = 0;
        for (; sent < burst.Count; sent++)
        {
            Mbuf* mbuf = burst.At(sent);
            tpacket2_hdr* frame = (tpacket2_hdr*)(s_tx + s_txNext * FrameBytes);
            uint status = Volatile.Read(ref frame->tp_status);
            if (status is not (TP_STATUS_AVAILABLE or TP_STATUS_WRONG_FORMAT)) break;
            // What is longer than a frame of the ring is taken and lost, as by any device.
            if (mbuf->DataLength <= FrameBytes - TxDataOffset)
            {
                Unsafe.CopyBlockUnaligned((byte*)frame + TxDataOffset, mbuf->DataPointer, mbuf->DataLength);
                frame->tp_len = mbuf->DataLength;
                // Barrier, release: the frame before the status. Partner: the kernel's acquire.
                Volatile.Write(ref frame->tp_status, TP_STATUS_SEND_REQUEST);
                s_txNext = (s_txNext + 1) % FrameCount;
                s_mustKick = true;
            }
            TPool.Free(mbuf);
        }
        if (s_mustKick) s_mustKick = LinuxCalls<TCalls>.Send(s_socket, null, 0, LinuxSocket.MSG_DONTWAIT) < 0;
        return sent;
    }
}
