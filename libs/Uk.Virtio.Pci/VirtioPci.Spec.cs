// virtio over PCI in the spelling of VIRTIO 1.2.

namespace Uk.Virtio.Pci;

/// <summary>struct virtio_pci_cap, §4.1.4: byte offsets and values.</summary>
internal static class virtio_pci_cap
{
    /// <summary>PCI_CAP_ID_VNDR</summary>
    internal const byte VendorSpecific = 0x09;

    internal const byte cap_len = 2;
    internal const byte cfg_type = 3;
    internal const byte bar = 4;
    internal const byte offset = 8;
    internal const byte length = 12;
    internal const byte Size = 16;

    /// <summary>struct virtio_pci_notify_cap, §4.1.4.4</summary>
    internal const byte notify_off_multiplier = 16;
    internal const byte NotifySize = 20;

    internal const byte VIRTIO_PCI_CAP_COMMON_CFG = 1;
    internal const byte VIRTIO_PCI_CAP_NOTIFY_CFG = 2;
    internal const byte VIRTIO_PCI_CAP_DEVICE_CFG = 4;
}

/// <summary>struct virtio_pci_common_cfg, §4.1.4.3: byte offsets.</summary>
internal static class virtio_pci_common_cfg
{
    internal const uint device_feature_select = 0;
    internal const uint device_feature = 4;
    internal const uint driver_feature_select = 8;
    internal const uint driver_feature = 12;
    internal const uint config_msix_vector = 16;
    internal const uint num_queues = 18;
    internal const uint device_status = 20;
    internal const uint config_generation = 21;
    internal const uint queue_select = 22;
    internal const uint queue_size = 24;
    internal const uint queue_msix_vector = 26;
    internal const uint queue_enable = 28;
    internal const uint queue_notify_off = 30;
    internal const uint queue_desc = 32;
    internal const uint queue_driver = 40;
    internal const uint queue_device = 48;
    /// <summary>What follows belongs to features that are not negotiated here.</summary>
    internal const uint Size = 56;

    /// <summary>§4.1.5.1.2</summary>
    internal const ushort VIRTIO_MSI_NO_VECTOR = 0xFFFF;
}
