using Uk.Bus;
using Uk.Pci;

namespace Uk.Virtio.Tests.Model;

internal static class PciSearch
{
    /// <summary>The n-th network device.</summary>
    public static bool TryFind(int index, out PciAddress address)
    {
        bool isThere = ModelSearch<PciBus<ModelMachine, ModelMachine>>.TryFind(1, index, out BusDevice found);
        address = new PciAddress((ushort)found.Location);
        return isThere && found.Bus == BusKind.Pci;
    }
}
