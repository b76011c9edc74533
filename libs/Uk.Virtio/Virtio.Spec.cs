// Constants that all virtio devices and transports share, in the spelling of the VIRTIO 1.2 specification.

using System.Runtime.InteropServices;

namespace Uk.Virtio;

/// <summary>Device status bits, §2.1.</summary>
public static class DeviceStatus
{
    public const byte ACKNOWLEDGE = 1;
    public const byte DRIVER = 2;
    public const byte DRIVER_OK = 4;
    public const byte FEATURES_OK = 8;
    public const byte DEVICE_NEEDS_RESET = 64;
    public const byte FAILED = 128;
}

/// <summary>Feature bits that do not depend on the kind of device, §6: masks, not bit numbers.</summary>
public static class VirtioFeatures
{
    public const ulong VIRTIO_F_INDIRECT_DESC = 1UL << 28;
    public const ulong VIRTIO_F_EVENT_IDX = 1UL << 29;
    public const ulong VIRTIO_F_VERSION_1 = 1UL << 32;
    public const ulong VIRTIO_F_RING_PACKED = 1UL << 34;
    public const ulong VIRTIO_F_IN_ORDER = 1UL << 35;
}

/// <summary>Layout of a split virtqueue, §2.7.</summary>
internal static class SplitVirtqueueSpec
{
    // §2.7
    internal const int QueueSizeMax = 32768;
    /// <summary>Of the processor: alignment of what one side writes and the other reads.</summary>
    internal const int CacheLineBytes = 64;

    // §2.7.5
    internal const ushort VIRTQ_DESC_F_NEXT = 1;
    internal const ushort VIRTQ_DESC_F_WRITE = 2;
    internal const ushort VIRTQ_DESC_F_INDIRECT = 4;

    // §2.7.6
    internal const ushort VIRTQ_AVAIL_F_NO_INTERRUPT = 1;
    internal const int AvailFlags = 0;
    internal const int AvailIdx = 2;
    internal const int AvailRing = 4;

    // §2.7.8
    internal const ushort VIRTQ_USED_F_NO_NOTIFY = 1;
    internal const int UsedFlags = 0;
    internal const int UsedIdx = 2;
    internal const int UsedRing = 4;
}

/// <summary>Layout of a packed virtqueue, §2.8.</summary>
internal static class PackedVirtqueueSpec
{
    internal const int CacheLineBytes = SplitVirtqueueSpec.CacheLineBytes;

    // §2.8.1, §2.8.6
    internal const ushort VIRTQ_DESC_F_NEXT = 1;
    internal const ushort VIRTQ_DESC_F_WRITE = 2;
    internal const ushort VIRTQ_DESC_F_INDIRECT = 4;
    internal const ushort VIRTQ_DESC_F_AVAIL = 1 << 7;
    internal const ushort VIRTQ_DESC_F_USED = 1 << 15;

    // struct pvirtq_event_suppress, §2.8.14
    internal const int EventFlags = 2;
    internal const ushort RING_EVENT_FLAGS_ENABLE = 0;
    internal const ushort RING_EVENT_FLAGS_DISABLE = 1;
    internal const ushort RING_EVENT_FLAGS_DESC = 2;
}

/// <summary>§2.8.13</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct pvirtq_desc
{
    public ulong addr;
    public uint len;
    public ushort id;
    public ushort flags;
}

/// <summary>§2.7.5</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct virtq_desc
{
    public ulong addr;
    public uint len;
    public ushort flags;
    public ushort next;
}

/// <summary>§2.7.8</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct virtq_used_elem
{
    public uint id;
    public uint len;
}
