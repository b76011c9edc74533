// Walks the list of capabilities of a function. The list comes from the device, so it is not trusted to end.

using static Uk.Pci.PciSpec;

namespace Uk.Pci;

/// <summary>
/// The capabilities of one function, in the order of its list. PCI 3.0, 6.7. Ends after 48 steps at the latest, and
/// before an offset that lies in the header.
/// </summary>
/// <example>
/// <c>var walk = new PciCapabilities&lt;TBus&gt;(address); while (walk.MoveNext()) … walk.Offset …</c>
/// </example>
public struct PciCapabilities<TBus>(PciAddress address) where TBus : struct, IPciBus<TBus>
{
    private byte _offset;
    private byte _id;
    private int _steps;

    /// <summary>Where the capability starts: a multiple of 4 from 0x40 to 0xFC.</summary>
    public readonly byte Offset => _offset;

    public readonly byte Id => _id;

    /// <summary>The piece of the capability lies inside configuration space.</summary>
    public readonly bool Has(int lengthBytes) => _offset + lengthBytes <= 0x100;

    public bool MoveNext()
    {
        if (_steps == 0 && (TBus.Read16(address, Status) & CapabilitiesList) == 0) return false;
        if (_steps++ == CapabilityLimit) return false;
        byte next = TBus.Read8(address, _offset == 0 ? CapabilitiesPointer : (byte)(_offset + 1));
        // The two lowest bits are reserved and must be masked.
        next &= 0xFC;
        if (next < FirstCapability) return false;
        _offset = next;
        _id = TBus.Read8(address, next);
        return true;
    }
}
