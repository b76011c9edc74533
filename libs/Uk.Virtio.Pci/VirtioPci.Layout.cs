// Where a function has its virtio structures: VIRTIO 1.2, §4.1.4. Every figure comes from the device and is checked
// against the size of the address range that the bus gave to it.

using Uk.Pci;

namespace Uk.Virtio.Pci;

/// <summary>One structure inside an address range of the function.</summary>
internal struct VirtioPciStructure
{
    public PciMemoryBar Range;
    public uint OffsetBytes;
    public uint LengthBytes;
    /// <summary>It was seen and lies inside its range.</summary>
    public bool IsPresent;
}

/// <summary>The structures that a driver without interrupts needs.</summary>
internal struct VirtioPciLayout
{
    public VirtioPciStructure Common;
    public VirtioPciStructure Notify;
    public VirtioPciStructure Device;
    public uint NotifyOffMultiplier;
    /// <summary>There is at least one virtio capability: the function is not a legacy one.</summary>
    public bool IsModern;

    /// <summary>
    /// Reads the list of capabilities. Of several structures of a kind the first that lies where it can counts,
    /// §4.1.4.1.
    /// </summary>
    public static VirtioPciLayout Read<TBus>(PciAddress address) where TBus : struct, IPciBus<TBus>
    {
        VirtioPciLayout layout = default;
        PciCapabilities<TBus> walk = new(address);
        while (walk.MoveNext())
        {
            if (walk.Id != virtio_pci_cap.VendorSpecific || !walk.Has(virtio_pci_cap.Size)) continue;
            byte start = walk.Offset;
            byte length = TBus.Read8(address, (byte)(start + virtio_pci_cap.cap_len));
            if (length < virtio_pci_cap.Size) continue;
            switch (TBus.Read8(address, (byte)(start + virtio_pci_cap.cfg_type)))
            {
                case virtio_pci_cap.VIRTIO_PCI_CAP_COMMON_CFG:
                    layout.IsModern = true;
                    Place<TBus>(ref layout.Common, address, start, virtio_pci_common_cfg.Size, 4);
                    break;
                case virtio_pci_cap.VIRTIO_PCI_CAP_NOTIFY_CFG:
                    if (length < virtio_pci_cap.NotifySize || !walk.Has(virtio_pci_cap.NotifySize)) break;
                    if (Place<TBus>(ref layout.Notify, address, start, sizeof(ushort), 2))
                        layout.NotifyOffMultiplier =
                            TBus.Read32(address, (byte)(start + virtio_pci_cap.notify_off_multiplier));
                    break;
                case virtio_pci_cap.VIRTIO_PCI_CAP_DEVICE_CFG:
                    Place<TBus>(ref layout.Device, address, start, 1, 4);
                    break;
            }
        }
        return layout;
    }

    /// <summary>True when this capability is the one that counts for its structure.</summary>
    /// <param name="alignmentBytes">What §4.1.4 demands of the offset.</param>
    private static bool Place<TBus>(
        ref VirtioPciStructure structure, PciAddress address, byte capability, uint lengthMin, uint alignmentBytes)
        where TBus : struct, IPciBus<TBus>
    {
        if (structure.IsPresent) return false;
        uint offset = TBus.Read32(address, (byte)(capability + virtio_pci_cap.offset));
        uint length = TBus.Read32(address, (byte)(capability + virtio_pci_cap.length));
        if (length < lengthMin || (offset & (alignmentBytes - 1)) != 0) return false;
        byte bar = TBus.Read8(address, (byte)(capability + virtio_pci_cap.bar));
        if (!TBus.TryGetMemoryBar(address, bar, out PciMemoryBar range)) return false;
        if (!range.Contains(offset, length)) return false;
        structure.Range = range;
        structure.OffsetBytes = offset;
        structure.LengthBytes = length;
        structure.IsPresent = true;
        return true;
    }
}
