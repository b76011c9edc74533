namespace Uk.Virtio.Net;

/// <summary>Which format the queues of a device may have.</summary>
public enum VirtioRings
{
    /// <summary>What serves the transport best: packed where devices poll, split where they are emulated.</summary>
    Auto = 0,
    /// <summary>Split, §2.7; nothing of the other format is in the image.</summary>
    Split,
    /// <summary>Packed, §2.8, where the device offers it, else split.</summary>
    Packed,
}

/// <summary>What the driver asks devices for beyond what the port's own attribute asks for.</summary>
public interface IVirtioNetOptions : IOptions
{
    static virtual VirtioRings Rings => VirtioRings.Auto;

    /// <summary>
    /// Descriptors in a table of its own for each descriptor of a transmit queue: packets of up to so many pieces,
    /// header included, take one place in the ring then. 0: they take one for each piece. §2.7.5.3.
    /// </summary>
    [Range(0, 64)] static virtual int IndirectDescriptors => 0;

    /// <summary>
    /// Set up the queue by which promiscuous mode and the MAC address are changed while the program runs; a port whose
    /// attribute asks for something of the kind has it anyway. §5.1.6.5.
    /// </summary>
    static virtual bool ControlQueue => false;
}
