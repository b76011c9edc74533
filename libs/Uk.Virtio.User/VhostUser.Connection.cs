// Connections: which backend the user named, the exchange at their start, the memory table, their end.

using System;
using Uk.Bus;
using Uk.EthDev;
using Uk.Linux;
using Uk.Platform;
using static Uk.Virtio.User.VhostUserConfig;
using static Uk.Virtio.User.VhostUserSpec;

namespace Uk.Virtio.User;

public readonly unsafe partial struct VhostUser<TCalls, TStart, TShared, TConsole>
{
    private const long RetryNs = 50_000_000;

    /// <summary>Without an answer to GET_QUEUE_NUM there is one pair.</summary>
    private const uint VringsWithoutMq = 2;

    public static string Forms => "vhost-user:<socket>";

    public static bool Opens(BusKind bus) => bus == BusKind.Vdev;

    public static string Describe(in VirtioDevice device) =>
        "vhost-user backend " + PortChoice<TStart>.ToText(Path(ref State(device)));

    /// <summary>Waits until somebody listens at the socket: a backend may be started after its front end.</summary>
    public static VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device)
    {
        device = default;
        ReadOnlySpan<byte> path = found.Arguments;
        if (path.Length is 0 or > LinuxUnixAddress.PathBytesMax) return VirtioLookup.Missing;

        nint page = LinuxCalls<TCalls>.Map(
            0, (nuint)sizeof(VhostUserDevice<TCalls>), LinuxFile.PROT_READ | LinuxFile.PROT_WRITE, LinuxFile.MAP_PRIVATE | LinuxFile.MAP_ANONYMOUS, -1, 0);
        if (page is < 0 and > -4096) return VirtioLookup.BadLayout;
        device.Registers = (nuint)page;
        device.ConfigLengthBytes = LengthBytes;
        device.Location = found.Location;
        ref VhostUserDevice<TCalls> state = ref State(device);
        state.PathLengthBytes = path.Length;
        fixed (byte* start = state.Path) path.CopyTo(new Span<byte>(start, path.Length));
        WriteConfig(ref state, PortChoice<TStart>.MacOf((int)found.Location));
        for (bool said = false; !TryOpen(device); said = true)
        {
            if (!said) Say("waiting for a vhost-user backend at "u8, path);
            LinuxCalls<TCalls>.Sleep(RetryNs);
        }
        return VirtioLookup.Found;
    }

    public static bool CanVanish => true;
    public static bool DevicesPoll => true;

    /// <summary>A system call: for a port that has nothing else to do.</summary>
    public static bool HasVanished(in VirtioDevice device) => State(device).Channel.HasEnded;

    /// <summary>
    /// Closes the connection, if it still is one, and makes a new one, if somebody listens. The backend has no vrings
    /// then and has not seen the memory.
    /// </summary>
    public static bool TryOpen(in VirtioDevice device)
    {
        ref VhostUserDevice<TCalls> state = ref State(device);
        StopVrings(ref state);
        ref VhostUserChannel<TCalls> channel = ref state.Channel;
        state.Status = 0;
        state.ProtocolFeatures = 0;
        state.VringCount = VringsWithoutMq;
        if (!channel.TryConnect(Path(ref state))) return false;
        if (!channel.TrySet(VhostUserRequest.SET_OWNER)) return false;
        if (!channel.TryGet(VhostUserRequest.GET_FEATURES, out state.OfferedFeatures)) return false;
        if ((state.OfferedFeatures & VHOST_USER_F_PROTOCOL_FEATURES) == 0) return true;
        return TryAgreeOnProtocol(ref state);
    }

    private static bool TryAgreeOnProtocol(ref VhostUserDevice<TCalls> state)
    {
        const ulong Known = VHOST_USER_PROTOCOL_F_MQ | VHOST_USER_PROTOCOL_F_REPLY_ACK | VHOST_USER_PROTOCOL_F_NET_MTU
            | VHOST_USER_PROTOCOL_F_STATUS;
        ref VhostUserChannel<TCalls> channel = ref state.Channel;
        if (!channel.TryGet(VhostUserRequest.GET_PROTOCOL_FEATURES, out ulong offered)) return false;
        ulong agreed = offered & Known;
        if (!channel.TrySet(VhostUserRequest.SET_PROTOCOL_FEATURES, agreed)) return false;
        state.ProtocolFeatures = agreed;
        channel.AsksForAcknowledgement = (agreed & VHOST_USER_PROTOCOL_F_REPLY_ACK) != 0;
        if ((agreed & VHOST_USER_PROTOCOL_F_MQ) == 0) return true;
        if (!channel.TryGet(VhostUserRequest.GET_QUEUE_NUM, out ulong pairs)) return false;
        state.VringCount = (uint)Math.Clamp(pairs, 1, VhostUserDevice<TCalls>.VringsMax / 2) * 2;
        WriteConfig16(ref state, MaxQueuePairs, (ushort)(state.VringCount / 2));
        return true;
    }

    /// <summary>Features first, then the memory: in this order a backend knows how to look at it.</summary>
    private static bool TrySendFeatures(ref VhostUserDevice<TCalls> state)
    {
        ulong features = state.DriverFeatures & state.OfferedFeatures & ~(VIRTIO_NET_F_CTRL_VQ | ControlFeatures);
        // MQ has no control queue here, so the backend needs no word of it beyond the protocol's own.
        features = (features & ~VIRTIO_NET_F_MQ) | (state.OfferedFeatures & VHOST_USER_F_PROTOCOL_FEATURES);
        return state.Channel.TrySet(VhostUserRequest.SET_FEATURES, features) && TrySendMemory(ref state);
    }

    private static bool TrySendMemory(ref VhostUserDevice<TCalls> state)
    {
        int count = TShared.PieceCount;
        if (count > RegionsMax) return false;
        VhostUserMemory memory = default;
        memory.num_regions = (uint)count;
        int* files = stackalloc int[RegionsMax];
        for (int i = 0; i < count; i++)
        {
            SharedPiece piece = TShared.Piece(i);
            ((VhostUserRegion*)memory.regions)[i] = new VhostUserRegion
            {
                guest_address = piece.Address,
                user_address = piece.Address,
                size = piece.LengthBytes,
            };
            files[i] = piece.File;
        }
        int lengthBytes = 2 * sizeof(uint) + count * sizeof(VhostUserRegion);
        return state.Channel.TrySet(VhostUserRequest.SET_MEM_TABLE, memory, lengthBytes, files, count);
    }

    /// <summary>
    /// The answer to GET_VRING_BASE says that the backend no longer touches the vring. One that does not answer, or is
    /// gone, loses the connection, and with it what it may do.
    /// </summary>
    private static void StopVrings(ref VhostUserDevice<TCalls> state)
    {
        if (state.StartedVrings != 0) state.Channel.BeginExchange();
        for (uint i = 0; state.StartedVrings != 0; i++)
        {
            if ((state.StartedVrings & 1u << (int)i) == 0) continue;
            state.StartedVrings &= ~(1u << (int)i);
            VhostUserVringState vring = new() { index = i };
            state.Channel.TryGetVring(VhostUserRequest.GET_VRING_BASE, ref vring);
        }
    }

    private static ReadOnlySpan<byte> Path(ref VhostUserDevice<TCalls> state)
    {
        fixed (byte* start = state.Path) return new ReadOnlySpan<byte>(start, state.PathLengthBytes);
    }

    private static void WriteConfig(ref VhostUserDevice<TCalls> state, MacAddress mac)
    {
        for (int i = 0; i < MacAddress.LengthBytes; i++) state.Config[Mac + i] = (byte)(mac.Value >> (40 - 8 * i));
        WriteConfig16(ref state, Status, 1);
        WriteConfig16(ref state, MaxQueuePairs, 1);
        WriteConfig16(ref state, Mtu, 1500);
    }

    private static void WriteConfig16(ref VhostUserDevice<TCalls> state, int offsetBytes, ushort value)
    {
        state.Config[offsetBytes] = (byte)value;
        state.Config[offsetBytes + 1] = (byte)(value >> 8);
    }

    private static void Say(ReadOnlySpan<byte> what, ReadOnlySpan<byte> path)
    {
        TConsole.Write(what);
        TConsole.Write(path);
        TConsole.Write("\n"u8);
    }
}
