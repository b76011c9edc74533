// The vhost-user protocol in the spelling of its specification: qemu.org, docs/interop/vhost-user.

using System.Runtime.InteropServices;

namespace Uk.Virtio.User;

internal enum VhostUserRequest : uint
{
    GET_FEATURES = 1,
    SET_FEATURES = 2,
    SET_OWNER = 3,
    SET_MEM_TABLE = 5,
    SET_VRING_NUM = 8,
    SET_VRING_ADDR = 9,
    SET_VRING_BASE = 10,
    GET_VRING_BASE = 11,
    SET_VRING_KICK = 12,
    SET_VRING_CALL = 13,
    GET_PROTOCOL_FEATURES = 15,
    SET_PROTOCOL_FEATURES = 16,
    GET_QUEUE_NUM = 17,
    SET_VRING_ENABLE = 18,
    NET_SET_MTU = 20,
    SET_STATUS = 39,
}

internal static class VhostUserSpec
{
    // "Header": flags
    internal const uint ProtocolVersion = 1, VersionMask = 3, Reply = 1 << 2, NeedReply = 1 << 3;

    internal const ulong VHOST_USER_F_PROTOCOL_FEATURES = 1UL << 30;

    // "Protocol features"
    internal const ulong VHOST_USER_PROTOCOL_F_MQ = 1UL << 0;
    internal const ulong VHOST_USER_PROTOCOL_F_REPLY_ACK = 1UL << 3;
    internal const ulong VHOST_USER_PROTOCOL_F_NET_MTU = 1UL << 4;
    internal const ulong VHOST_USER_PROTOCOL_F_STATUS = 1UL << 16;

    /// <summary>"Multiple memory regions description": at most eight.</summary>
    internal const int RegionsMax = 8;

    /// <summary>SET_VRING_BASE of a packed ring: both wrap counters begin with 1.</summary>
    internal const uint PackedBase = 1u << 15 | 1u << 31;
}

/// <summary>"Header".</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct VhostUserHeader
{
    public uint request;
    public uint flags;
    public uint size;
}

/// <summary>"A vring state description".</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VhostUserVringState
{
    public uint index;
    public uint num;
}

/// <summary>"A vring address description".</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VhostUserVringAddress
{
    public uint index;
    public uint flags;
    public ulong descriptor;
    public ulong used;
    public ulong available;
    public ulong log;
}

/// <summary>"Memory region description".</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct VhostUserRegion
{
    public ulong guest_address;
    public ulong size;
    public ulong user_address;
    public ulong mmap_offset;
}

/// <summary>The longest payload that is sent: the memory table.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct VhostUserMemory
{
    public uint num_regions;
    public uint padding;
    /// <summary>RegionsMax of VhostUserRegion, four words each.</summary>
    public fixed ulong regions[VhostUserSpec.RegionsMax * 4];
}
