// A vhost-user backend as a virtio transport: what is a register elsewhere is a message on a Unix socket here. The
// queues are the same. Options and life cycle of a connection are in VhostUser.Connection.cs.

using System;
using Uk.Linux;
using Uk.Platform;
using static Uk.Virtio.User.VhostUserConfig;
using static Uk.Virtio.User.VhostUserSpec;

namespace Uk.Virtio.User;

/// <summary>
/// Virtio devices whose other end is a process: the front end of the vhost-user protocol. DPDK: <c>net_virtio_user</c>.
/// </summary>
/// <remarks>
/// Boot and control path. The backend maps the memory regions whole, so it can write whatever lies there: give the
/// packets of such a port a region of their own. An address in the process is its own IOVA.
/// </remarks>
[UkLibrary(Targets = UkTargets.Linux | UkTargets.Host)]
[Vdev("vhost-user")]
[Vdev("virtio-user")]
[Provides<IVirtioTransport>]
[Requires<ISystemCalls>]
[Requires<IStartOptions>]
[Requires<ISharedMemory>]
[Requires<IConsole>]
public readonly unsafe partial struct VhostUser<TCalls, TStart, TShared, TConsole>
    : IVirtioTransport<VhostUser<TCalls, TStart, TShared, TConsole>>
    where TCalls : struct, ISystemCalls<TCalls>
    where TStart : struct, IStartOptions<TStart>
    where TShared : struct, ISharedMemory<TShared>
    where TConsole : struct, IConsole<TConsole>
{
    private static ref VhostUserDevice<TCalls> State(in VirtioDevice device) =>
        ref *(VhostUserDevice<TCalls>*)device.Registers;

    public static byte GetStatus(in VirtioDevice device) => State(device).Status;

    /// <summary>What the backend does not want is a status that stays without the bit.</summary>
    public static void SetStatus(in VirtioDevice device, byte status)
    {
        ref VhostUserDevice<TCalls> state = ref State(device);
        if (status == 0) StopVrings(ref state);
        bool taken = state.Channel.IsOpen;
        if (taken && (status & DeviceStatus.FEATURES_OK) != 0 && (state.Status & DeviceStatus.FEATURES_OK) == 0)
            taken = TrySendFeatures(ref state);
        if (taken && (status & DeviceStatus.DRIVER_OK) != 0 && (state.Status & DeviceStatus.DRIVER_OK) == 0)
            taken = TryEnableVrings(ref state, 0);
        if (taken && (status & DeviceStatus.DRIVER_OK) != 0) state.Channel.EndExchange();
        if (taken && (state.ProtocolFeatures & VHOST_USER_PROTOCOL_F_STATUS) != 0)
            taken = state.Channel.TrySet(VhostUserRequest.SET_STATUS, (ulong)status);
        if (taken || status == 0) state.Status = status;
        else state.Status |= DeviceStatus.DEVICE_NEEDS_RESET;
    }

    /// <summary>What the front end does itself is offered by it and never told to the backend.</summary>
    public static ulong GetDeviceFeatures(in VirtioDevice device)
    {
        ref VhostUserDevice<TCalls> state = ref State(device);
        ulong features = state.OfferedFeatures & ~(VHOST_USER_F_PROTOCOL_FEATURES | VIRTIO_NET_F_CTRL_VQ | ControlFeatures | VIRTIO_NET_F_MQ);
        features |= VIRTIO_NET_F_MAC | VIRTIO_NET_F_STATUS;
        return state.VringCount > 2 ? features | VIRTIO_NET_F_MQ : features;
    }

    public static void SetDriverFeatures(in VirtioDevice device, ulong features) =>
        State(device).DriverFeatures = features;

    public static uint GetQueueSizeMax(in VirtioDevice device, ushort queue) =>
        queue < State(device).VringCount ? 32768u : 0;

    public static bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell)
    {
        doorbell = default;
        ref VhostUserDevice<TCalls> state = ref State(device);
        if (!TryMakeCall(ref state.CallFiles[queue]) || !TryMakeKick(ref state.KickFiles[queue], out int backendsEnd)) return false;
        bool packed = (state.DriverFeatures & VirtioFeatures.VIRTIO_F_RING_PACKED) != 0;
        VhostUserVringState number = new() { index = queue, num = size };
        VhostUserVringState first = new() { index = queue, num = packed ? PackedBase : 0 };
        VhostUserVringAddress address = new()
        {
            index = queue,
            descriptor = addresses.DescriptorArea,
            available = addresses.DriverArea,
            used = addresses.DeviceArea,
        };
        ref VhostUserChannel<TCalls> channel = ref state.Channel;
        bool taken = channel.TrySetFile(VhostUserRequest.SET_VRING_CALL, queue, state.CallFiles[queue] - 1)
            && channel.TrySet(VhostUserRequest.SET_VRING_NUM, number)
            && channel.TrySet(VhostUserRequest.SET_VRING_BASE, first)
            && channel.TrySet(VhostUserRequest.SET_VRING_ADDR, address)
            && channel.TrySetFile(VhostUserRequest.SET_VRING_KICK, queue, backendsEnd);
        LinuxCalls<TCalls>.Close(backendsEnd);
        if (!taken) return false;
        state.StartedVrings |= 1u << queue;
        doorbell = new VirtqueueDoorbell { Address = (nuint)state.KickFiles[queue] - 1, QueueIndex = queue, WidthBytes = sizeof(ulong) };
        return true;
    }

    /// <summary>
    /// Wakes a backend that sleeps, and never waits for it: see <see cref="TryMakeKick"/>. What has no room any more tells
    /// nothing that was not told yet.
    /// </summary>
    public static void Ring(in VirtqueueDoorbell doorbell)
    {
        ulong one = 1;
        LinuxCalls<TCalls>.Send((int)doorbell.Address, &one, sizeof(ulong), LinuxSocket.MSG_DONTWAIT | LinuxSocket.MSG_NOSIGNAL);
    }

    /// <summary>
    /// "SET_VRING_CALL": the backend adds to the call file's counter where the ring asks for it. Who rests must also notice
    /// that the backend ends, so it waits for both; the connection is a new one after each reset.
    /// </summary>
    public static bool TryEnableInterrupt(in VirtioDevice device, ushort queue, ref VirtioInterrupt connection)
    {
        ref VhostUserDevice<TCalls> state = ref State(device);
        if (state.WakeFiles[queue] != 0) LinuxCalls<TCalls>.Close(state.WakeFiles[queue] - 1);
        int set = LinuxCalls<TCalls>.PollSet();
        state.WakeFiles[queue] = Math.Max(0, set + 1);
        connection.IsConnected = set >= 0 && state.Channel.IsOpen
            && TryWaitFor(set, state.CallFiles[queue] - 1, LinuxPollSetEvent.EPOLLIN | LinuxPollSetEvent.EPOLLET)
            && TryWaitFor(set, state.Channel.Socket, LinuxPollSetEvent.EPOLLIN | LinuxPollSetEvent.EPOLLRDHUP);
        return connection.IsConnected;
    }

    private static bool TryWaitFor(int set, int file, uint events)
    {
        LinuxPollSetEvent wanted = new() { Wanted = events };
        return LinuxCalls<TCalls>.AddToPollSet(set, file, &wanted) == 0;
    }

    /// <summary>
    /// The calls so far wake nobody any more: what they told of is seen by who looks at the ring now. Their counter is left
    /// alone, because reading it could wait: the backend may have taken the flag from the file that keeps it from that. It
    /// is the change that wakes (EPOLLET), and each call is one.
    /// </summary>
    public static void AcknowledgeInterrupt(in VirtioDevice device, ushort queue)
    {
        LinuxPollSetEvent* events = stackalloc LinuxPollSetEvent[2];
        LinuxCalls<TCalls>.ReadPollSet(State(device).WakeFiles[queue] - 1, events, 2);
    }

    public static int WakeFile(in VirtioDevice device, ushort queue) => State(device).WakeFiles[queue] - 1;

    public static uint GetConfigGeneration(in VirtioDevice device) => 0;

    public static byte ReadConfig8(in VirtioDevice device, uint offsetBytes) => State(device).Config[offsetBytes];

    public static ushort ReadConfig16(in VirtioDevice device, uint offsetBytes) =>
        (ushort)(ReadConfig8(device, offsetBytes) | (ReadConfig8(device, offsetBytes + 1) << 8));

    public static bool HasControlQueue => false;

    /// <summary>All vrings are set up; those of the pairs in use are enabled. §5.1.6.5.5 is a message here.</summary>
    public static bool TrySetQueuePairs(in VirtioDevice device, int pairs)
    {
        ref VhostUserDevice<TCalls> state = ref State(device);
        state.Channel.BeginExchange();
        bool taken = TryEnableVrings(ref state, 2 * pairs);
        state.Channel.EndExchange();
        return taken;
    }

    /// <param name="count">Of them the others are disabled; 0 stands for all that were set up.</param>
    private static bool TryEnableVrings(ref VhostUserDevice<TCalls> state, int count)
    {
        // Without protocol features vrings are enabled from the start, and nobody knows the message.
        if ((state.OfferedFeatures & VHOST_USER_F_PROTOCOL_FEATURES) == 0) return true;
        for (int i = 0; i < VhostUserDevice<TCalls>.VringsMax; i++)
        {
            if ((state.StartedVrings >> i & 1) == 0) continue;
            VhostUserVringState enabled = new() { index = (uint)i, num = count == 0 || i < count ? 1u : 0 };
            if (!state.Channel.TrySet(VhostUserRequest.SET_VRING_ENABLE, enabled)) return false;
        }
        return true;
    }

    private static bool TryMakeCall(ref int filePlus1)
    {
        if (filePlus1 == 0) filePlus1 = Math.Max(0, LinuxCalls<TCalls>.EventFile() + 1);
        return filePlus1 != 0;
    }

    /// <summary>
    /// "SET_VRING_KICK": a file that can be read when there is work, eight bytes each time. Of an event file the backend has
    /// the same open file as the driver, and could fill it and make writing wait; of two sockets each side has its own. A
    /// new pair for each connection: what the last backend has is of no use any more.
    /// </summary>
    private static bool TryMakeKick(ref int filePlus1, out int backendsEnd)
    {
        int* sockets = stackalloc int[2];
        if (filePlus1 != 0) LinuxCalls<TCalls>.Close(filePlus1 - 1);
        const int Type = LinuxSocket.SOCK_DGRAM | LinuxSocket.SOCK_NONBLOCK | LinuxSocket.SOCK_CLOEXEC;
        filePlus1 = LinuxCalls<TCalls>.SocketPair(Type, sockets) < 0 ? 0 : sockets[0] + 1;
        backendsEnd = filePlus1 == 0 ? -1 : sockets[1];
        return filePlus1 != 0;
    }
}
