// The register window of a virtio-mmio device in the spelling of VIRTIO 1.2, and what QEMU's microvm adds to it.

namespace Uk.Virtio.Mmio;

/// <summary>Byte offsets, §4.2.2.</summary>
internal static class MmioRegister
{
    internal const uint MagicValue = 0x000;
    internal const uint Version = 0x004;
    internal const uint DeviceID = 0x008;
    internal const uint DeviceFeatures = 0x010;
    internal const uint DeviceFeaturesSel = 0x014;
    internal const uint DriverFeatures = 0x020;
    internal const uint DriverFeaturesSel = 0x024;
    internal const uint QueueSel = 0x030;
    internal const uint QueueNumMax = 0x034;
    internal const uint QueueNum = 0x038;
    internal const uint QueueReady = 0x044;
    internal const uint QueueNotify = 0x050;
    internal const uint InterruptStatus = 0x060;
    internal const uint InterruptACK = 0x064;
    internal const uint Status = 0x070;
    internal const uint QueueDescLow = 0x080;
    internal const uint QueueDescHigh = 0x084;
    internal const uint QueueDriverLow = 0x090;
    internal const uint QueueDriverHigh = 0x094;
    internal const uint QueueDeviceLow = 0x0a0;
    internal const uint QueueDeviceHigh = 0x0a4;
    internal const uint ConfigGeneration = 0x0fc;
    internal const uint Config = 0x100;
}

/// <summary>Values of those registers, §4.2.2.</summary>
internal static class MmioValue
{
    /// <summary>"virt", little-endian.</summary>
    internal const uint Magic = 0x74726976;
    internal const uint Version = 2;
    /// <summary>§4.2.4: a device from before virtio 1.0.</summary>
    internal const uint LegacyVersion = 1;
    /// <summary>§4.2.2: a slot with nothing in it.</summary>
    internal const uint NoDevice = 0;
}

/// <summary>
/// Where QEMU's microvm has its slots (VIRTIO_MMIO_BASE, and one per pin of the second I/O APIC: 24; with acpi=off
/// there are the first 8, and reads past them find no magic value).
/// </summary>
internal static class MicrovmSlots
{
    internal const ulong Base = 0xFEB0_0000;
    internal const uint LengthBytes = 512;
    internal const int Count = 24;

    /// <summary>The line of the first slot: the second I/O APIC has the lines from 24 on.</summary>
    internal const uint FirstLine = 24;
}
